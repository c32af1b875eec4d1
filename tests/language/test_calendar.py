"""Dates in running text, and the weekdays that are said to be theirs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.calendar import MONTHS, WEEKDAYS, find_dates, find_weekdays, nearest
from humas_tui.language.engine import Checker
from humas_tui.language.rules import find
from humas_tui.model import Release
from tests.language.desk_of_one import MOMENT

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Rabu (20/11/2019)", [(20, 20, 11, 2019)]),
        ("Rabu (20/11)", [(20, 20, 11, 0)]),
        ("20-21/11/2019", [(20, 21, 11, 2019)]),
        ("20 – 21 November 2019", [(20, 21, 11, 2019)]),
        ("20 dan 21 November", [(20, 21, 11, 0)]),
        ("20-11-2019 dan 20.11.2019", [(20, 20, 11, 2019), (20, 20, 11, 2019)]),
        ("5 nopember 2019", [(5, 5, 11, 2019)]),
        ("Rabu (5/2/20)", [(5, 5, 2, 2020)]),
        ("31 November 2019", [(31, 31, 11, 2019)]),
        ("pukul 10.45, skor 21-17, 1.250.000, 12,5 persen", []),
        ("539/Kep.459-Ek/XI/2022 dan 900/260/2022", []),
        ("0812-12-345 dan 12-34-5678", []),
        ("5 meter", []),
    ],
)
def test_dates_are_found(text: str, dates: list[tuple[int, int, int, int]]) -> None:
    assert [(one.day, one.last, one.month, one.year) for one in find_dates(text)] == dates


@given(DAYS)
def test_every_day_is_found_in_every_form(day: date) -> None:
    forms = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d-%m-%Y}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    )
    for form in forms:
        (dated,) = find_dates(f"pada {form}.")
        assert dated.possible()
        assert dated.first_day(dated.year) == day


@pytest.mark.parametrize(
    "form",
    [
        "{name} ({day}/{month}/{year})",
        "{name}, {day} {word} {year}",
        "{name} {day} {word} {year}",
        "{name}, ({day}/{month}/{year})",
        "{name} malam ({day}/{month}/{year})",
        "hari {name}, tanggal {day} {word} {year}",
        "{name} ({day} {word} {year})",
    ],
)
@given(DAYS, st.integers(0, 6))
def test_only_the_true_weekday_of_a_date_is_silent(form: str, day: date, number: int) -> None:
    name, word = WEEKDAYS[number], MONTHS[day.month - 1]
    text = form.format(name=name, day=day.day, month=day.month, year=day.year, word=word)
    findings = Checker([find("tanggal-hari")]).check(f"Acara digelar {text} di aula.")
    assert findings is not None
    assert [one.fixes for one in findings] == ([] if number == day.weekday() else [(WEEKDAYS[day.weekday()],)])


@pytest.mark.parametrize(
    "text", ["setiap minggu 20 November 2019", "Rabu depan 20 orang", "Senin. 20 November 2019"]
)
def test_a_weekday_that_is_none_of_a_date(text: str) -> None:
    assert list(find_weekdays(text)) == []


@given(DAYS, st.integers(-150, 150))
def test_without_a_year_the_nearest_one_is_meant(day: date, apart: int) -> None:
    (dated,) = find_dates(f"({day.day}/{day.month})")
    meant = nearest(dated, [day + timedelta(days=apart)])
    assert meant == day or (day.month, day.day) == (2, 29)


def test_without_a_year_and_without_another_date_nothing_is_said() -> None:
    (dated,) = find_dates("Rabu (20/11)")
    assert nearest(dated, []) is None
    assert nearest(dated, [date(2019, 11, 1), date(2024, 11, 1)]) is None


def test_the_date_of_the_event_tells_the_year() -> None:
    text = "Acara digelar pada Rabu (1/1). Sebelumnya, 5 Mei 2018, warga menunggu."
    release = Release(id="x", created=MOMENT, updated=MOMENT, body=text, event_date=date(2020, 12, 30))
    findings = Checker([find("tanggal-hari")]).check({"body": text}, release)
    assert findings is not None
    assert [one.fixes for one in findings] == [("Jumat",)]  # 1 January 2021 is nearer than that of 2020
