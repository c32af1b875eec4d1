"""What spelling says of a paragraph, computed once for the rules that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from .kinds import Hit
from .lexicon import load
from .prose import Paragraph, Token
from .spelling import Doubt, Kind, Speller, is_plain
from .tables import column, table

#: Words in lower case that were let pass before, by dictionary: most of any text.
_let_pass: Final[dict[Path | None, set[str]]] = {}
_MANY: Final = 50_000
#: Where a capital makes no name if most words have one.
_HEADLINES: Final = frozenset({"headline", "heading"})
#: A preposition that was joined is told of also with a capital.
_IN_TWO: Final = re.compile(r"(?:di|ke|dari) ")
#: The rules ask for the same paragraph one after the other.
_REMEMBERED: Final = 4


class Doubted(NamedTuple):
    """A word that spelling does not let pass, and what it says of it."""

    token: Token
    doubt: Doubt

    @property
    def hit(self) -> Hit:
        """The place, with the suggestions in the capitals of the word."""
        fixes = self.doubt.suggestions
        if self.token.capitalised:
            fixes = tuple(fix[0].upper() + fix[1:] for fix in fixes)
        return Hit(self.token.start, self.token.end, fixes)


@cache
def desk_speller(dictionary: Path | None = None) -> Speller:
    """The speller that leaves to the tables what they have a cure for; ``dictionary`` is that of the office where
    it has one of its own. Raises UnreadableFileError, OSError."""
    nonstandard = {
        line[0].lower()
        for line in table("takbaku")
        if " " not in line[0] and line[0].lower() not in {fix.lower() for fix in column(line[1])}
    }
    return Speller(load(dictionary), nonstandard)


@cache
def _listed() -> frozenset[str]:
    """English words that the table of foreign words has an Indonesian one for."""
    return frozenset(word for line in table("asing") for word in line[0].lower().split())


@lru_cache(maxsize=_REMEMBERED)
def doubts(paragraph: Paragraph) -> tuple[Doubted, ...]:
    """The doubtful words of a paragraph in their order.

    Left out are words set off by ``*`` or ``_``, words that a capital makes names, and sentences in another
    language."""
    found = tuple(_doubted(paragraph))
    if not found:
        return ()
    foreign = [place for place in paragraph.sentences if not _is_indonesian(paragraph, *place)]
    return tuple(one for one in found if not any(start <= one.token.start < end for start, end in foreign))


def of_kind(paragraph: Paragraph, kind: Kind) -> Iterator[Doubted]:
    """The doubtful words of one kind."""
    return (one for one in doubts(paragraph) if one.doubt.kind is kind)


def alone(paragraph: Paragraph, kind: Kind) -> Iterator[Doubted]:
    """Those of that kind in lower case with no foreign word beside them: a phrase is foreign as a whole."""
    found = list(of_kind(paragraph, kind))
    foreign = _listed() | {one.token.lower for one in of_kind(paragraph, Kind.FOREIGN)}
    tokens = paragraph.tokens
    for one in found:
        index = paragraph.token_at(one.token.start)
        beside = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
        if not one.token.capitalised and not any(
            _touch(one.token, other) and other.lower in foreign for other in beside
        ):
            yield one


def _touch(one: Token, other: Token) -> bool:
    """Whether at most a space is between them."""
    return max(one.start, other.start) - min(one.end, other.end) < 2


def _doubted(paragraph: Paragraph) -> Iterator[Doubted]:
    speller = desk_speller(paragraph.house.dictionary)
    let_pass = _let_pass.setdefault(paragraph.house.dictionary, set())
    in_headline = paragraph.titled and paragraph.role in _HEADLINES
    names = {token.text for token in paragraph.tokens if token.capitalised and not token.initial}
    for token in paragraph.tokens:
        text = token.text
        if text in let_pass or token.styled or not is_plain(text):
            continue
        capital = token.capitalised
        if capital and not in_headline and (not token.initial or text in names):
            continue
        doubt = speller.look(token.lower, name=capital)
        if doubt is None or (doubt.kind is Kind.FOREIGN and token.lower in _listed()):
            if not capital and len(let_pass) < _MANY:
                let_pass.add(text)
        elif not (capital and _is_run_on(doubt)) and not (token.quoted and _is_speech(speller, token.lower)):
            yield Doubted(token, doubt)


def _is_speech(speller: Speller, word: str) -> bool:
    """Whether it is a word as one says it: mimpin for memimpin, kepilih for terpilih."""
    known = speller.is_known
    return known(f"me{word}") or (word.startswith("ke") and known(word[2:]))


def _is_run_on(doubt: Doubt) -> bool:
    """Whether two words are suggested: in a name that is how it was made (Tanjungpinang)."""
    return doubt.suggestions[:1] != () and " " in doubt.suggestions[0] and not _IN_TWO.match(doubt.suggestions[0])


def _is_indonesian(paragraph: Paragraph, start: int, end: int) -> bool:
    first, last = paragraph.token_at(start), paragraph.token_at(end)
    words = [token.lower for token in paragraph.tokens[first:last] if is_plain(token.text)]
    return desk_speller(paragraph.house.dictionary).speaks_indonesian(words)
