"""Which backups are made, what they are called, and which are kept."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui import i18n
from humas_tui.desk.backups import ABSENCES, DAYS, WEEKS, Backups, kind_of, superseded, told_of, told_of_restore
from humas_tui.ports import Absence, RestoreReport
from tests.fakes import FixedClock, MemoryVault


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def backups(vault: MemoryVault, clock: FixedClock) -> Backups:
    return Backups(vault, clock, "rina")


# -- by hand -----------------------------------------------------------------------------------------------------


def test_a_backup_has_the_time_for_a_name(backups: Backups, vault: MemoryVault) -> None:
    assert backups.make().path == vault.folder / "humas-2026-11-22-164500.zip"


def test_a_file_may_be_named(backups: Backups, tmp_path: Path) -> None:
    assert backups.make(tmp_path / "a.zip").path == tmp_path / "a.zip"


def test_a_restore_keeps_what_was_there_under_a_name_that_says_so(
    backups: Backups, vault: MemoryVault, clock: FixedClock, tmp_path: Path
) -> None:
    backups.restore(tmp_path / "a.zip")
    before = vault.folder / "humas-2026-11-22-164500.before-restore.zip"
    assert vault.restored == [(tmp_path / "a.zip", clock.moment, "rina", before)]


def test_those_in_the_folder_are_listed_the_last_one_first(clock: FixedClock) -> None:
    names = [
        "humas-2026-11-02-164500.before-restore.zip",
        "humas-2026-11-02-164400.zip",
        "humas-2026-11-02.auto.zip",
        "humas-2026-11-01-235959.zip",
    ]
    vault = MemoryVault(*names, "lain.zip", "humas.txt")
    assert Backups(vault, clock, "").made() == [vault.folder / name for name in names]
    assert [kind_of(name) for name in names] == ["before a restore", "by hand", "of the day", "by hand"]


# -- once a day --------------------------------------------------------------------------------------------------


def test_one_a_day_is_made(backups: Backups, vault: MemoryVault, clock: FixedClock) -> None:
    assert backups.make_daily() == []
    assert vault.names() == ["humas-2026-11-22.auto.zip"]
    clock.wait(hours=5)
    assert backups.make_daily() == []
    assert vault.names() == ["humas-2026-11-22.auto.zip"], "no second one of the day"
    clock.wait(hours=5)
    backups.make_daily()
    assert vault.names() == ["humas-2026-11-22.auto.zip", "humas-2026-11-23.auto.zip"]


def test_none_is_made_where_the_last_one_says_the_same(
    backups: Backups, vault: MemoryVault, clock: FixedClock
) -> None:
    backups.make_daily()
    vault.current = set(vault.names())
    for _day in range(10):
        clock.wait(days=1)
        backups.make_daily()
    assert vault.names() == ["humas-2026-11-22.auto.zip"]
    vault.current.clear()
    backups.make_daily()
    assert len(vault.names()) == 2


def test_only_the_last_one_counts_for_that(vault: MemoryVault, clock: FixedClock, backups: Backups) -> None:
    backups.make_daily()
    clock.wait(days=1)
    backups.make_daily()
    vault.current = {"humas-2026-11-22.auto.zip"}
    clock.wait(days=1)
    backups.make_daily()
    assert len(vault.names()) == 3


def test_a_hundred_days_leave_seven_days_and_four_weeks(
    backups: Backups, vault: MemoryVault, clock: FixedClock
) -> None:
    others = ["humas-2026-11-01-164500.zip", "humas-2026-11-01-164500.before-restore.zip", "catatan.txt"]
    for name in others:
        vault.write(vault.folder / name, clock.now())
    start = clock.now().date()
    for _day in range(100):
        assert backups.make_daily() == []
        clock.wait(days=1)
        kept = [name for name in vault.names() if name.endswith(".auto.zip")]
        assert len(kept) <= DAYS + WEEKS
        assert set(others) <= set(vault.names())
    last = start + timedelta(days=99)  # a Sunday is 2027-02-28; this is a Monday
    assert last == date(2027, 3, 1)
    days = [last - timedelta(days=number) for number in range(DAYS)]
    sundays_and_monday = [date(2027, 2, 22), date(2027, 2, 21), date(2027, 2, 14), date(2027, 2, 7)]
    assert kept == sorted(f"humas-{day}.auto.zip" for day in {*days, *sundays_and_monday})


def test_with_days_off_as_many_are_kept(backups: Backups, vault: MemoryVault, clock: FixedClock) -> None:
    """Monday to Friday: the last seven, and the Friday of each of the four weeks before these."""
    made = []
    for _day in range(100):
        if clock.now().isoweekday() < 6:
            backups.make_daily()
            made.append(clock.now().date())
        clock.wait(days=1)
    fridays = [day for day in made[:-DAYS] if day.isoweekday() == 5]
    kept = {*made[-DAYS:], max(made[:-DAYS])}
    kept |= set([day for day in fridays if day.isocalendar()[:2] != max(made[:-DAYS]).isocalendar()[:2]][-3:])
    assert vault.names() == sorted(f"humas-{day}.auto.zip" for day in kept)
    assert len(kept) == DAYS + WEEKS


NOT_OURS = [
    "humas-2020-01-01.auto.zip.bak",
    "humas-2020-01-01.auto.zip~",
    "humas-2020-01-01.AUTO.zip",
    "humas-2020-13-01.auto.zip",
    "humas-2020-1-1.auto.zip",
    "humas-٢٠٢٠-٠١-٠١.auto.zip",
    "humas-2020-01-01-164500.zip",
    "humas-2020-01-01-164500.before-restore.zip",
    "humas2-2020-01-01.auto.zip",
    " humas-2020-01-01.auto.zip",
    "humas-2020-01-01.auto.zip\n",
    "humasX2020-01-01.auto.zip",
]


@pytest.mark.parametrize("name", NOT_OURS)
def test_what_is_not_exactly_ours_is_never_removed(clock: FixedClock, name: str) -> None:
    vault = MemoryVault(name)
    for _day in range(20):
        Backups(vault, clock, "").make_daily()
        clock.wait(days=1)
    assert name in vault.names()


def test_backups_of_a_future_day_are_left_alone_and_do_not_count(clock: FixedClock) -> None:
    """As when the clock was wrong for a while."""
    future = [f"humas-2031-01-0{day}.auto.zip" for day in range(1, 9)]
    vault = MemoryVault(*future)
    backups = Backups(vault, clock, "")
    for _day in range(30):
        backups.make_daily()
        clock.wait(days=1)
    assert set(future) <= set(vault.names())
    assert f"humas-{clock.now().date() - timedelta(days=1)}.auto.zip" in vault.names()


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31))))
def test_the_last_seven_are_always_kept(days: set[date]) -> None:
    gone = set(superseded(days))
    assert gone <= days
    assert not gone & set(sorted(days)[-DAYS:])
    kept = sorted(days - gone)
    older = kept[:-DAYS]
    assert len(older) <= WEEKS
    assert len({day.isocalendar()[:2] for day in older}) == len(older), "one a week"
    assert not superseded(kept), "what was kept once stays while nothing comes"


def test_a_failure_is_told_in_one_sentence_and_tried_again(backups: Backups, vault: MemoryVault) -> None:
    vault.full = True
    (told,) = backups.make_daily()
    assert "No space left on device" in told
    assert "\n" not in told
    assert vault.names() == []
    vault.full = False
    assert backups.make_daily() == []
    assert len(vault.names()) == 1


def test_where_none_could_be_made_none_is_removed(vault: MemoryVault, clock: FixedClock, backups: Backups) -> None:
    for _day in range(30):
        backups.make_daily()
        clock.wait(days=1)
    before = vault.names()
    vault.full = True
    assert len(backups.make_daily()) == 1
    assert vault.names() == before


def test_one_that_cannot_be_removed_is_told(vault: MemoryVault, clock: FixedClock, backups: Backups) -> None:
    vault.stuck = True
    told: list[str] = []
    for _day in range(20):
        told += backups.make_daily()
        clock.wait(days=1)
    assert told
    assert all("Permission denied" in sentence for sentence in told)
    assert len(vault.names()) == 20, "it is made all the same"


def test_when_the_program_ends_meanwhile_nothing_is_told(backups: Backups, vault: MemoryVault) -> None:
    assert backups.make_daily(stop=lambda: True) == []
    assert vault.names() == []


def test_another_window_may_have_made_it_meanwhile(
    backups: Backups, vault: MemoryVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make_daily()
    monkeypatch.setattr(vault, "names", list)
    assert backups.make_daily() == []


def test_that_photos_are_left_out_is_told_once(backups: Backups, vault: MemoryVault, clock: FixedClock) -> None:
    backups.make_daily()
    vault.large = True
    told = []
    for _day in range(5):
        clock.wait(days=1)
        told.append(len(backups.make_daily()))
    assert told == [1, 0, 0, 0, 0]


# -- what is told ------------------------------------------------------------------------------------------------


def test_every_absence_has_its_words() -> None:
    assert ABSENCES.keys() == set(Absence)
    assert told_of({"a.jpg": Absence.MISSING}) == ["a.jpg: " + i18n._(ABSENCES[Absence.MISSING])]


def test_a_restore_tells_only_what_happened() -> None:
    i18n.use("en")
    try:
        report = RestoreReport(1, None, None, 0, 0, (), {})
        assert told_of_restore(report) == ["1 release restored."]
        report = RestoreReport(8, None, Path("/a.zip"), 2, 1, (), {})
        assert told_of_restore(report) == [
            "8 releases restored.",
            "What 2 releases said before is among their versions.",
            "1 release that the backup does not have is in the trash.",
            "A backup of what was there before:",
        ]
    finally:
        i18n.use("id")
