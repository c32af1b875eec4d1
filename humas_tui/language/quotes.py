"""Quotations in a paragraph, found even where the marks are straight, turned the wrong way, or not paired.

What decides is first whether a quotation is open, then what stands on either side of the mark, and only then
which way it is turned: officers type what the keyboard or the word processor gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

OPENING: Final = "“«„"
CLOSING: Final = "”»"
MARKS: Final = '"' + OPENING + CLOSING
_MARK: Final = re.compile(f"[{MARKS}]")
_BEFORE_OPENING: Final = " \t\n(\\[{/—–-:\u00a0"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: from its opening mark to behind its closing one. Without a closing mark (``closed`` is false)
    it reaches to the end of the paragraph, or to where the next one begins."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a paragraph in their order, and the closing marks that close nothing."""

    pairs: tuple[Quote, ...] = ()
    stray: tuple[int, ...] = ()


def find_quotes(text: str) -> Quotes:
    """The quotations in ``text``."""
    pairs: list[Quote] = []
    stray: list[int] = []
    opened = -1
    for match in _MARK.finditer(text):
        position = match.start()
        mark = text[position]
        before = text[position - 1] if position else " "
        after = text[position + 1] if position + 1 < len(text) else " "
        if mark == '"' and before.isdigit() and opened < 0:
            continue  # inches, or seconds of arc
        could_open = before in _BEFORE_OPENING and not after.isspace()
        could_close = not before.isspace() and (after.isspace() or not after.isalnum())
        if opened < 0:
            if could_close and not could_open and mark not in OPENING and position:
                stray.append(position)
            else:
                opened = position
        elif could_open and not could_close and mark in OPENING and before != "-":
            pairs.append(Quote(opened, position, closed=False))
            opened = position
        else:
            pairs.append(Quote(opened, position + 1, closed=True))
            opened = -1
    if opened >= 0:
        pairs.append(Quote(opened, len(text), closed=False))
    return Quotes(tuple(pairs), tuple(stray))
