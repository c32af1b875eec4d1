"""A headline that is too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

MOST_WORDS: Final = 12
MOST_CHARACTERS: Final = 80


def find(paragraph: Paragraph) -> Iterator[Hit]:
    """The headline, where it is longer than editors print."""
    words, characters = len(paragraph.tokens), len(paragraph.text)
    if paragraph.role == "headline" and (words > MOST_WORDS or characters > MOST_CHARACTERS):
        yield Hit(0, characters, names={"words": str(words), "characters": str(characters)})


SUSUNAN_JUDUL_PANJANG = Rule(
    code="susunan-judul-panjang",
    level=Level.SARAN,
    title=N_("Headline too long"),
    message=N_("The headline has {words} words, {characters} characters: 12 words or 80 characters are enough."),
    why=N_(
        "Editors shorten a long headline themselves, and phones cut it off. What is not needed to know what "
        "happened goes into the lead."
    ),
    source="Praktik siaran pers",
    fields=("headline",),
    kind=Judgement(find),
    examples=(
        (
            "Pemerintah Kota Sukamaju melalui Dinas Kesehatan resmi membuka layanan sore di delapan puskesmas",
            "Delapan Puskesmas Sukamaju Buka Layanan Sore",
        ),
    ),
    leave_alone=("Enam Bus Sekolah Gratis Layani Pelajar Pinggiran Sukamaju",),
)
