"""ke- … -an is one word: kehidupan, keamanan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...i18n import N_
from ..doubts import desk_speller
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for token, after in pairwise(paragraph.tokens):
        if token.lower != "ke" or after.text != after.lower:
            continue
        core = after.lower.removesuffix("nya")
        if core.endswith("an") and paragraph.text[token.end : after.start].isspace() and _is_noun(paragraph, core):
            yield Hit(token.start, after.end, (f"{token.text}{after.text}",))


def _is_noun(paragraph: Paragraph, word: str) -> bool:
    """Whether this is a word only together with ke-."""
    lexicon = desk_speller(paragraph.house.dictionary).lexicon
    return word not in lexicon.words and word not in lexicon.made and f"ke{word}" in lexicon.words


AWALAN_KE = Rule(
    code="awalan-ke",
    level=Level.GALAT,
    title=N_("Prefix ke- written apart"),
    message=N_("Ke- … -an is one word: “{fix}”."),
    why=N_(
        "Ke- and -an together make a noun and are written together with it: kehidupan, keamanan, kesehatan. Apart "
        "stands the preposition ke, before a place."
    ),
    eyd=("KB01a",),
    certain=True,
    kind=Judgement(_find, words=frozenset({"ke"})),
    examples=(
        ("Dalam ke hidupan sehari-hari, ke amanan penting.", "Dalam kehidupan sehari-hari, keamanan penting."),
    ),
    leave_alone=("Bupati pergi ke lapangan, ke tepian sungai, ke perkampungan, dan ke ruangan itu.",),
)
