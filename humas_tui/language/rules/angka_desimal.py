"""A full stop before decimals."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_UNITS: Final = (
    "persen|juta|miliar|milyar|triliun|kilometer|km|meter|cm|mm|sentimeter|kilogram|kg|gram|ton|kuintal|liter|hektare"
    "|hektar|ha|derajat|inci|poin|magnitudo|skala|watt|kwh|mw|megawatt|kali lipat"
)

ANGKA_DESIMAL = Rule(
    code="angka-desimal",
    level=Level.GALAT,
    title=N_("Full stop before decimals"),
    message=N_("Decimals follow a comma: {fix}"),
    why=N_(
        "In Indonesian the comma begins the decimals and the full stop parts thousands: *12.5 persen* is "
        "English, and a reader may stop at twelve thousand."
    ),
    eyd=("TB12",),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                rf"(?P<at>(?P<whole>\d(?<![\d.,]\d)(?<!ukul \d)\d{{0,2}})\.(?P<part>\d{{1,2}}))"
                rf"(?=[ \u00a0]?(?:%|(?:{_UNITS})\b))",
                fix=r"\g<whole>,\g<part>",
            ),
        ),
        marks=frozenset("0123456789"),
    ),
    examples=(
        ("Angka itu naik 12.5 persen menjadi 3.75 juta.", "Angka itu naik 12,5 persen menjadi 3,75 juta."),
        ("Terealisasi 60.4%.", "Terealisasi 60,4%."),
    ),
    leave_alone=(
        "Angka itu naik 12,5 persen pada pukul 10.30.",
        "Sebanyak 12.500 ton beras; aplikasi versi 2.0.",
        "Pasal 5.1 dan alamat 192.168.0.1 dibaca.",
    ),
)
