"""Two values of a release against each other. What is gone and what is new is told by gutter, by strike or
underline, and by colour: any of them is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...text.compare import Row
from .comparison_lines import BAR, ROLES, SIDE_BY_SIDE, Lines, folded
from .differences import Differences


class Comparison(ScrollView, can_focus=True):
    """Shows ``Differences``; up and down go from one changed paragraph to the next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"comparison--{name}" for name in ROLES}
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("space", "unfold", show=False),
    ]

    class Moved(Message):
        """The cursor is on another changed paragraph, or on none."""

    @dataclass
    class Chosen(Message):
        """This paragraph is to be as it was."""

        row: Row

    def __init__(self) -> None:
        super().__init__()
        self._shown: Differences | None = None
        self._changed: tuple[Row, ...] = ()
        self._note = ""
        self._failed = False
        self._unfolded = False
        self._cursor = 0
        self._lines: Lines | None = None
        self._width = 0

    @property
    def current(self) -> Row | None:
        """The changed paragraph under the cursor."""
        return self._changed[self._cursor] if self._changed else None

    @property
    def place(self) -> tuple[int, int]:
        """Which changed paragraph that is, from 1, and of how many."""
        return (self._cursor + 1 if self._changed else 0), len(self._changed)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The first line and the one behind the last of each changed paragraph."""
        return self._lines.spans if self._lines is not None else []

    @property
    def folds(self) -> bool:
        """Whether something is folded away, or could be."""
        rows = self._shown.rows if self._shown is not None else ()
        return any(count for _row, count in folded(rows))

    @property
    def unfolded(self) -> bool:
        """Whether the unchanged paragraphs are shown too."""
        return self._unfolded

    @property
    def side_by_side(self) -> bool:
        """Whether old and new stand side by side."""
        return bool(self._changed) and self._width >= SIDE_BY_SIDE

    def show(self, shown: Differences | None, note: str = "", *, failed: bool = False, keep: bool = False) -> None:
        """Show these differences below a ``note``; None where there is only that. ``keep`` the place."""
        self._shown, self._note, self._failed = shown, note, failed
        self._changed = shown.changed if shown is not None else ()
        self._cursor = min(self._cursor, max(0, len(self._changed) - 1)) if keep else 0
        if not keep:
            self._unfolded = False
        self._lay_out()
        if keep and self._changed:
            self._scroll_to_cursor()
        else:
            self.scroll_to(y=0, animate=False, force=True)
        self.post_message(self.Moved())

    # -- keys and pointer ----------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """To the next changed paragraph; through one that is too long for the screen, and past the last, by
        lines."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        spans = self.spans
        start, end = spans[self._cursor] if spans else (0, 0)
        if spans and (end <= top or start >= top + height):  # the page was turned since: on from what is seen now
            places = range(len(spans)) if by > 0 else reversed(range(len(spans)))
            to = next(
                (at for at in places if (spans[at][0] >= top if by > 0 else spans[at][1] <= top + height)), -1
            )
        elif end > top + height if by > 0 else start < top:
            to = self._cursor if end - start <= height else -1
        else:
            to = self._cursor + by
        if 0 <= to < len(spans):
            self._go_to(to)
        else:
            self.scroll_to(y=top + by * max(1, min(height // 2, 4)), animate=False, force=True)

    def action_jump(self, to: int) -> None:
        """To the beginning (0) or the end (-1), and the first or last changed paragraph."""
        if self._changed:
            self._go_to(0 if to == 0 else len(self._changed) - 1)
        self.scroll_to(y=0 if to == 0 else self.virtual_size.height, animate=False, force=True)

    def action_choose(self) -> None:
        """Have the paragraph under the cursor as it was."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def action_unfold(self) -> None:
        """Show the unchanged paragraphs too, or fold them away again."""
        self._unfolded = not self._unfolded
        self._lay_out()
        self._scroll_to_cursor()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one has the paragraph as it was."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        for change, (start, end) in enumerate(self.spans):
            if start <= row < end:
                self._go_to(change)
                if event.chain == 2:
                    self.action_choose()

    def _go_to(self, cursor: int) -> None:
        before, self._cursor = self._cursor, cursor
        for place in (before, cursor):
            start, end = self.spans[place]
            self.refresh_lines(start, end - start)
        self._scroll_to_cursor()
        self.post_message(self.Moved())

    def _scroll_to_cursor(self) -> None:
        if self.spans:
            start, end = self.spans[self._cursor]
            rows = min(end - start, max(1, self.size.height))
            self.scroll_to_region(Region(0, start, 1, rows), animate=False, force=True)

    # -- drawing -------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Lines break at the width."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()
            self._scroll_to_cursor()
            self.post_message(self.Moved())

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn before is good."""
        super().notify_style_update()
        if self.is_mounted:
            self._lay_out()

    def watch_has_focus(self, focus: bool) -> None:
        """The cursor shows whether keys come here, and is seen when they do."""
        self.refresh()
        if focus:
            self._scroll_to_cursor()
        super().watch_has_focus(focus)

    def render_line(self, y: int) -> Strip:
        """One line; those of the paragraph under the cursor stand out."""
        row, width = y + self.scroll_offset.y, self.size.width
        if self._lines is None or row >= len(self._lines.lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines.lines[row]
        base, bar = self.rich_style, " "
        if 0 <= line.change == self._cursor:
            base += self._style("cursor" if self.has_focus else "resting")
            bar = "▌" if self.has_focus else " "
        words = Strip(self._lines.segments(line)).adjust_cell_length(width - BAR).apply_style(base)
        return Strip([Segment(bar, base + self._style("bar")), *words])

    def _lay_out(self) -> None:
        """Break everything into lines."""
        self._width = max(16, self.scrollable_content_region.width)
        self._lines = Lines(self.app.console, {role: self._style(role) for role in ROLES}, self._width)
        if self._note:
            self._lines.add_note(self._note, "failed" if self._failed else "note")
        if self._shown is not None:
            self._lines.add(self._shown, apart=self.side_by_side, unfolded=self._unfolded)
        self.virtual_size = Size(self._width, len(self._lines.lines))
        self.refresh()

    def _style(self, role: str) -> Style:
        return self.get_component_rich_style(f"comparison--{role}", partial=True)
