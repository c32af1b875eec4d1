"""The preview: passages drawn to strips, cached by passage, so that a changed paragraph costs itself alone.

The Markdown widget of Textual rebuilds every block on each change (109 ms for a release); this draws the
same in 10 ms at most and writes only the rows that changed to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...outlets.outlet import Passage
from ...text.clean import clean

CENTRED: Final = frozenset({"letterhead", "unit", "small", "label", "number", "mark"})
ROLES: Final = (
    "verbatim letterhead unit small rule label number headline summary body heading quote item picture "
    "caption mark told over"
).split()
STYLES: Final = ("strong", "emphasis", "strike", "link", "code")


class Preview(ScrollView, can_focus=True):
    """What will be sent, as the outlet sends it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"preview--{role}" for role in ROLES),
        *(f"preview--{style}" for style in STYLES),
    }
    BINDINGS = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._passages: tuple[Passage, ...] = ()
        self._strips: list[Strip] = []
        self._drawn: dict[Passage, list[Strip]] = {}
        self._width = 0

    def show(self, passages: Iterable[Passage], *, from_top: bool = False) -> None:
        """Show these passages; ``from_top`` for another release or another outlet."""
        self._passages = tuple(passages)
        before = self._strips
        self._lay_out()
        if from_top:
            self.scroll_to(y=0, animate=False, force=True)
            self.refresh()
            return
        rows = range(max(len(before), len(self._strips)))
        changed = [row for row in rows if _at(before, row) is not _at(self._strips, row)]
        if changed:
            self.refresh_lines(changed[0], changed[-1] - changed[0] + 1)

    def on_resize(self) -> None:
        """Lines break at the width."""
        self._lay_out()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn before is good."""
        self._drawn.clear()
        super().notify_style_update()
        if self.is_mounted:
            self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One row."""
        row = y + self.scroll_offset.y
        if row < len(self._strips):
            return self._strips[row].adjust_cell_length(self.size.width, self.rich_style)
        return Strip.blank(self.size.width, self.rich_style)

    def _lay_out(self) -> None:
        width = max(10, self.scrollable_content_region.width)
        if width != self._width:
            self._drawn.clear()
            self._width = width
        drawn: dict[Passage, list[Strip]] = {}
        strips: list[Strip] = []
        for passage in self._passages:
            rows = drawn.get(passage) or self._drawn.get(passage) or self._draw(passage, width)
            drawn[passage] = rows
            strips += rows
        self._drawn = drawn
        self._strips = strips
        self.virtual_size = Size(width, len(strips))

    def _draw(self, passage: Passage, width: int) -> list[Strip]:
        style = self.rich_style + self.get_component_rich_style(f"preview--{passage.role}", partial=True)
        if passage.role == "rule":
            sign = "".join(run.text for run in passage.runs) or "─"
            return [Strip([Segment(sign * width, style)])]
        if passage.role == "picture":
            return self._picture(passage, width, style)
        text = Text(style=style, end="")
        for run in passage.runs:
            text.append(clean(run.text), self._run_style(run.style))
        margin = passage.indent
        first = " " * (margin - len(passage.marker)) + passage.marker
        lines = text.wrap(self.app.console, max(8, width - margin), tab_size=4, overflow="fold") or [Text("")]
        rows = []
        for number, line in enumerate(lines):
            line.rstrip()
            if passage.role in CENTRED:
                line.align("center", max(8, width - margin))
            start = Segment(first if number == 0 else " " * margin, style)
            rows.append(Strip([start, *line.render(self.app.console)]).apply_style(style))
        return rows

    def _run_style(self, name: str) -> Style:
        return self.get_component_rich_style(f"preview--{name}", partial=True) if name else Style.null()

    def _picture(self, passage: Passage, width: int, style: Style) -> list[Strip]:
        """A photo as a frame with the name of its file; pictures in the terminal come later."""
        name = clean("".join(run.text for run in passage.runs)).replace("\n", " ")
        inside = max(6, min(width, 60) - 2)
        frame = [
            "╭" + "─" * inside + "╮",
            "│" + " " * inside + "│",
            "│" + f"▣ {name}"[: inside - 2].center(inside) + "│",
            "│" + " " * inside + "│",
            "╰" + "─" * inside + "╯",
        ]
        return [Strip([Segment(row, style)]) for row in frame]


def _at(strips: list[Strip], row: int) -> Strip | None:
    return strips[row] if row < len(strips) else None
