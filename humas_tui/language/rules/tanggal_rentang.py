"""A hyphen between two days or two times that mean “until”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..calendar import MONTHS, WEEKDAYS
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_DAYS: Final = "|".join(WEEKDAYS)
_MONTHS: Final = "|".join(MONTHS)
_HYPHEN: Final = r"[ \u00a0]*-[ \u00a0]*"
_SPAN: Final = re.compile(
    rf"\d(?<![\d/.,-]\d)\d?(?:(?P<days>{_HYPHEN})\d{{1,2}}(?=/\d{{1,2}}\b|[ \u00a0](?:{_MONTHS})\b)"
    rf"|\.\d\d(?P<times>{_HYPHEN})(?=\d{{1,2}}\.\d\d(?!\d|[.,]\d)))"
    rf"|(?:{_DAYS})(?P<weekdays>{_HYPHEN})(?:{_DAYS})\b"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _SPAN.finditer(paragraph.text):
        yield Hit(*match.span(match.lastgroup or 0), (paragraph.house.dash,))


TANGGAL_RENTANG = Rule(
    code="tanggal-rentang",
    level=Level.GAYA,
    title=N_("Hyphen between two days or two times"),
    message=N_("Between two days or two times stands a dash without spaces: “{fix}”."),
    why=N_(
        "A dash between two days, two dates or two times means *until*. The hyphen parts day, month and year of "
        "one date, so that *20-11-2019* is one day and *20–21/11/2019* are two."
    ),
    eyd=("TF03",),
    certain=True,
    kind=Judgement(_find, marks=frozenset("-")),
    examples=(
        ("Acara digelar pada 20-21 November 2019.", "Acara digelar pada 20–21 November 2019."),
        ("Kantor buka Senin - Jumat pukul 08.00-15.30.", "Kantor buka Senin–Jumat pukul 08.00–15.30."),
        ("Lokakarya digelar (20-21/11/2019).", "Lokakarya digelar (20–21/11/2019)."),
    ),
    leave_alone=(
        "Acara digelar pada 20–21 November 2019.",
        "Tanggal 20-11-2019 dan skor 21-17.",
        "Ruas Km 10.500-12.250 ditutup.",
    ),
)
