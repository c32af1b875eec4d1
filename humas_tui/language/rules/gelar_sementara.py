"""``Plt Bupati``, ``PJ. Wali Kota``: who holds an office for a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import gap, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_RIGHT: Final = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj.", "pjs": "Pjs."}


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _RIGHT):
        token = tokens[index]
        if index + 1 == len(tokens) or not tokens[index + 1].capitalised or paragraph.text.isupper():
            continue
        dotted = gap(paragraph, index + 1)
        right = _RIGHT[token.lower]
        if dotted == " " or (dotted in (". ", ".") and f"{token.text}." != right):
            end = token.end + dotted.count(".")
            yield Hit(token.start, end, (right,))


GELAR_SEMENTARA = Rule(
    code="gelar-sementara",
    level=Level.GALAT,
    title=N_("Acting official without the full stop"),
    message=N_("The abbreviation is written “{fix}”."),
    why=N_(
        "Plt. (pelaksana tugas), Plh. (pelaksana harian), Pj. (penjabat) and Pjs. (pejabat sementara) are "
        "abbreviations that end with a full stop. Many newsrooms leave it out."
    ),
    eyd=("KF01",),
    certain=True,
    kind=Judgement(_find, words=frozenset(_RIGHT)),
    examples=(
        ("Acara dibuka Plt Bupati Garut.", "Acara dibuka Plt. Bupati Garut."),
        ("Hadir PJ. Wali Kota Bogor.", "Hadir Pj. Wali Kota Bogor."),
    ),
    leave_alone=("Acara dibuka Plt. Bupati Garut.",),
)
