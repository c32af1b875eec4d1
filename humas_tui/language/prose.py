"""Prose: a text as paragraphs, and what every rule wants to know of one, computed once and shared.

A paragraph is a line, as everywhere in this program (``text.blocks``); only lines that a machine has wrapped are
read as one. No rule sees a paragraph longer than ``LONGEST``: one that is, is cut between words, so that no
text whatever takes more than time in proportion to its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from .house import PLAIN, House
from .markup import Unmarked, unmark
from .quotes import Quotes, find_quotes
from .sentences import find_sentences

if TYPE_CHECKING:
    from ..model import Release

LONGEST: Final = 8_000  # characters of a paragraph
#: Wrapped by a machine: every line but the last is this near to the longest, which has so many characters.
WRAP: Final = range(50, 101)
RAGGED: Final = 20

_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
_CAPITAL_IS_DUE: Final = re.compile(r"[.!?…:;(\[—–•|/]|(?:^|\s)-(?:\s|$)")
_LINE: Final = re.compile("[^\r\n\x85\u2028\u2029\x0b\x0c]+")
_PREFIX: Final = re.compile(
    r"\s*(?:(?P<quotation>(?:>\s?)+)|(?P<heading>\#{1,6}\s)|(?P<item>[-*+•]\s|\d{1,3}[.)]\s))?\s*"
)
_CLOSES: Final = '.!?…:;"”)'
_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})")


class Token(NamedTuple):
    """A word or a figure, hyphens and apostrophes inside it included. ``lower`` is its lower case; ``initial``: a
    capital would stand here for the place's sake (begin of a sentence, of a quotation, behind a colon or dash);
    ``quoted``: it stands in a quotation; ``styled``: it is set off by ``*`` or ``_``."""

    text: str
    lower: str
    start: int
    end: int
    initial: bool
    quoted: bool
    styled: bool

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


class Paragraph:
    """A paragraph by itself: the same wherever it stands in a text. Never altered.

    ``raw`` is the paragraph as it was typed; ``text`` what the reader will read of it, which is what rules look
    at: without Markdown, on one line, addresses and the like as ``markup.HIDDEN``. Places are places in ``text``.
    ``role`` is ``headline`` (the field of a release), ``heading``, ``item``, ``quotation`` or ``body``.
    """

    def __init__(self, raw: str, role: str = "body", house: House = PLAIN) -> None:
        self.raw = raw
        self.role = role
        self.house = house
        self._unmarked: Unmarked = unmark(raw)
        self.text = self._unmarked.text

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that stands in it."""
        return frozenset(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands in it, in lower case."""
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def quotes(self) -> Quotes:
        """The quotations in it."""
        return find_quotes(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences: start and end of each."""
        return find_sentences(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and figures, in their order."""
        return tuple(self._tokens())

    @cached_property
    def titled(self) -> bool:
        """Whether most words begin with a capital, as in a headline: a capital then makes no name."""
        words = [token for token in self.tokens if token.text[0].isalpha()]
        return len(words) > 2 and sum(token.capitalised for token in words) > 0.7 * len(words)

    @property
    def styled(self) -> tuple[tuple[int, int], ...]:
        """The stretches that are set off by ``*`` or ``_``."""
        return self._unmarked.styled

    def quoted(self, start: int, end: int) -> bool:
        """Whether this stretch stands in a quotation, its marks not counted."""
        return any(quote.start < start and end <= quote.end - quote.closed for quote in self.quotes.pairs)

    def set_off(self, start: int, end: int) -> bool:
        """Whether this stretch is set off by ``*`` or ``_``."""
        return any(first <= start and end <= last for first, last in self.styled)

    def token_at(self, position: int) -> int:
        """The index of the first word that ends behind ``position``; their number where there is none."""
        return bisect_right(self._token_ends, position)

    @cached_property
    def _token_ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def place(self, start: int, end: int) -> tuple[int, int, bool]:
        """A stretch of ``text`` as a stretch of ``raw``, and whether both say the same: where marks were taken out
        inside it, they do not, and nothing may be put in its place."""
        first = self._unmarked.origin(start)
        last = self._unmarked.origin(end - 1) + 1
        return first, last, self.raw[first:last] == self.text[start:end]

    def _tokens(self) -> Iterator[Token]:
        text = self.text
        inside = [(quote.start, quote.end) for quote in self.quotes.pairs]
        styled = self.styled
        quote = end = before = 0
        for match in _WORD.finditer(text):
            start = match.start()
            initial = not end or (start - end > 1 and _CAPITAL_IS_DUE.search(text, end, start) is not None)
            end = match.end()
            while quote < len(inside) and inside[quote][1] <= start:
                quote += 1
            quoted = quote < len(inside) and inside[quote][0] < start
            if quoted and not initial:
                initial = inside[quote][0] >= before
            before = end
            word = match[0]
            set_off = bool(styled) and self.set_off(start, end)
            yield Token(word, word.lower(), start, end, initial, quoted, set_off)


class Part(NamedTuple):
    """A paragraph of a text and where in it its ``raw`` begins."""

    start: int
    paragraph: Paragraph


@dataclass(frozen=True)
class Document:
    """A text as rules of the whole see it: the paragraphs of each field (``body`` for a text that is no release),
    and the release that they are of."""

    fields: Mapping[str, tuple[Part, ...]]
    house: House
    release: Release | None = None


def stretches(text: str, field: str = "body") -> Iterator[tuple[int, int, str]]:
    """The paragraphs of a text: start, end and role of each, in their order.

    Left out are empty lines, fenced code, lines across the page and rows of a table."""
    for block in _blocks(text):
        for start, end, role in _joined(text, block) if len(block) > 1 else block:
            yield from _cut(text, start, end, "headline" if field == "headline" else role)


def _blocks(text: str) -> Iterator[list[tuple[int, int, str]]]:
    """Lines that follow one another without an empty one between: start, end, role; without their prefix."""
    block: list[tuple[int, int, str]] = []
    fence = ""
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text.count("\n", last, start) > 1 or text.count("\r", last, start) > 1:
            yield block
            block = []
        last = end
        mark = _FENCE.match(text, start, end)
        if mark is not None and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            continue
        if fence or _is_no_prose(text[start:end].strip()):
            continue
        prefix = _PREFIX.match(text, start, end)
        if prefix is not None:
            start = prefix.end()
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            block.append((start, end, (prefix and prefix.lastgroup) or "body"))
    yield block


def _is_no_prose(line: str) -> bool:
    """Whether it is a line across the page, or a row of a table."""
    return not line.strip("-*_= \t") or (line.startswith("|") and line.endswith("|"))


def _joined(text: str, block: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The lines of a block; as one paragraph where they look wrapped by a machine."""
    widths = [end - start for start, end, _role in block[:-1]]
    longest = max(max(widths), block[-1][1] - block[-1][0])
    plain = all(role == "body" for _start, _end, role in block)
    if not plain or longest not in WRAP or min(widths) < longest - RAGGED:
        return block
    parted = any(text[one[1] : after[0]].strip() for one, after in pairwise(block))
    if parted or all(text[end - 1] in _CLOSES for _start, end, _role in block[:-1]):
        return block
    return [(block[0][0], block[-1][1], "body")]


def _cut(text: str, start: int, end: int, role: str) -> Iterator[tuple[int, int, str]]:
    """The stretch in pieces of at most LONGEST characters, cut behind a space where there is one."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = space + 1 if space > 0 else start + LONGEST
        yield start, middle, role
        start = middle
    yield start, end, role
