"""A month or a weekday without its capital, or misspelt, in a date."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..calendar import MONTH_NUMBERS, MONTHS, WEEKDAY_NAMES
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_MISSPELT: Final = ("nopember", "pebruari")
_MONTHS: Final = "|".join(
    [*(month.lower() for month in MONTHS), *_MISSPELT, *map(str.capitalize, _MISSPELT), *map(str.upper, _MISSPELT)]
)
_WEEKDAYS: Final = "senin|selasa|rabu|kamis|jumat|jum['’]?at|sabtu|ahad"


def _month(match: re.Match[str]) -> str:
    name = MONTHS[MONTH_NUMBERS[match["at"].lower()] - 1]
    return name.upper() if match["at"].isupper() else name


TANGGAL_BULAN = Rule(
    code="tanggal-bulan",
    level=Level.GALAT,
    title=N_("Name of a month or a weekday in a date"),
    message=N_("“{found}” is written “{fix}”."),
    why=N_(
        "The names of months and weekdays begin with a capital, and those of the months are spelt as the "
        "dictionary has them: *November*, *Februari*."
    ),
    eyd=("HF13",),
    certain=True,
    kind=Patterns(
        (
            Pattern(rf"\d (?P<at>{_MONTHS})\b", fix=_month),
            Pattern(
                rf"\b(?P<at>{_WEEKDAYS})(?=[ ,]{{1,2}}\(?\d{{1,2}}[ /-])",
                fix=lambda match: "Jumat" if match["at"].startswith("jum") else match["at"].capitalize(),
            ),
        ),
        words=WEEKDAY_NAMES | MONTH_NUMBERS.keys(),
    ),
    examples=(
        ("Acara digelar pada 20 Nopember 2019.", "Acara digelar pada 20 November 2019."),
        ("Acara digelar pada selasa, 19 maret 2019.", "Acara digelar pada Selasa, 19 Maret 2019."),
        ("Acara digelar pada jum’at (22/11).", "Acara digelar pada Jumat (22/11)."),
    ),
    leave_alone=(
        "Acara digelar pada Selasa, 19 Maret 2019.",
        "Dalam 2 minggu 3 kegiatan digelar.",
        "RAPAT 20 NOVEMBER 2019",
    ),
)
