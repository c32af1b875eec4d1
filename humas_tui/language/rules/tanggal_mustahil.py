"""A date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..calendar import WEEKDAY_NAMES, find_dates
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_FIGURES: Final = frozenset("0123456789")
#: The number of a letter follows these, and looks like a date.
_NUMBERS: Final = frozenset("nomor no surat perkara pasal sk".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text, tokens = paragraph.text, paragraph.tokens
    for dated in find_dates(text):
        index = paragraph.token_at(dated.start)
        before = tokens[index - 1].lower if index else ""
        if dated.possible() or before in _NUMBERS:
            continue
        fraction = dated.figures and not dated.year and before not in WEEKDAY_NAMES
        if not fraction:
            yield Hit(dated.start, dated.end)


TANGGAL_MUSTAHIL = Rule(
    code="tanggal-mustahil",
    level=Level.GALAT,
    title=N_("Impossible date"),
    message=N_("There is no such day as {found}."),
    why=N_(
        "November has thirty days, a year twelve months: a date that does not exist was mistyped, or has day "
        "and month in the American order."
    ),
    source="Kalender Gregorius",
    kind=Judgement(_find, marks=_FIGURES),
    examples=(
        ("Acara digelar pada 31 November 2019.", "Acara digelar pada 30 November 2019."),
        ("Acara digelar pada Rabu (11/20/2019).", "Acara digelar pada Rabu (20/11/2019)."),
        ("Posko dibuka pada Kamis (30/2).", "Posko dibuka pada Kamis (27/2)."),
    ),
    leave_alone=(
        "Acara digelar pada 29 Februari 2020 dan Rabu (20/11).",
        "Surat Nomor 45/31/2022 dan lahan 20/31 bagian.",
        "Skor 21-17 dan pukul 10.45.",
    ),
)
