"""Slips of the pen: a word that is none, beside one that was likely meant."""

from __future__ import annotations

from collections.abc import Iterable

from ...i18n import N_
from ..doubts import of_kind
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..spelling import Kind


def _find(paragraph: Paragraph) -> Iterable[Hit]:
    return (one.hit for one in of_kind(paragraph, Kind.TYPO))


EJAAN_SALAH = Rule(
    code="ejaan-salah",
    level=Level.SARAN,
    title=N_("Slip of the pen"),
    message=N_("“{found}” is no word. Is “{fix}” meant?"),
    why=N_(
        "The word stands in no list and is made by no rule of word forms, but one letter away stands a common "
        "word. Unknown words with no such neighbour are names, dialect or terms, and are left alone."
    ),
    source="KBBI",
    kind=Judgement(_find),
    examples=(
        ("Kegiatan itu dihadiri masyarakar setempat.", "Kegiatan itu dihadiri masyarakat setempat."),
        ("Tangggal pelaksanaan diumumkan.", "Tanggal pelaksanaan diumumkan."),
    ),
    leave_alone=(
        "Kegiatan itu dihadiri Pak Widodo Suryaputra dari Kampung Cibeureum.",
        "Warga menyajikan surabi.",
    ),
)
