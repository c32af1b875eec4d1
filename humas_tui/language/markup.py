"""Markdown taken out of a paragraph, every place still known: rules read what the reader will read.

A light reading of CommonMark, kinder to what is half typed: emphasis, strike-through, links, code, escapes.
What holds no prose (a web or mail address, a hashtag, an account, code, a picture) becomes one ``HIDDEN``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

#: Stands for what no rule looks at. It is no letter and no space (U+FFFC OBJECT REPLACEMENT CHARACTER).
HIDDEN: Final = "\ufffc"

_ANY: Final = re.compile(r"[*_~`\[\]<\\@#\r\n]|\.[A-Za-z]|://")
# Endings of names on the Internet and of files, all small or all capital: “selesai.Kata” is neither.
_ENDINGS: Final = (
    "com net org info biz tv id co go ac sch or web my desa mil gov edu io me app news site online example "
    "pdf doc docx xls xlsx ppt pptx jpg jpeg png mp4 zip html php csv txt"
)
_NAMES: Final = "|".join(_ENDINGS.split() + _ENDINGS.upper().split())
_TOKEN: Final = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<address><?\b(?:https?://|www\.|mailto:|ftp://)[^\s<>\"“”)\]]*[^\s<>\"“”)\].,;:!?']>?"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w.@-])(?:[\w-]+\.)+(?:{_NAMES})(?!\w)(?:/[^\s<>\"“”)\]]*[^\s<>\"“”)\].,;:!?'])?"
    r"|(?<!\w)\#\w+|(?<!\w)@\w(?:[\w.]*\w)?)"
    r"|(?P<wrap>(?<!\s)[ \t]*+[\r\n]\s*)"
    r"|(?P<code>`+)"
    r"|(?P<style>\*+|_+|~~)"
    r"|(?P<image>!\[)|(?P<open>\[)|(?P<link>\]\([^()\s]*(?:\s+\"[^\"]*\")?\))|(?P<close>\])"
)


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The text without its marks, and the way back.

    ``starts`` (places in ``text``) and ``origins`` (the same places before) tell of each run of characters that
    came over unparted; ``styled`` are the stretches of ``text`` that were set off by ``*`` or ``_``.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    styled: tuple[tuple[int, int], ...] = ()

    def origin(self, position: int) -> int:
        """Where the character at ``position`` of ``text`` stood before."""
        run = bisect_right(self.starts, position) - 1
        return self.origins[run] + position - self.starts[run]


@dataclass
class _Reading:
    """The marks met so far. ``cuts``: (start, end, what stands there instead)."""

    raw: str
    cuts: list[tuple[int, int, str]] = field(default_factory=list)
    openers: dict[str, list[list[int]]] = field(default_factory=dict)
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    styled: list[tuple[int, int]] = field(default_factory=list)

    def style(self, start: int, end: int) -> None:
        """A run of one of ``*_~``: it closes what is open, or opens, or is a character like others."""
        raw, mark = self.raw, self.raw[start]
        before, after = raw[start - 1 : start] or " ", raw[end : end + 1] or " "
        word_inside = mark == "_" and before.isalnum() and after.isalnum()
        opened = self.openers.setdefault(mark, [])
        if opened and not before.isspace() and not word_inside:
            begin, stop = opened.pop()
            width = min(stop - begin, end - start)
            self.cuts += [(stop - width, stop, ""), (start, start + width, "")]
            if mark != "~":
                self.styled.append((stop, start))
            if stop - begin > width:
                opened.append([begin, stop - width])
            if end - start > width:
                self.style(start + width, end)
        elif not after.isspace() and not word_inside:
            opened.append([start, end])

    def link(self, start: int, end: int) -> None:
        """The address behind the words of a link, or of a picture, whose words are hidden too."""
        if not self.brackets:
            return
        opening, image = self.brackets.pop()
        if image:
            self.hide(opening, end)
        else:
            self.cuts += [(opening, opening + 1, ""), (start, end, "")]

    def hide(self, start: int, end: int) -> None:
        """Put HIDDEN in the place of this stretch and of whatever was cut inside it."""
        while self.cuts and self.cuts[-1][0] >= start:
            self.cuts.pop()
        self.cuts.append((start, end, HIDDEN))


def unmark(raw: str) -> Unmarked:
    """A paragraph without its Markdown. Takes time in proportion to its length."""
    if _ANY.search(raw) is None:
        return Unmarked(raw)
    reading = _Reading(raw)
    position = 0
    while match := _TOKEN.search(raw, position):
        position = match.end()
        start, end = match.span()
        kind = match.lastgroup
        if kind == "escape":
            reading.cuts.append((start, start + 1, ""))
        elif kind == "address":
            reading.hide(start, end)
        elif kind == "wrap":
            reading.cuts.append((start, end, " "))
        elif kind == "code":
            closing = raw.find(match[0], end)
            if closing >= 0:
                position = closing + len(match[0])
                reading.hide(start, position)
        elif kind == "style":
            reading.style(start, end)
        elif kind in ("image", "open"):
            reading.brackets.append((start, kind == "image"))
        elif kind == "link":
            reading.link(start, end)
        elif reading.brackets:
            reading.brackets.pop()
    return _without(raw, sorted(reading.cuts), reading.styled)


def _without(raw: str, cuts: list[tuple[int, int, str]], styled: list[tuple[int, int]]) -> Unmarked:
    """``raw`` with the cuts made."""
    if not cuts:
        return Unmarked(raw)
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = kept_from = 0
    for start, end, instead in cuts:
        if start < kept_from:  # inside what is hidden already
            continue
        for piece, origin in ((raw[kept_from:start], kept_from), (instead, start)):
            if piece:
                starts.append(length)
                origins.append(origin)
                pieces.append(piece)
                length += len(piece)
        kept_from = end
    starts.append(length)
    origins.append(kept_from)
    pieces.append(raw[kept_from:])
    unmarked = Unmarked("".join(pieces), tuple(starts), tuple(origins))
    if not styled:
        return unmarked
    return Unmarked(unmarked.text, unmarked.starts, unmarked.origins, tuple(_moved(unmarked, styled)))


def _moved(unmarked: Unmarked, styled: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of the raw text as stretches of the text without marks."""
    moved = []
    for pair in sorted(styled):
        places = []
        for place in pair:
            run = bisect_right(unmarked.origins, place) - 1
            after = unmarked.starts[run] + place - unmarked.origins[run]
            limit = unmarked.starts[run + 1] if run + 1 < len(unmarked.starts) else len(unmarked.text)
            places.append(min(after, limit))
        moved.append((places[0], places[1]))
    return moved
