"""A weekday that is not that of its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...i18n import N_
from ..calendar import MONTHS, WEEKDAY_NAMES, WEEKDAYS, Weekday, find_dates, find_weekdays, nearest
from ..finding import Level
from ..kinds import Hit, Shape
from ..prose import Document, Part
from ..rule import Rule


def _find(document: Document) -> Iterator[tuple[str, Part, Hit]]:
    references: list[date] | None = None
    for field, parts in document.fields.items():
        for part in parts:
            if WEEKDAY_NAMES.isdisjoint(part.paragraph.words):
                continue
            for weekday in find_weekdays(part.paragraph.text):
                if references is None and not weekday.dated.year:
                    references = _references(document)
                day = _day(weekday, references or [])
                if day is not None and day.weekday() != weekday.number:
                    told = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
                    fixes = (WEEKDAYS[day.weekday()],)
                    yield field, part, Hit(weekday.start, weekday.end, fixes, names={"date": told})


def _day(weekday: Weekday, references: list[date]) -> date | None:
    dated = weekday.dated
    if not dated.possible():
        return None
    first = dated.first_day(dated.year) if dated.year else nearest(dated, references)
    return first and first.replace(day=weekday.day)


def _references(document: Document) -> list[date]:
    """Days that tell which year is meant: that of the event, else every date of the text that has a year."""
    if document.release is not None and document.release.event_date is not None:
        return [document.release.event_date]
    found = (
        dated.first_day(dated.year)
        for parts in document.fields.values()
        for part in parts
        for dated in find_dates(part.paragraph.text)
        if dated.year
    )
    return [day for day in found if day is not None]


TANGGAL_HARI = Rule(
    code="tanggal-hari",
    level=Level.GALAT,
    title=N_("Weekday and date do not agree"),
    message=N_("{date} is a {fix}, not a {found}: weekday or date is wrong."),
    why=N_(
        "People come on the wrong day when weekday and date do not agree, and no journalist can tell which is "
        "meant. Where the year is left out, the date of the event tells it, or the other dates of the text."
    ),
    source="Kalender Gregorius",
    kind=Shape(_find, everywhere=True),
    examples=(
        ("Lokakarya digelar pada Selasa (20/11/2019).", "Lokakarya digelar pada Rabu (20/11/2019)."),
        ("Kantor tutup pada Kamis, 20 November 2019.", "Kantor tutup pada Rabu, 20 November 2019."),
        (
            "Acara itu digelar Rabu–Jumat (20–21/11/2019).",
            "Acara itu digelar Rabu–Kamis (20–21/11/2019).",
        ),
        (
            "Hujan turun sejak Selasa (31/12/2019). Air surut pada Kamis (1/1).",
            "Hujan turun sejak Selasa (31/12/2019). Air surut pada Rabu (1/1).",
        ),
    ),
    leave_alone=(
        "Lokakarya digelar pada Rabu (20/11/2019) dan Kamis, 21 November 2019.",
        "Rapat digelar setiap Senin (10.30–12.00) dan Selasa (20/11).",
        "Proklamasi dibacakan pada Jumat, 17 Agustus 1945.",
    ),
)
