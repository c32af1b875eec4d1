"""How hard a text is to read, on two scales that were made for Malay and Indonesian readers.

Flesch's English weights give −30 for edited Indonesian news and say nothing here. Used instead:

- **Khadijah Rohani**: the school grade at which a text can be read, 0.3793 × words a sentence + 0.0207 × syllables
  in 300 words − 13.988. Source: Khadijah Rohani Mohd Yunus, *An Assessment of Structural Variables in Malay: A
  Readability Formula*, University of Miami 1982; coefficients as in Hazawawi, Zakaria & Hisham, JTEC 8(2), 2016.
  It was made on Malay school books: an estimate for Indonesian.
- **Fry's graph × 0.6**: syllables in 100 words times 0.6, and sentences in 100 words. Source: Harjasujana &
  Mulyati, *Membaca 2*, 1997. The pair is given, as teachers enter it in the graph.

Target: grade 8. Indonesians from 25 on went to school for 9.07 years on average (BPS, November 2025), and those
whom a release must reach for less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..text.syllables import count_syllables
from .prose import Paragraph, Part

TARGET: Final = 8.0
#: From these grades on a text is harder than it should be, and hard: one in ten edited news stories is beyond the
#: second, half of the unedited government releases are.
AMBER: Final = 9.0
RED: Final = 11.0
#: A sentence of more words is worth splitting.
LONG: Final = 20
#: So many sentences are named that would help most if split.
NAMED: Final = 3
#: A text of fewer words has no grade: chance decides.
FEWEST: Final = 30
ROLES: Final = frozenset({"body", "item", "quotation"})


@dataclass(frozen=True)
class Sentence:
    """A sentence of so many words: the part that it stands in, and its place in the paragraph's ``text``."""

    words: int
    part: Part
    start: int
    end: int


@dataclass(frozen=True)
class Readability:
    """The measures of a text. ``grade`` is a school grade, ``fry`` the pair for Fry's graph; ``hardest`` are the
    sentences that would help most if split, the longest first."""

    words: int
    sentences: int
    grade: float
    fry: tuple[float, float]
    hardest: tuple[Sentence, ...]

    @property
    def words_a_sentence(self) -> float:
        """The mean length of a sentence."""
        return self.words / self.sentences


def measure(parts: Iterable[Part]) -> Readability | None:
    """The readability of a text; headings are left out. None where there are fewer than 30 words."""
    words = syllables = counted = sentences = 0
    long: list[Sentence] = []
    for part in parts:
        if part.paragraph.role not in ROLES:
            continue
        for start, end, length in lengths(part.paragraph):
            sentences += 1
            words += length
            if length > LONG:
                long.append(Sentence(length, part, start, end))
        for token in part.paragraph.tokens:
            if token.text[0].isalpha():
                counted += 1
                syllables += count_syllables(token.text)
    if words < FEWEST or not counted:
        return None
    per_word = syllables / counted
    grade = 0.3793 * words / sentences + 0.0207 * 300 * per_word - 13.988
    fry = (per_word * 100 * 0.6, sentences / words * 100)
    long.sort(key=lambda sentence: -sentence.words)
    return Readability(words, sentences, grade, fry, tuple(long[:NAMED]))


def lengths(paragraph: Paragraph) -> Iterable[tuple[int, int, int]]:
    """The sentences of a paragraph that hold a word: start, end, and how many words."""
    tokens, first = paragraph.tokens, 0
    for start, end in paragraph.sentences:
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if last > first:
            yield start, end, last - first
        first = last
