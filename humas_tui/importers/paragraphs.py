"""Plain text to lines of Markdown: which line ends part paragraphs, which were set by a mail program.

Lists stay lists, where their numbers run; every other sign that would format is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from .furniture import is_credit
from .markdown import escape
from .structure import Line

#: The widths at which mail programs and editors break lines (RFC 5322 advises 78), and the longest line of
#: verse or of an address: of wider lines each is a paragraph.
NARROW: Final = 55
WIDE: Final = 80

_BLANKS: Final = re.compile(r"[ \t]+")
_BULLET: Final = re.compile(r"([-*+•·▪●◦‣–]|\uf0b7)\s+(?=\S)")
_NUMBERED: Final = re.compile(r"(\d{1,3})\.\s+(?=\S)")
_TYPOGRAPHIC: Final = "•·▪●◦‣\uf0b7"


def to_lines(text: str) -> list[Line]:
    """The lines of a cleaned plain text, each a paragraph or a line of one.

    Without blank lines every line is a paragraph; with them they part paragraphs. Lines that break where a
    mail program breaks them are joined again.
    """
    stripped = (row.strip() for row in _BLANKS.sub(" ", text).split("\n"))
    blocks = [list(rows) for filled, rows in groupby(stripped, key=bool) if filled]
    if len(blocks) == 1:
        return list(_marked_up(_unwrapped(blocks[0]), parted=True))
    lines: list[Line] = []
    for block in blocks:
        rows = _unwrapped(block)
        lines += _marked_up(rows, parted=any(len(row) > WIDE for row in rows))
    return lines


def _unwrapped(rows: Sequence[str]) -> list[str]:
    """Rows with those joined that a program has parted.

    A program breaks a line only where the next word did not fit. Where most lines of a block end so and few
    of them end a sentence, they were broken by one.
    """
    width = max(map(len, rows))
    if len(rows) < 2 or not NARROW <= width <= WIDE:
        return list(rows)
    full = [
        len(row) + 1 + len(after.split(" ", 1)[0]) > width and not _stands_alone(row) and not _stands_alone(after)
        for row, after in pairwise(rows)
    ]
    ended = [row.endswith((".", "!", "?", "”", '"', ":")) for row, joins in zip(rows, full, strict=False) if joins]
    if sum(full) * 3 < len(full) * 2 or sum(ended) * 2 > len(ended):
        return list(rows)
    joined = [rows[0]]
    for row, joins in zip(rows[1:], full, strict=True):
        if joins:
            joined[-1] = f"{joined[-1]} {row}"
        else:
            joined.append(row)
    return joined


def _stands_alone(row: str) -> bool:
    return bool(_BULLET.match(row) or _NUMBERED.match(row)) or is_credit(row)


def _marked_up(rows: Sequence[str], *, parted: bool) -> Iterator[Line]:
    """Rows as Markdown; ``parted``: a blank line between them, but for the items of a list."""
    before = None
    for row, name in zip(rows, _list_rows(rows), strict=True):
        within = name == before if name else name == before and not parted
        yield Line(_item(row) if name else escape(row), "\n" if within else "\n\n")
        before = name


def _list_rows(rows: Sequence[str]) -> list[str]:
    """For each row the name of the list it is an item of, or "".

    A run of two rows or more with the same bullet, or with numbers that count on, is a list; a typographic
    bullet makes one alone. Numbers that jump are text, and so is a list right behind another: Markdown
    would count them anew.
    """
    marks = ["" if (match := _BULLET.match(row)) is None else match[1] for row in rows] + [""]
    numbers = [0 if (match := _NUMBERED.match(row)) is None else int(match[1]) for row in rows] + [0]
    names: list[str] = []
    before = ""
    for index in range(len(rows)):
        mark, number = marks[index], numbers[index]
        name = ""
        if mark and (mark in _TYPOGRAPHIC or mark in (marks[index - 1] if index else "", marks[index + 1])):
            name = f"bullet {mark}"
        elif number and before.startswith("number"):
            name = before if numbers[index - 1] + 1 == number else ""
        elif number and numbers[index + 1] == number + 1:
            name = f"number {index}"
        names.append(name)
        before = name
    return names


def _item(row: str) -> str:
    bullet = _BULLET.match(row)
    if bullet:
        return f"- {escape(row[bullet.end() :])}"
    number = _NUMBERED.match(row)
    assert number is not None
    return f"{number[1]}. {escape(row[number.end() :])}"
