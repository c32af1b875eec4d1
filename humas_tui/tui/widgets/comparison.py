"""Two values of a release against each other: paragraphs side by side, or one below the other where there is no
room for that, drawn by the line. What is gone and what is new is told by gutter, by strike or underline, and by
colour: any of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...i18n import _, ngettext
from ...text.compare import Change, Piece, Row
from .differences import Differences, safe

#: From this width on there is room for two columns.
SIDE_BY_SIDE: Final = 60
#: Columns that the bar of the cursor (and the blank at the other end), a gutter, and the edge between two columns
#: take.
BAR: Final = 1
GUTTER: Final = 2
EDGE: Final = 3
#: Paragraphs that are shown of an unchanged stretch, beside a changed one.
AROUND: Final = 1
#: Fewer than so many are not worth folding away.
FOLDED: Final = 2


_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
ROLES: Final = (
    "same kept gone new all-gone all-new minus plus label quiet note failed edge cursor resting bar".split()
)


def columns(width: int) -> tuple[int, int]:
    """How wide the text of each side is where both stand in ``width`` side by side."""
    room = width - BAR - 2 * GUTTER - EDGE - BAR
    return room - room // 2, room // 2


@dataclass(frozen=True)
class _Line:
    """A line of the picture: its segments, and which changed paragraph it belongs to (-1: none)."""

    strip: Strip
    change: int = -1


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
        self._lines: list[_Line] = []
        self._spans: list[tuple[int, int]] = []
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
    def folds(self) -> bool:
        """Whether something is folded away, or could be."""
        rows = self._shown.rows if self._shown is not None else ()
        return any(count for _row, count in _folded(rows))

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
        spans = self._spans
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
        self.scroll_to(y=0 if to == 0 else len(self._lines), animate=False, force=True)

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
        if 0 <= row < len(self._lines) and self._lines[row].change >= 0:
            self._go_to(self._lines[row].change)
            if event.chain == 2:
                self.action_choose()

    def _go_to(self, cursor: int) -> None:
        before, self._cursor = self._cursor, cursor
        for place in (before, cursor):
            start, end = self._spans[place]
            self.refresh_lines(start, end - start)
        self._scroll_to_cursor()
        self.post_message(self.Moved())

    def _scroll_to_cursor(self) -> None:
        if self._spans:
            start, end = self._spans[self._cursor]
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
        if row >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[row]
        base = self.rich_style
        bar = Segment(" ", base)
        if line.change >= 0 and line.change == self._cursor:
            base += self._style("cursor" if self.has_focus else "resting")
            bar = Segment("▌" if self.has_focus else " ", base + self._style("bar"))
        body = line.strip.adjust_cell_length(width - BAR).apply_style(base)
        return Strip([bar, *body])

    def _lay_out(self) -> None:
        """Break everything into lines."""
        self._width = max(16, self.scrollable_content_region.width)
        self._lines, self._spans = [], []
        if self._note:
            self._add(self._text(self._note, "failed" if self._failed else "note", self._width - BAR - GUTTER))
        if self._shown is not None:
            self._lay_out_fields(self._shown)
            self._lay_out_rows(self._shown.rows)
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    def _add(self, lines: list[Strip], change: int = -1) -> None:
        gutter = Segment(" " * GUTTER)
        self._lines += [_Line(Strip([gutter, *line]), change) for line in lines]

    def _lay_out_fields(self, shown: Differences) -> None:
        """A field is one line where there is room for it; else a label, the old line and the new one."""
        width = self._width - BAR - GUTTER
        for field in shown.fields:
            self._lines.append(_Line(Strip([])))
            label = Text(end="")
            label.append(_(field.label), self._style("label"))
            if field.stays:
                label.append("  " + _("stays as it is now"), self._style("quiet"))
            old, new = (self._run(side, "kept") for side in (field.old, field.new))
            short = Text.assemble(label, "   ", old, ("  →  ", self._style("quiet")), new, end="")
            if short.cell_len <= width:
                self._add(self._wrapped(short, width))
                continue
            self._add(self._wrapped(label, width))
            for sign, side in (("−", old), ("+", new)):
                self._lines += [_Line(Strip([self._gutter(sign), *line])) for line in self._wrapped(side, width)]
        if shown.fields:
            self._lines.append(_Line(Strip([])))
            self._lines.append(_Line(Strip([Segment("─" * (self._width - BAR), self._style("edge"))])))

    def _lay_out_rows(self, rows: tuple[Row, ...]) -> None:
        changes, item = 0, False
        for row, folded in _folded(rows) if not self._unfolded else ((row, 0) for row in rows):
            if row is None or not (item and _is_item(row)):
                self._lines.append(_Line(self._blank()))
            item = row is not None and _is_item(row)
            if row is None:
                told = ngettext("{count} paragraph the same", "{count} paragraphs the same", folded)
                text = f"⋯ {told.format(count=folded)} ⋯".center(self._width - BAR - GUTTER)
                self._add(self._text(text, "quiet", self._width))
            else:
                lines = list(self._both(row) if self.side_by_side else self._one_below_the_other(row))
                start = len(self._lines)
                self._lines += [_Line(line, changes if row.changed else -1) for line in lines]
                if row.changed:
                    self._spans.append((start, len(self._lines)))
                    changes += 1

    def _blank(self) -> Strip:
        """What parts two paragraphs."""
        left = " " * (columns(self._width)[0] + GUTTER) if self.side_by_side else ""
        return Strip([Segment(left), self._edge()]) if left else Strip([])

    def _edge(self) -> Segment:
        return Segment("│".center(EDGE), self._style("edge"))

    def _both(self, row: Row) -> Iterator[Strip]:
        left, right = columns(self._width)
        same = self._same(row)
        old, new = self._paragraph(row.old, left, same), self._paragraph(row.new, right, same)
        signs = _sign(row.old, Change.GONE), _sign(row.new, Change.NEW)
        edge = self._edge()
        for place in range(max(len(old), len(new))):
            segments: list[Segment] = []
            for lines, width, sign in ((old, left, signs[0]), (new, right, signs[1])):
                there = place < len(lines)
                line = lines[place] if there else Strip([])
                segments += [self._gutter(sign if there else " "), *line.adjust_cell_length(width), edge]
            yield Strip(segments[:-1])

    def _one_below_the_other(self, row: Row) -> Iterator[Strip]:
        width = self._width - BAR - GUTTER
        sides = [("−", row.old), ("+", row.new)] if row.changed else [(" ", row.new)]
        for sign, pieces in sides:
            for line in self._paragraph(pieces, width, self._same(row)):
                yield Strip([self._gutter(sign), *line])

    def _gutter(self, sign: str) -> Segment:
        style = {"−": self._style("minus"), "+": self._style("plus")}.get(sign, Style.null())
        return Segment(f"{sign} ", style)

    def _same(self, row: Row) -> str:
        """How words that were not changed look: beside changed paragraphs, those of others stand back."""
        return "same" if self._changed and not row.changed else "kept"

    def _paragraph(self, pieces: tuple[Piece, ...], width: int, same: str) -> list[Strip]:
        """A paragraph, broken at ``width``; no line where there is none."""
        return self._wrapped(self._run(pieces, same), width) if pieces else []

    def _run(self, pieces: tuple[Piece, ...], same: str) -> Text:
        """The words of one side, marked. What is gone as a whole is not struck through: the gutter says so, and it
        can be read."""
        text = Text(end="")
        if not pieces:
            text.append(_("(nothing)"), self._style("quiet"))
        whole = "all-" if all(piece.change is not Change.SAME for piece in pieces) else ""
        roles = {Change.SAME: same, Change.GONE: f"{whole}gone", Change.NEW: f"{whole}new"}
        for piece in pieces:
            said = safe(piece)
            word = said.lstrip()
            text.append(said[: len(said) - len(word)])
            text.append(word, self._style(roles[piece.change]))
        return text

    def _text(self, text: str, role: str, width: int) -> list[Strip]:
        line = Text(end="")  # a style of the whole would be lost on the way to segments
        line.append(text, self._style(role))
        return self._wrapped(line, width)

    def _wrapped(self, text: Text, width: int) -> list[Strip]:
        lines = text.wrap(self.app.console, max(8, width), tab_size=4, overflow="fold")
        for line in lines:
            line.rstrip()
        return [Strip(line.render(self.app.console)) for line in lines]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"comparison--{name}", partial=True)


def _is_item(row: Row) -> bool:
    """Whether this is an item of a list: they stand close to each other."""
    return _ITEM.match("".join(piece.text for piece in row.new or row.old)) is not None


def _sign(pieces: tuple[Piece, ...], change: Change) -> str:
    """The gutter of one side: whether anything in it was changed."""
    if any(piece.change is change for piece in pieces):
        return "−" if change is Change.GONE else "+"
    return " "


def _folded(rows: tuple[Row, ...]) -> Iterator[tuple[Row | None, int]]:
    """The rows, with long unchanged stretches between changed ones as one None and how many they are. Where
    nothing was changed nothing is folded."""
    near = [place for place, row in enumerate(rows) if row.changed]
    hidden: set[int] = set()
    for start, end in zip([-1, *near], [*near, len(rows)], strict=True) if near else ():
        first = start + 1 + (AROUND if start >= 0 else 0)
        last = end - (AROUND if end < len(rows) else 0)
        if last - first >= FOLDED:
            hidden.update(range(first, last))
    count = 0
    for place, row in enumerate(rows):
        if place in hidden:
            count += 1
            if place + 1 not in hidden:
                yield None, count
                count = 0
        else:
            yield row, 0
