"""A date in figures where it could be read aloud, or with a nought before the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..calendar import MONTHS, find_dates
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_NOUGHT: Final = N_("A day of one figure has no nought before it: “{fix}”.")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for dated in find_dates(text):
        if not dated.possible():
            continue
        day = text[dated.start : dated.end]
        bracketed = text[: dated.start].rstrip().endswith("(") or text[dated.end : dated.end + 1] == ")"
        if dated.figures and dated.year and not bracketed:
            span = f"{dated.day}" if dated.last == dated.day else f"{dated.day}{paragraph.house.dash}{dated.last}"
            yield Hit(dated.start, dated.end, (f"{span} {MONTHS[dated.month - 1]} {dated.year}",))
        elif not dated.figures and day.startswith("0"):
            yield Hit(dated.start, dated.end, (day.lstrip("0"),), message=_NOUGHT)


TANGGAL_BENTUK = Rule(
    code="tanggal-bentuk",
    level=Level.GAYA,
    title=N_("Date in figures"),
    message=N_("In a sentence the month is a word: “{fix}”."),
    why=N_(
        "*20 November 2019* is read without a stop and cannot be taken for another day. In figures a date "
        "stands in parentheses behind its weekday: *Rabu (20/11/2019)*."
    ),
    eyd=("TE03",),
    kind=Judgement(_find, marks=frozenset("0123456789")),
    examples=(
        ("Acara digelar pada 20-11-2019 di aula.", "Acara digelar pada 20 November 2019 di aula."),
        ("Acara digelar pada 05 Maret 2020.", "Acara digelar pada 5 Maret 2020."),
    ),
    leave_alone=("Acara digelar pada Rabu (20/11/2019).", "Acara digelar pada 5 Maret 2020."),
)
