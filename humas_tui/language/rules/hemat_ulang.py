"""A head noun that need not be said again, and events called an event."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_EVENTS: Final = (
    "workshop|lokakarya|rapat|sosialisasi|pelatihan|seminar|bimbingan teknis|bimtek|senam|upacara|lomba|pameran|"
    "festival|penyuluhan|pembinaan|pelantikan|kunjungan|gotong royong|kerja bakti|donor darah|vaksinasi|musrenbang"
)

#: Said again on purpose.
_NO_NOUNS: Final = (
    r"(?:tidak|bukan|belum|lebih|sangat|dapat|harus|calon|antara|semua|setiap|posisi|makin|semakin)\b"
)


def _event(match: re.Match[str]) -> str:
    event = match["event"]
    return event.capitalize() if match["kegiatan"][0].isupper() else event


HEMAT_ULANG = Rule(
    code="hemat-ulang",
    level=Level.GAYA,
    title=N_("Noun that can be left out"),
    message=N_("The noun need not be said again: “{fix}”."),
    why=N_(
        "Konten positif dan konten humanis is konten positif dan humanis; kegiatan lokakarya is lokakarya, for a "
        "workshop is an event."
    ),
    source="Kalimat efektif: kehematan",
    kind=Patterns(
        (
            Pattern(
                rf"\b(?!{_NO_NOUNS})(?P<noun>[A-Za-z][a-z]{{4,}}) (?P<one>[a-z]{{4,}})"
                r" dan (?P=noun) (?P<other>[a-z]{4,})\b",
                r"\g<noun> \g<one> dan \g<other>",
            ),
            Pattern(rf"\b(?P<at>(?P<kegiatan>[Kk]egiatan) (?P<event>{_EVENTS}))\b", _event),
        ),
        words=frozenset({"dan", "kegiatan"}),
    ),
    examples=(
        ("Perbanyak konten positif dan konten humanis.", "Perbanyak konten positif dan humanis."),
        ("Warga mengikuti kegiatan lokakarya.", "Warga mengikuti lokakarya."),
    ),
    leave_alone=("Konten positif dan humanis; kegiatan warga.",),
)
