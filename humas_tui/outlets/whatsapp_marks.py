"""The marks of WhatsApp: styled text written as lines that WhatsApp reads back as they were meant.

The rules, as far as they are known (mautrix-whatsapp ``pkg/msgconv/wa-text.go``, 2026-08-21; devlikeapro/waha
#1643, 2025-11-17; faq.whatsapp.com "How to format your messages"): ``*strong*`` ``_emphasis_`` ``~strike~``
and code between grave accents; a mark opens at the start of a line or behind a space or ``> _ * ~``, before
something that is no space; it closes behind something that is no space, before anything but a letter or
digit; nothing crosses a line end. ``- `` ``* `` ``1. `` ``> `` at the start of a line make a list or a
quotation. There is no way to escape.

No official grammar exists and the clients differ, so two rules hold here. A style is written only where every
reading shows it; elsewhere it is left off, for a missing bold harms less than a stray asterisk. A character
of the text that some reading would take for a mark gets a word joiner (U+2060) before it: a mark that follows
no space does not open. The joiner is invisible and ``text.clean`` takes it away again. A look-alike (``∗``)
was refused: it alters a formula or a user name that somebody copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from ..text import blocks as b
from .txt import link_address

#: Characters in the same styles: those of ``blocks.Styled``, and ``code``.
Segment: TypeAlias = tuple[str, frozenset[str]]

JOINER: Final = "\u2060"
#: Of two styles on the same characters the first is written outside: ``_*both*_`` is the order attested.
MARKS: Final = {"emphasis": "_", "strong": "*", "strike": "~", "code": "`"}

_OPENS: Final = {style: re.compile(rf"(?<![^\s>_*~`])\{mark}(?=\S)") for style, mark in MARKS.items()}
_CLOSES: Final = {style: re.compile(rf"(?<=\S)\{mark}(?![A-Za-z0-9])") for style, mark in MARKS.items()}
_LINE_MARK: Final = re.compile(r"\s*([-*]\s|>|\d{1,2}\.\s)")
_ANY_MARK: Final = re.compile(rf"[*_~`]|^{_LINE_MARK.pattern}")
_FENCE: Final = re.compile("`{3,}")
_OPENING_BRACKETS: Final = "([{«“‘\"'"
_CLOSING_BRACKETS: Final = ")]}»”’\"'"


def lines(children: Sequence[b.Inline], style: str = "") -> list[str]:
    """Inlines, all in ``style`` where one is given, as lines with WhatsApp's marks."""
    found: list[list[Segment]] = [[]]
    for text, styles in _segments(children, frozenset((style,)) if style else frozenset()):
        first, *others = text.split("\n")
        found[-1].append((first, styles))
        found += [[(other, styles)] for other in others]
    return [_written(segments) for segments in found]


def plain_lines(text: str, style: str = "") -> list[str]:
    """The lines of a plain text, all in ``style`` where one is given."""
    return lines((b.Text(text),), style)


def fenced(text: str) -> str:
    """Lines kept as they are; they must not all be blank."""
    return "```" + re.sub("`+", lambda run: f"{JOINER}{JOINER.join(run[0])}{JOINER}", text) + "```"


def _segments(children: Sequence[b.Inline], styles: frozenset[str]) -> Iterator[Segment]:
    for child in children:
        if isinstance(child, b.Text):
            yield child.text, styles
        elif isinstance(child, b.Code):
            yield child.text, styles | {"code"}
        elif isinstance(child, b.Break):
            yield "\n", frozenset()
        elif isinstance(child, b.Styled):
            yield from _segments(child.children, styles | {child.style})
        else:
            yield from _link(child, styles)


def _link(link: b.Link, styles: frozenset[str]) -> Iterator[Segment]:
    """The words, and the address behind them without styles: a mark that touches it could be taken into it."""
    address = link_address(link)
    if not address:
        yield b.plain(link.children), frozenset()
    elif b.plain(link.children):
        yield from _segments(link.children, styles)
        yield f" ({address})", frozenset()
    else:
        yield address, frozenset()


def _written(segments: Sequence[Segment]) -> str:
    text = "".join(part for part, _ in segments)
    if not any(styles for _, styles in segments) and not _ANY_MARK.search(text):
        return text
    return _Line(text, [set(styles) for part, styles in segments for _ in part]).written()


@dataclass(slots=True)
class _Draft:
    """A line as written so far: its characters, the place each has in the text (-1: a mark of ours), and
    where the marks of each span stand. ``closed``: the last character is a closing mark."""

    characters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    spans: dict[tuple[str, int, int], tuple[int, int]] = field(default_factory=dict)
    closed: bool = False

    def put(self, character: str, place: int = -1, closed: bool = False) -> int:
        """Add a character; returns where it stands."""
        self.characters.append(character)
        self.places.append(place)
        self.closed = closed
        return len(self.characters) - 1


class _Line:
    """One line: written, read as WhatsApp may read it, and corrected until what is read is what is meant."""

    def __init__(self, text: str, styles: list[set[str]]) -> None:
        self.text = text
        self.styles = styles
        self._used = set[str]().union(*styles)
        self.joined = {place for run in _FENCE.finditer(text) for place in range(run.start(), run.end())}
        for style in MARKS:
            for start, end in self._runs(style):
                self._trim(style, start, end)
            for start, end in self._runs(style):
                self._widen(style, start, end)
        for start, end in self._runs("code"):
            throughout = set.intersection(*styles[start:end])
            for place in range(start, end):  # no mark is read inside of code
                styles[place] &= throughout
            if MARKS["code"] in text[start:end]:  # its marks and this one could make a fence
                self._drop("code", start, end)

    def written(self) -> str:
        """The line with its marks. Every round adds a joiner or takes a style away, so it ends."""
        while True:
            draft = _Draft()
            self._write(draft, 0, len(self.text), frozenset())
            text = "".join(draft.characters)
            if not (self._join_strays(text, draft) or self._leave_off(text, draft)):
                return text

    def _write(self, draft: _Draft, start: int, end: int, open_styles: frozenset[str]) -> None:
        """Write what stands from ``start`` to ``end``, which lies inside ``open_styles``."""
        place = start
        while place < end:
            new = self.styles[place] - open_styles
            ends = {style: self._end(style, place, end) for style in MARKS if style in new}
            if not ends or self.text[place].isspace():
                self._write_character(draft, place)
                place += 1
                continue
            style = max(ends, key=lambda name: ends[name])
            opening = draft.put(MARKS[style])
            self._write(draft, place, ends[style], open_styles | {style})
            draft.spans[style, place, ends[style]] = (opening, draft.put(MARKS[style], closed=True))
            place = ends[style]

    def _write_character(self, draft: _Draft, place: int) -> None:
        character = self.text[place]
        if place in self.joined or (draft.closed and (character.isalnum() or character == "`")):
            draft.put(JOINER)
        draft.put(character, place)

    def _join_strays(self, text: str, draft: _Draft) -> bool:
        """Have a joiner before each character of the text that would open a span, a list or a quotation."""
        strays = set()
        if found := _LINE_MARK.match(text):
            strays.add(draft.places[found.start(1)])
        for style in MARKS:
            last = max((found.start() for found in _CLOSES[style].finditer(text)), default=0)
            strays |= {draft.places[found.start()] for found in _OPENS[style].finditer(text, 0, last)}
        strays.discard(-1)
        self.joined |= strays
        return bool(strays)

    def _leave_off(self, text: str, draft: _Draft) -> bool:
        """Drop the styles whose marks do not stand where marks open, or close elsewhere."""
        dropped = False
        for (style, start, end), (opening, closing) in draft.spans.items():
            before = text[opening - 1 : opening]
            opens = before in ("", " ") or (draft.places[opening - 1] < 0 and before in "_*~")
            first_close = _CLOSES[style].search(text, opening + 2)
            if not (opens and first_close and first_close.start() == closing):
                self._drop(style, start, end)
                dropped = True
        return dropped

    def _runs(self, style: str) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        if style not in self._used:  # most lines have none
            return runs
        place = 0
        while place < len(self.styles):
            end = self._end(style, place, len(self.styles))
            if end > place:
                runs.append((place, end))
            place = max(end, place + 1)
        return runs

    def _end(self, style: str, place: int, limit: int) -> int:
        """Where the run of ``style`` that holds ``place`` ends."""
        while place < limit and style in self.styles[place]:
            place += 1
        return place

    def _trim(self, style: str, start: int, end: int) -> None:
        """Move the spaces at both ends out of the run."""
        kept = self.text[start:end].strip()
        first = self.text.index(kept, start)
        self._drop(style, start, first if kept else end)
        self._drop(style, first + len(kept), end)

    def _widen(self, style: str, start: int, end: int) -> None:
        """Take brackets and quotation marks around the run into it: directly behind them nothing opens."""
        first, last = start, end
        while first > 0 and self.text[first - 1] in _OPENING_BRACKETS:
            first -= 1
        while last < len(self.text) and last - end < start - first and self.text[last] in _CLOSING_BRACKETS:
            last += 1
        if first == 0 or self.text[first - 1].isspace():
            for place in (*range(first, start), *range(end, last)):
                self.styles[place].add(style)

    def _drop(self, style: str, start: int, end: int) -> None:
        for place in range(start, end):
            self.styles[place].discard(style)
