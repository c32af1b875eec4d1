"""Nonstandard names of offices, months, days and countries, which have a capital as a rule."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_GELAR = Rule(
    code="takbaku-gelar",
    level=Level.GALAT,
    title=N_("Nonstandard title, month or country"),
    message=N_("The standard spelling of “{found}” is “{fix}”."),
    why=N_(
        "Offices, months and days are misspelt with a capital as often as without one: Walikota, Propinsi, "
        "Pebruari. The capital makes no name of them."
    ),
    eyd=("KB03a",),
    source="KBBI",
    certain=True,
    kind=Words(partial(entries, "takbaku", "N"), names=True),
    examples=(
        ("Rapat dipimpin Walikota Sukabumi.", "Rapat dipimpin Wali Kota Sukabumi."),
        (
            "Menurut walikota, jalan dibuka pada Jum'at, 3 Pebruari.",
            "Menurut wali kota, jalan dibuka pada Jumat, 3 Februari.",
        ),
        ("Kasubag Humas hadir di ibukota.", "Kasubbag Humas hadir di ibu kota."),
    ),
    leave_alone=("Wali Kota Sukabumi hadir pada Jumat, 3 Februari.",),
)
