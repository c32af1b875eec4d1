"""A release that is too short or too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ...model import Kind
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import count_words, prose, told_at_the_beginning

FEWEST: Final = 300
MOST: Final = 500


def find(document: Document) -> Iterator[Placed]:
    """The headline of a press release of another length than papers print."""
    if document.release is None or document.release.kind is not Kind.SIARAN_PERS:
        return
    words = sum(count_words(part.paragraph) for part in prose(document))
    if words and not FEWEST <= words <= MOST:
        for field, part, hit in told_at_the_beginning(document):
            yield field, part, hit._replace(names={"words": str(words)})


SUSUNAN_PANJANG = Rule(
    code="susunan-panjang",
    level=Level.GAYA,
    title=N_("Length of the release"),
    message=N_("The text has {words} words; papers print 300 to 500."),
    why=N_(
        "A shorter release leaves questions open; a longer one is cut by somebody who does not know the matter."
    ),
    source="Praktik siaran pers: 300–500 kata",
    kind=Shape(find),
    examples=(
        ("Layanan sore dibuka di Sukamaju.", "Petugas menerima warga sampai malam. " * 70),
        ("Petugas menerima warga sampai malam. " * 120, "Petugas menerima warga sampai malam. " * 80),
    ),
)
