"""A lead of too many words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import count_words, is_news, lead, whole

MOST_WORDS: Final = 35


def find(document: Document) -> Iterator[Placed]:
    """The lead, where it is longer than a reader takes in at once."""
    part = lead(document)
    if is_news(document) and part is not None and count_words(part.paragraph) > MOST_WORDS:
        yield "body", part, whole(part.paragraph)._replace(names={"words": str(count_words(part.paragraph))})


SUSUNAN_TERAS_PANJANG = Rule(
    code="susunan-teras-panjang",
    level=Level.SARAN,
    title=N_("Lead too long"),
    message=N_("The lead has {words} words; 35 are enough. What can wait goes into the next paragraph."),
    why=N_(
        "The first paragraph tells what happened, who did it, where and when; nothing else. In edited news it "
        "has 32 "
        "words (median of 903 stories), in releases of local governments 43."
    ),
    source="Kajian 903 berita: teras berita bermedian 32 kata",
    kind=Shape(find),
    examples=(
        (
            "Pemerintah Kota Sukamaju membuka layanan sore di delapan puskesmas mulai Senin (7/12/2026) agar "
            "pekerja "
            "dapat berobat tanpa kehilangan upah, setelah survei terhadap dua ribu pekerja pada September lalu "
            "menunjukkan bahwa hampir separuh responden menunda pemeriksaan karena jam layanan yang berakhir "
            "terlalu "
            "cepat.",
            "Pemerintah Kota Sukamaju membuka layanan sore di delapan puskesmas mulai Senin (7/12/2026).",
        ),
    ),
)
