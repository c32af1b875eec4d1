"""Dates of a release: read as officers type them, written as Indonesian media print them.

Words come from the CLDR tables of Babel (imported late: 25 ms). Times are written with a point and the
zone's Indonesian abbreviation: ``pukul 13.00 WIB`` (EYD V, and the practice of government releases).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from .clean import clean_line

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS: Final = re.compile(
    r"(?<![\d/.-])(?:(\d{1,2})\s*[-–]\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\b"
)
_WORDS: Final = re.compile(r"(?:(\d{1,2})\s*[-–]\s*)?\b(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})\b")
_TIME: Final = re.compile(r"(?:^|[T\s])(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?\s*(WIB|WITA|WIT)?$", re.IGNORECASE)
_ZONES: Final = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def long_date(day: date) -> str:
    """``Rabu, 18 November 2026``."""
    from babel.dates import format_date

    return format_date(day, "EEEE, d MMMM y", locale="id")


def weekday(day: date, language: str = "id") -> str:
    """``Rabu``."""
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=language)


def short_date(day: date, language: str = "id", *, year: bool = True) -> str:
    """``18 Nov 2026``, or ``18 Nov`` without the year."""
    from babel.dates import format_date

    return format_date(day, "d MMM y" if year else "d MMM", locale=language)


def date_and_time(moment: datetime, zone: str) -> str:
    """``Senin, 2 Maret 2026, pukul 13.00 WIB``: the moment as the clocks of ``zone`` (IANA name) show it."""
    from babel.dates import format_datetime

    local = moment.astimezone(ZoneInfo(zone))
    return format_datetime(local, "EEEE, d MMMM y, 'pukul' HH.mm z", locale="id")


def age(then: datetime, now: datetime, language: str = "id") -> str:
    """How long ago, in one unit: ``3 hari``, ``5 menit``; nothing under a minute."""
    if (now - then).total_seconds() < 60:
        return ""
    from babel.dates import format_timedelta

    return format_timedelta(now - then, granularity="minute", format="long", locale=language)


def find_date(text: str) -> date | None:
    """The first date that ``text`` shows: ``18/11/2026``, ``18 November 2026``, ``2026-11-18``.

    Of a span of days (``20-21/11/2019``) the first day counts. Two-digit years are of this century. A
    group of figures that is no date of the calendar is passed over.
    """
    candidates: list[tuple[int, date]] = []
    for match in _ISO.finditer(text):
        _add(candidates, match.start(), match[1], match[2], match[3])
    for match in _NUMBERS.finditer(text):
        _add(candidates, match.start(), match[4], match[3], match[1] or match[2])
    for match in _WORDS.finditer(text):
        month = _months().get(match[3].casefold())
        if month:
            _add(candidates, match.start(), match[4], str(month), match[1] or match[2])
    return min(candidates, default=(0, None), key=lambda found: found[0])[1]


def parse_date(text: str) -> date | None:
    """The date that an officer typed, or None where there is none."""
    return find_date(clean_line(text))


def parse_moment(text: str, zone: str) -> datetime | None:
    """The date and time that an officer typed (``1/12/2026 09.00``), in ``zone`` unless another is named behind
    it (``09.00 WITA``); without a time, midnight."""
    text = clean_line(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        day = find_date(text)
        time = _TIME.search(text)
        if day is None or (time and (int(time[1]) > 23 or int(time[2]) > 59)):
            return None
        hour, minute = (int(time[1]), int(time[2])) if time else (0, 0)
        moment = datetime(day.year, day.month, day.day, hour, minute)
        zone = _ZONES[time[3].upper()] if time and time[3] else zone
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _add(candidates: list[tuple[int, date]], position: int, year: str, month: str, day: str) -> None:
    number = int(year) + (2000 if len(year) == 2 else 0)
    try:
        candidates.append((position, date(number, int(month), int(day))))
    except ValueError:
        return


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in get_month_names(width, locale="id").items():
            names[name.casefold().rstrip(".")] = number
    return names
