"""Findings drawn into the editor: as marks in the body, as a selection where one is gone to, as a fix put in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from .marks import Mark

if TYPE_CHECKING:
    from ...language.finding import Finding

#: A place without a fix that has more characters is a sentence or a paragraph: its first word stands for it.
LONGEST: Final = 48
#: Drawn one over the other, the gravest last.
_ORDER: Final = {"gaya": 0, "saran": 1, "galat": 2}


def marks_of(lines: Sequence[str], findings: Iterable[Finding]) -> Iterator[Mark]:
    """The findings of the body as marks in its lines; one that goes over a line end is a mark in each."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    in_order = sorted(findings, key=lambda finding: (_ORDER[finding.level], finding.start))
    for finding in in_order:
        if finding.field != "body":
            continue
        line = bisect_right(starts, finding.start) - 1
        if is_long(finding):
            start = finding.start - starts[line]
            yield Mark(line, start, start + len(lines[line][start:].split(" ", 1)[0]), str(finding.level))
            continue
        while line < len(lines) and starts[line] < finding.end:
            start = max(0, finding.start - starts[line])
            end = min(len(lines[line]), finding.end - starts[line])
            if start < end:
                yield Mark(line, start, end, str(finding.level))
            line += 1


def is_long(finding: Finding) -> bool:
    """Whether it is about a whole sentence or paragraph."""
    return not finding.fixes and finding.end - finding.start > LONGEST


def next_finding(
    findings: Sequence[Finding], fields: Sequence[str], field: str, position: int, by: int
) -> Finding | None:
    """The next finding behind a place (``by`` 1), or the last one before it (-1), round the end; ``fields`` are in
    the order in which they are read."""
    if not findings:
        return None
    order = {name: place for place, name in enumerate(fields)}
    here = (order.get(field, 0), position)
    places = [(order.get(finding.field, 0), finding.start) for finding in findings]
    if by > 0:
        return next((one for one, place in zip(findings, places, strict=True) if place > here), findings[0])
    before = [one for one, place in zip(findings, places, strict=True) if place < here]
    return before[-1] if before else findings[-1]


def finding_at(findings: Iterable[Finding], field: str, position: int) -> Finding | None:
    """The finding that a place stands in or at the end of; the gravest, then the shortest, of several."""
    there = [one for one in findings if one.field == field and one.start <= position <= one.end]
    return min(there, key=lambda one: (-_ORDER[one.level], one.end - one.start), default=None)
