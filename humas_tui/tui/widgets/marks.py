"""Marks in a text: where something was found, kept in place while the text is typed on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

Location = tuple[int, int]

NONE: Final = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Some characters of a line, counted from 0; ``look`` tells how they are drawn."""

    line: int
    start: int
    end: int
    look: str


class Marks:
    """The marks of a text by line. An edit moves those behind it along; one that it touches is gone: what was
    found there is no longer what is there."""

    def __init__(self) -> None:
        self._lines: dict[int, list[Mark]] = {}

    def on(self, line: int) -> Sequence[Mark]:
        """Those of a line."""
        return self._lines.get(line, NONE)

    def put(self, marks: Iterable[Mark]) -> list[int]:
        """Have these in place of those that are there. Returns the lines that look different then."""
        lines: dict[int, list[Mark]] = {}
        for mark in marks:
            lines.setdefault(mark.line, []).append(mark)
        before, self._lines = self._lines, lines
        return sorted(line for line in before.keys() | lines.keys() if before.get(line) != lines.get(line))

    def edited(self, top: Location, bottom: Location, end: Location, text: str) -> list[int]:
        """What stood from ``top`` to ``bottom`` was replaced by ``text``, ending at ``end``. Returns the lines,
        as they are counted now, that lost a mark."""
        if not self._lines:
            return []
        # A letter set right beside a marked word, or what parts it from the next taken away: it is another word.
        left, right = not text or text[0].isalnum(), not text or text[-1].isalnum()
        lines: dict[int, list[Mark]] = {}
        lost: set[int] = set()
        for line, marks in self._lines.items():
            if line < top[0]:
                lines[line] = marks
                continue
            for mark in marks:
                if (line, mark.end + left) <= top:
                    lines.setdefault(line, []).append(mark)
                elif (line, mark.start - right) >= bottom:
                    moved = _moved(mark, bottom, end)
                    lines.setdefault(moved.line, []).append(moved)
                else:
                    lost.add(top[0] if line < bottom[0] else end[0])
        self._lines = lines
        return sorted(lost)

    def rewritten(self, before: Sequence[str], after: Sequence[str]) -> None:
        """The text became another: as if the lines between those that are the same at both ends were replaced."""
        head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
        pairs = zip(reversed(before[head:]), reversed(after[head:]), strict=False)
        tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        last, now = len(before) - tail, len(after) - tail
        kept = [mark for line, marks in self._lines.items() for mark in marks if not head <= line < last]
        self.put(mark if mark.line < head else replace(mark, line=mark.line + now - last) for mark in kept)


def _moved(mark: Mark, bottom: Location, end: Location) -> Mark:
    """Where a mark behind an edit stands after it."""
    if mark.line > bottom[0]:
        return replace(mark, line=mark.line + end[0] - bottom[0])
    by = end[1] - bottom[1]
    return replace(mark, line=end[0], start=mark.start + by, end=mark.end + by)
