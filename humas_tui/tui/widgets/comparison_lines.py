"""A comparison broken into lines: paragraphs side by side, or one below the other where there is no room for that.

Only the words are broken here; a line is drawn when it comes to the screen. So 5,000 words with a change in every
paragraph take 60 ms, not 150.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from ...i18n import _, ngettext
from ...text.compare import Change, Piece, Row
from .differences import Differences, safe

#: From this width on there is room for two columns: on screens of 100 and more.
SIDE_BY_SIDE: Final = 67
#: Columns that the bar of the cursor (and the blank at the other end), a gutter, and the edge between two take.
BAR: Final = 1
GUTTER: Final = 2
EDGE: Final = 3
#: Paragraphs that are shown of an unchanged stretch, beside a changed one.
AROUND: Final = 1
#: Fewer than so many are not worth folding away.
FOLDED: Final = 2
#: What words look like (component classes of the widget, without their prefix).
ROLES: Final = (
    "same kept gone new all-gone all-new minus plus label quiet note failed edge cursor resting bar".split()
)
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


def columns(width: int) -> tuple[int, int]:
    """How wide the text of each side is where both stand in ``width`` side by side."""
    room = width - BAR - 2 * GUTTER - EDGE - BAR
    return room - room // 2, room // 2


@dataclass(frozen=True, slots=True)
class Side:
    """A sign in the gutter and a line of words, in so many columns."""

    sign: str
    words: Text | None
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line, of one side or both, and which of the changed paragraphs it belongs to (-1: none)."""

    sides: tuple[Side, ...]
    change: int = -1


class Lines:
    """The lines of a comparison in ``width`` columns, the bar of the cursor among them; ``spans`` are the first
    line and the one behind the last of each changed paragraph."""

    def __init__(self, console: Console, styles: Mapping[str, Style], width: int) -> None:
        self._console = console
        self._styles = styles
        self.lines: list[Line] = []
        self.spans: list[tuple[int, int]] = []
        self._room = width - BAR - GUTTER
        self._sides = columns(width)
        self._apart = self._beside_changed = False

    def add_note(self, note: str, role: str) -> None:
        """A sentence before everything else."""
        self._add(" ", self._one(note, role))

    def add(self, shown: Differences, *, apart: bool, unfolded: bool) -> None:
        """The differences; ``apart`` with old and new side by side, ``unfolded`` with everything unchanged."""
        self._apart, self._beside_changed = apart, any(row.changed for row in shown.rows)
        self._add_fields(shown)
        self._add_rows((row, 0) for row in shown.rows) if unfolded else self._add_rows(folded(shown.rows))

    def segments(self, line: Line) -> list[Segment]:
        """A line as it is drawn, without background and bar."""
        segments: list[Segment] = []
        for side in line.sides:
            if segments:
                segments.append(Segment("│".center(EDGE), self._styles["edge"]))
            style = {"−": self._styles["minus"], "+": self._styles["plus"]}.get(side.sign)
            segments.append(Segment(f"{side.sign} ", style))
            if side.words is not None:
                segments += side.words.render(self._console)
            used = side.words.cell_len if side.words is not None else 0
            segments.append(Segment(" " * max(0, side.width - used)))
        return segments

    # -- fields and paragraphs -----------------------------------------------------------------------------------

    def _add_fields(self, shown: Differences) -> None:
        """A field is one line where there is room for it; else a label, the old line and the new one."""
        for field in shown.fields:
            self._add_blank(apart=False)
            label = self._one(_(field.label), "label")
            if field.stays:
                label.append("  " + _("stays as it is now"), self._styles["quiet"])
            old, new = self._run(field.old, "kept"), self._run(field.new, "kept")
            short = Text.assemble(label, "   ", old, ("  →  ", self._styles["quiet"]), new, end="")
            if short.cell_len <= self._room:
                self._add(" ", short)
            else:
                self._add(" ", label)
                self._add("−", old)
                self._add("+", new)
        if shown.fields:
            self._add_blank(apart=False)
            self._add(" ", self._one("─" * self._room, "edge"))

    def _add_rows(self, rows: Iterator[tuple[Row | None, int]]) -> None:
        close = False  # the items of a list stand close to each other
        for row, count in rows:
            item = row is not None and _is_item(row)
            if not (close and item):
                self._add_blank(apart=self._apart)
            close = item
            if row is not None:
                self._add_row(row)
                continue
            told = ngettext("{count} paragraph the same", "{count} paragraphs the same", count)
            self._add(" ", self._one(f"⋯ {told.format(count=count)} ⋯".center(self._room), "quiet"))

    def _add_row(self, row: Row) -> None:
        change = len(self.spans) if row.changed else -1
        start = len(self.lines)
        same = "same" if self._beside_changed and not row.changed else "kept"
        if self._apart:
            left, right = self._sides
            old = self._side(row.old, _sign(row.old, Change.GONE), same, left)
            new = self._side(row.new, _sign(row.new, Change.NEW), same, right)
            for pair in zip_longest(old, new):
                sides = (pair[0] or Side(" ", None, left), pair[1] or Side(" ", None, right))
                self.lines.append(Line(sides, change))
        else:
            signed = [("−", row.old), ("+", row.new)] if row.changed else [(" ", row.new)]
            for sign, pieces in signed:
                self.lines += [Line((side,), change) for side in self._side(pieces, sign, same, self._room)]
        if row.changed:
            self.spans.append((start, len(self.lines)))

    def _add(self, sign: str, words: Text) -> None:
        self.lines += [Line((Side(sign, line, self._room),)) for line in self._wrapped(words, self._room)]

    def _add_blank(self, *, apart: bool) -> None:
        widths = self._sides if apart else (self._room,)
        self.lines.append(Line(tuple(Side(" ", None, width) for width in widths)))

    # -- words ---------------------------------------------------------------------------------------------------

    def _side(self, pieces: tuple[Piece, ...], sign: str, same: str, width: int) -> list[Side]:
        """A paragraph of one text; no line where there is none."""
        lines = self._wrapped(self._run(pieces, same), width) if pieces else []
        return [Side(sign, line, width) for line in lines]

    def _run(self, pieces: tuple[Piece, ...], same: str) -> Text:
        """The words of one side, marked. What is gone as a whole is not struck through: the gutter says so, and it
        can be read."""
        if not pieces:
            return self._one(_("(nothing)"), "quiet")
        whole = "all-" if all(piece.change is not Change.SAME for piece in pieces) else ""
        roles = {Change.SAME: same, Change.GONE: f"{whole}gone", Change.NEW: f"{whole}new"}
        text = Text(end="")
        for piece in pieces:
            said = safe(piece)
            words = said.lstrip()
            text.append(said[: len(said) - len(words)])
            text.append(words, self._styles[roles[piece.change]])
        return text

    def _one(self, text: str, role: str) -> Text:
        run = Text(end="")  # a style of the whole would be lost on the way to segments
        return run.append(text, self._styles[role])

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        lines = list(text.wrap(self._console, max(8, width), tab_size=4, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines


def _is_item(row: Row) -> bool:
    return _ITEM.match("".join(piece.text for piece in row.new or row.old)) is not None


def _sign(pieces: tuple[Piece, ...], change: Change) -> str:
    """The gutter of one side: whether anything in it was changed."""
    if any(piece.change is change for piece in pieces):
        return "−" if change is Change.GONE else "+"
    return " "


def folded(rows: tuple[Row, ...]) -> Iterator[tuple[Row | None, int]]:
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
