"""``senin``, ``november``: names of days, months and feasts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import DAYS, MONTHS
from ..grammar.walk import places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_FEASTS: Final = frozenset(
    "ramadan ramadhan idulfitri iduladha idul lebaran natal nyepi waisak imlek muharam muharram syawal rajab "
    "zulhijah dzulhijjah".split()
)
_WORDS: Final = DAYS | MONTHS | _FEASTS
_DATE: Final = re.compile(r" \(\d{1,2}[/-]")
_DAY_BEFORE: Final = frozenset({"hari", "sabtu"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        if token.capitalised or (token.lower == "minggu" and not _is_sunday(paragraph, index)):
            continue
        yield Hit(token.start, token.end, (token.text.capitalize(),))


def _is_sunday(paragraph: Paragraph, index: int) -> bool:
    """*Minggu* the day, not *minggu* the week: behind *hari*, or before its date."""
    before = paragraph.tokens[index - 1].lower if index else ""
    return before in _DAY_BEFORE or _DATE.match(paragraph.text, paragraph.tokens[index].end) is not None


KAPITAL_HARI_BULAN = Rule(
    code="kapital-hari-bulan",
    level=Level.GALAT,
    title=N_("Day, month or feast in small letters"),
    message=N_("“{found}” is a name and begins with a capital."),
    why=N_(
        "Names of days, months, years and feasts begin with a capital: Senin, November, Ramadan, Lebaran. "
        "A week is minggu, the day before Monday is Minggu."
    ),
    eyd=("HF13",),
    certain=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Lomba digelar senin (4/5).", "Lomba digelar Senin (4/5)."),
        ("Pendaftaran dibuka bulan november.", "Pendaftaran dibuka bulan November."),
        ("Pasar murah digelar menjelang ramadan.", "Pasar murah digelar menjelang Ramadan."),
        ("Car free day diadakan setiap hari minggu.", "Car free day diadakan setiap hari Minggu."),
    ),
    leave_alone=("Pekerjaan selesai dalam dua minggu (14 hari).", "Layanan buka Senin sampai Jumat."),
)
