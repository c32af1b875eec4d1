"""Dates in running text: where one stands, which day it is, and which weekday is said to be that day.

The names stand here, not in Babel's tables (``text.dates``): they are needed at the first key, and Babel takes
25 ms to load.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS: Final = tuple(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
#: As they are typed as well.
_SPELLINGS: Final = {"nopember": 11, "pebruari": 2, "februari": 2, "agust": 8, "sept": 9, "des": 12}
MONTH_NUMBERS: Final = {name.lower(): number for number, name in enumerate(MONTHS, start=1)} | _SPELLINGS
_WEEKDAY_NUMBERS: Final = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4,
    "jum’at": 4,
    "ahad": 6,
}
#: Every weekday in lower case, as it may be typed.
WEEKDAY_NAMES: Final = frozenset(_WEEKDAY_NUMBERS)
#: Years of news and of what it remembers; other figures are numbers of letters and the like.
_YEARS: Final = range(1900, 2101)
_CENTURY: Final = 2000  # of two figures for a year

DASH: Final = r"[ \u00a0]?[-–—][ \u00a0]?"
_WORDS: Final = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DAY: Final = (
    rf"(?<![\w/.-])(?<!\d,)(?P<day>\d{{1,2}})(?:(?P<range>{DASH}|[ ]?dan[ ]|[ ]?s/d[ ]?)(?P<last>\d{{1,2}}))?"
)
#: ``20/11/2019``, ``20-21/11/2019``, ``20 November 2019``, ``20–21 November``; a month in figures is followed by a
#: year, unless a slash makes it one (``20/11``).
_DATE: Final = re.compile(
    rf"{_DAY}(?:"
    r"(?P<mark>[/.-])(?P<figure>\d{1,2})(?:(?P=mark)(?P<year>\d{4}|\d{2}))?(?![\d/]|[.,-]\d)"
    rf"|[ \u00a0]+(?P<word>{_WORDS})\b\.?(?:,?[ \u00a0]+(?P<wordyear>\d{{4}})\b)?)",
    re.IGNORECASE,
)
_NAMES: Final = "|".join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True))
#: What may stand between a weekday and its date, from the end of the one to the begin of the other.
_WEEKDAY: Final = re.compile(
    rf"\b(?P<first>{_NAMES})(?:(?:{DASH}|[ ]dan[ ])(?P<second>{_NAMES}))?"
    r"(?:[ ](?:pagi|siang|sore|petang|malam|dini hari|kemarin|lalu|ini|besok|mendatang|depan))?"
    r"[ \u00a0]?,?[ \u00a0]?\(?[ \u00a0]?(?:(?:tanggal|tgl\.?)[ ])?\Z",
    re.IGNORECASE,
)
_REACH: Final = 48  # characters before a date in which its weekday stands


class Dated(NamedTuple):
    """A date from ``start`` to ``end`` of a text; ``last`` is the last day of a span of days, else the day itself.
    ``figures``: the month is one; ``mark`` parts it from the day. ``year`` is 0 where none is given."""

    start: int
    end: int
    day: int
    last: int
    month: int
    year: int
    figures: bool
    mark: str

    def possible(self) -> bool:
        """Whether the calendar has it."""
        days = monthrange(self.year or 2000, self.month)[1] if 1 <= self.month <= 12 else 0
        return 1 <= self.day <= days and 1 <= self.last <= days

    def first_day(self, year: int) -> date | None:
        """Its day in that year, or None where the year has no such day."""
        return (Dated(*self[:5], year, *self[6:]).possible() and date(year, self.month, self.day)) or None


class Weekday(NamedTuple):
    """A weekday from ``start`` to ``end`` of a text, which is said to be the ``day`` of a date."""

    start: int
    end: int
    number: int
    day: int
    dated: Dated


@lru_cache(maxsize=64)  # several rules ask about each paragraph
def find_dates(text: str) -> tuple[Dated, ...]:
    """The dates in a text, in their order, possible or not."""
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[Dated]:
    for match in _DATE.finditer(text):
        word = match["word"]
        if word is None and match["year"] is None and match["mark"] != "/":
            continue  # a time, a decimal, a score
        year = int(match["year"] or match["wordyear"] or 0)
        if match["year"] is not None and len(match["year"]) == 2:
            if match["mark"] == ".":
                continue
            year += _CENTURY
        if year and year not in _YEARS:
            continue
        month = MONTH_NUMBERS[word.lower()] if word else int(match["figure"])
        day = int(match["day"])
        last = int(match["last"] or day)
        yield Dated(match.start(), match.end(), day, last, month, year, word is None, match["mark"] or " ")


def find_weekdays(text: str) -> Iterator[Weekday]:
    """The weekdays of the dates in a text."""
    for dated in find_dates(text):
        reach = max(0, dated.start - _REACH)
        match = _WEEKDAY.search(text[reach : dated.start])
        if match is None:
            continue
        for name, day in (("first", dated.day), ("second", dated.last)):
            if match[name] is not None and match[name] != "minggu":  # which is a week as well
                start, end = match.span(name)
                number = _WEEKDAY_NUMBERS[match[name].lower()]
                yield Weekday(reach + start, reach + end, number, day, dated)


def nearest(dated: Dated, references: Iterable[date]) -> date | None:
    """The day that a date without a year means: the one nearest to the days told of beside it. None where these do
    not agree, or where there are none."""
    found = set()
    for reference in references:
        days = [dated.first_day(reference.year + years) for years in (-1, 0, 1)]
        near = min((day for day in days if day), key=lambda day: abs((day - reference).days), default=None)
        if near is not None:
            found.add(near)
    return found.pop() if len(found) == 1 else None
