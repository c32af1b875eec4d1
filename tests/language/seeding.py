"""Slips of the pen, sown into words by chance; and the words of a text as spelling is asked about them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from humas_tui.language.spelling import Doubt, Kind, Speller, is_plain

TOKEN = re.compile(r"https?://\S+|\S+@\S+|[@#]\w+|[^\W_]+(?:[-'’.][^\W_]+)*")
#: What stands before a word with which a sentence begins.
OPENS = re.compile(r"(?:^|[.!?…:][\"”’)\]]*|[\"“(]|[-–—]|^\W+)\s*$")
SHORTEST = 4


@dataclass(frozen=True)
class Sown:
    """What came of the slips sown: how many, how many were flagged, and in how many the right word came first."""

    sown: int
    found: int
    first: int

    @property
    def found_share(self) -> float:
        return self.found / self.sown

    @property
    def first_share(self) -> float:
        return self.first / self.sown


def slip(chance: random.Random, word: str) -> str:
    """The word with one letter wrong, added, dropped, or swapped with the next: each kind as often."""
    while True:
        place = chance.randrange(len(word))
        letter = chance.choice(ascii_lowercase)
        before, here, after = word[:place], word[place], word[place + 1 :]
        wrong = chance.choice(
            (
                before + letter + after,
                before + letter + here + after,
                before + after,
                before + after[:1] + here + after[1:],
            )
        )
        if wrong != word:
            return wrong


def passages(text: str) -> Iterator[list[tuple[str, bool]]]:
    """The words of each line that spelling can judge, in lower case, each with whether it may be a name.

    Left out: a word with a capital inside a sentence, or that has one elsewhere in the text.
    """
    found = [
        [(match.group(), bool(OPENS.search(line[: match.start()]))) for match in TOKEN.finditer(line)]
        for line in text.splitlines()
    ]
    names = {token for line in found for token, opens in line if token[0].isupper() and not opens}
    for line in found:
        yield [
            (token.lower(), token[0].isupper())
            for token, opens in line
            if is_plain(token) and not (token[0].isupper() and (not opens or token in names))
        ]


def words(text: str) -> Iterator[tuple[str, bool]]:
    """The words of all passages."""
    for passage in passages(text):
        yield from passage


def sow(speller: Speller, texts: Iterable[str], count: int, seed: int = 2019, shortest: int = SHORTEST) -> Sown:
    """Sow so many slips into known words drawn from the texts, so that a frequent word is drawn often."""
    known = [
        word
        for text in texts
        for word, capital in words(text)
        if not capital and len(word) >= shortest and word.isalpha() and speller.look(word) is None
    ]
    chance = random.Random(seed)
    found = first = 0
    for _ in range(count):
        meant = chance.choice(known)
        doubt = speller.look(slip(chance, meant))
        if doubt is not None and doubt.kind is Kind.TYPO:
            found += 1
            first += doubt.suggestions[0] == meant
    return Sown(count, found, first)


def doubted(speller: Speller, texts: Iterable[str]) -> tuple[int, Counter[tuple[str, Doubt]]]:
    """How many words the texts have, and what spelling says of them. Passages in another language are let be."""
    total = 0
    doubts: Counter[tuple[str, Doubt]] = Counter()
    for text in texts:
        total += sum(1 for match in TOKEN.finditer(text) if match.group()[0].isalpha())
        for passage in passages(text):
            if speller.speaks_indonesian([word for word, _ in passage]):
                judged = ((word, speller.look(word, name=capital)) for word, capital in passage)
                doubts.update((word, doubt) for word, doubt in judged if doubt is not None)
    return total, doubts
