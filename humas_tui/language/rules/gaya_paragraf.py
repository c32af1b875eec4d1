"""A paragraph of more than four sentences or a hundred words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: Paragraphs of the news have 29 words, nine in ten no more than 38. Source: 903 published articles.
_SENTENCES: Final = 4
_WORDS: Final = 100


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    words = len(paragraph.tokens)
    if words < 2 * _SENTENCES:
        return
    sentences = len(paragraph.sentences)
    if sentences > _SENTENCES or words > _WORDS:
        begin = paragraph.tokens[0]
        yield Hit(
            begin.start,
            begin.end,
            message="" if words > _WORDS else _MANY,
            names={"words": str(words), "sentences": str(sentences)},
        )


_MANY: Final = N_("This paragraph has {sentences} sentences; two or three are enough for one thought.")

GAYA_PARAGRAF = Rule(
    code="gaya-paragraf",
    level=Level.GAYA,
    title=N_("Long paragraph"),
    message=N_("This paragraph has {words} words: a new one for each thought."),
    why=N_(
        "On a telephone a paragraph of a hundred words fills the screen. Newspapers cut from the end, and "
        "paragraphs are what they cut."
    ),
    source="Keterbacaan",
    kind=Judgement(_find),
    examples=(
        (
            "Loket dibuka. Warga antre. Petugas melayani. Nomor dipanggil. Semua selesai. Warga pulang.",
            "Pagi itu loket dibuka. Petugas melayani warga sampai semua selesai.",
        ),
    ),
    leave_alone=("Loket dibuka. Warga antre.",),
)
