"""``para Lurah``: an office that many hold, or nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import OFFICES
from ..grammar.walk import gap, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_MANY: Final = frozenset("para seorang setiap tiap semua seluruh sejumlah beberapa banyak calon".split())
_OFFICES: Final = OFFICES | frozenset("kepala ketua guru kader".split())
#: Behind the first word of an office of two: *Wali Kota*, *Kepala Desa*.
_SECOND: Final = frozenset("kota desa sekolah daerah dinas".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _MANY):
        first = last = index + 1
        if (
            paragraph.titled
            or last >= len(tokens)
            or not joined(paragraph, first)
            or not tokens[first].capitalised
        ):
            continue
        if tokens[first].lower == "wali" or tokens[first].lower in _OFFICES:
            if joined(paragraph, last + 1) and tokens[last + 1].lower in _SECOND and tokens[last + 1].capitalised:
                last += 1
            elif tokens[first].lower == "wali":
                continue
        else:
            continue
        behind = gap(paragraph, last + 1)
        small = last + 1 == len(tokens) or tokens[last + 1].text.islower()
        if small or behind[:1] in ".,;":
            start, end = tokens[first].start, tokens[last].end
            yield Hit(start, end, (paragraph.text[start:end].lower(),))


KAPITAL_JABATAN_UMUM = Rule(
    code="kapital-jabatan-umum",
    level=Level.SARAN,
    title=N_("Capital for an office that many hold"),
    message=N_("“{found}” means nobody in particular: small letters are enough."),
    why=N_(
        "An office has a capital before a name or in place of one. Where it means many people or anybody, it is a "
        "common noun: para lurah, setiap camat, seorang kepala desa."
    ),
    eyd=("HF10",),
    kind=Judgement(_find, words=_MANY),
    examples=(
        ("Hadir pula para Lurah dan tokoh warga.", "Hadir pula para lurah dan tokoh warga."),
        ("Setiap Kepala Desa wajib melapor.", "Setiap kepala desa wajib melapor."),
    ),
    leave_alone=("Hadir para Bupati Jawa Barat.", "Lurah Cisarua hadir."),
)
