"""A release without a voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import count_words, is_news, prose, speeches, told_at_the_beginning

#: A shorter text is a notice.
FEWEST_WORDS: Final = 120


def find(document: Document) -> Iterator[Placed]:
    """The headline of a release in which nobody speaks."""
    words = sum(count_words(part.paragraph) for part in prose(document))
    if is_news(document) and words >= FEWEST_WORDS and not speeches(document):
        yield from told_at_the_beginning(document)


SUSUNAN_KUTIPAN_TIADA = Rule(
    code="susunan-kutipan-tiada",
    level=Level.GAYA,
    title=N_("Nobody speaks"),
    message=N_("There is no quotation: let somebody speak, best of all a citizen who is helped."),
    why=N_(
        "A voice makes a release humanist, and journalists want one. The voice of a citizen tells more than that "
        "of "
        "a second official."
    ),
    source="Pelatihan Humas 2019: konten positif dan humanis",
    kind=Shape(find),
    examples=(
        (
            "Layanan sore dibuka di Sukamaju, Senin (7/12/2026). " + "Petugas menerima warga sampai malam. " * 25,
            "Layanan sore dibuka di Sukamaju, Senin (7/12/2026). "
            + "Petugas menerima warga sampai malam. " * 25
            + "\n\n“Saya bisa berobat sepulang kerja,” kata Wahyuni Sulastri, warga.",
        ),
    ),
)
