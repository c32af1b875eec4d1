"""Dates read as they are typed, written as media print them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.dates import age, date_and_time, find_date, long_date, parse_moment, short_date, weekday

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(20-21/11/2019)", date(2019, 11, 20)),
        ("Rabu (18/11/2026)", date(2026, 11, 18)),
        ("Rabu, 18 November 2026", date(2026, 11, 18)),
        ("18 Nov 2026", date(2026, 11, 18)),
        ("2026-11-18", date(2026, 11, 18)),
        ("1.12.26", date(2026, 12, 1)),
        ("20–21 November 2019", date(2019, 11, 20)),
        ("Senin (2/3)", None),
        ("31/2/2026", None),
        ("2026-02-30", None),
        ("Nomor 021/HUMAS/XI/2026, 0812-0000-0101", None),
        ("", None),
    ],
)
def test_the_first_date_of_a_text(text: str, expected: date | None) -> None:
    assert find_date(text) == expected


@given(DAYS)
def test_what_is_written_is_read_again(day: date) -> None:
    assert find_date(long_date(day)) == day
    assert find_date(f"{weekday(day)} ({day.day}/{day.month}/{day.year})") == day
    assert find_date(short_date(day)) == day


def test_dates_in_two_languages() -> None:
    day = date(2026, 11, 18)
    assert (long_date(day), weekday(day), weekday(day, "en")) == ("Rabu, 18 November 2026", "Rabu", "Wednesday")
    assert (short_date(day), short_date(day, year=False)) == ("18 Nov 2026", "18 Nov")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Jakarta", "Senin, 2 Maret 2026, pukul 13.00 WIB"),
        ("Asia/Makassar", "Senin, 2 Maret 2026, pukul 14.00 WITA"),
        ("Asia/Jayapura", "Senin, 2 Maret 2026, pukul 15.00 WIT"),
    ],
)
def test_a_moment_in_the_zone_of_the_office(zone: str, expected: str) -> None:
    assert date_and_time(datetime(2026, 3, 2, 6, tzinfo=UTC), zone) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/12/2026 09.00", "2026-12-01T09:00:00+07:00"),
        ("1 Desember 2026 pukul 13.30 WIB", "2026-12-01T13:30:00+07:00"),
        ("1/12/2026 09.00 WITA", "2026-12-01T09:00:00+08:00"),
        ("Selasa, 1 Desember 2026, pukul 9.05 wit", "2026-12-01T09:05:00+09:00"),
        ("1/12/2026", "2026-12-01T00:00:00+07:00"),
        ("2026-12-01T09:00:00+08:00", "2026-12-01T09:00:00+08:00"),
    ],
)
def test_a_moment_as_it_is_typed(text: str, expected: str) -> None:
    moment = parse_moment(text, "Asia/Jakarta")
    assert moment is not None
    assert moment.isoformat() == expected


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)), st.sampled_from([*ZONES]))
def test_an_embargo_that_is_printed_is_read_again(moment: datetime, zone: str) -> None:
    there = moment.replace(second=0, microsecond=0, tzinfo=ZoneInfo(zone))
    assert parse_moment(date_and_time(there, zone), "Asia/Jakarta") == there


@pytest.mark.parametrize("text", ["", "besok", "1/12/2026 25.00", "31/2/2026 09.00"])
def test_no_moment(text: str) -> None:
    assert parse_moment(text, "Asia/Jakarta") is None


@pytest.mark.parametrize(
    ("passed", "language", "expected"),
    [
        (timedelta(seconds=20), "id", ""),
        (timedelta(minutes=5), "id", "5 menit"),
        (timedelta(days=3), "id", "3 hari"),
        (timedelta(days=3), "en", "3 days"),
    ],
)
def test_age(passed: timedelta, language: str, expected: str) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert age(now - passed, now, language) == expected
