"""Looking back: when versions are kept, and that going back loses nothing of now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from humas_tui.desk import Desk
from humas_tui.desk.history import STAYS
from humas_tui.errors import StoreError, UnwritableError
from humas_tui.model import Category, Contact, Kind, OwnText, Reason, Release, Status
from humas_tui.model.release import FIELDS
from humas_tui.text.compare import compare
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore, MemoryVault
from tests.samples import STEMS, office, release


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(release(STEMS[0]), release(STEMS[1]))


@pytest.fixture
def desk(store: MemoryStore, clock: FixedClock) -> Desk:
    made = Desk(store, clock, MemoryClipboard(), MemoryFiles(), MemoryVault(), office(), "rina")
    made.open()
    return made


@pytest.fixture
def one(desk: Desk) -> Release:
    found = desk.shelf.get(release(STEMS[0]).id)
    assert found is not None
    return found


def reasons(desk: Desk, identifier: str) -> list[Reason]:
    """Why each version was kept, the first one first."""
    return [version.reason for version in reversed(desk.history.versions(identifier))]


# -- when versions are kept --------------------------------------------------------------------------------------


def test_a_version_is_kept_by_hand(desk: Desk, one: Release, clock: FixedClock) -> None:
    """Of what lies on the shelf, which the store need not have yet."""
    revised = desk.drafting.revise(one.id, headline="Baru")
    version = desk.history.keep(one.id)
    assert version is not None
    assert (version.number, version.reason, version.who, version.time) == (1, Reason.SIMPAN, "rina", clock.now())
    assert desk.history.at(version) == revised
    assert desk.history.keep(one.id) is None, "nothing has changed since"
    assert desk.history.keep("tidak ada") is None
    assert desk.history.versions(release(STEMS[1]).id) == []


def test_before_its_status_changes_a_release_is_kept_as_it_was(desk: Desk, one: Release) -> None:
    written = desk.drafting.revise(one.id, body="Yang terakhir sebelum ditinjau.")
    other = next(status for status in Status if status is not one.status)
    revised = desk.drafting.revise(one.id, status=other, headline="Sekaligus judulnya")
    assert revised.status is other
    assert reasons(desk, one.id) == [Reason.STATUS]
    assert desk.history.at(desk.history.versions(one.id)[0]) == written
    desk.drafting.revise(one.id, status=other)
    desk.drafting.revise(one.id, headline="Hanya judulnya")
    assert len(desk.history.versions(one.id)) == 1


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_every_change_of_status_keeps_one(desk: Desk, one: Release, before: Status, after: Status) -> None:
    desk.shelf.lay(replace(one, status=before))
    desk.drafting.revise(one.id, status=after)
    assert reasons(desk, one.id) == ([Reason.STATUS] if before is not after else [])


def test_where_no_version_can_be_kept_the_status_stays(desk: Desk, one: Release, store: MemoryStore) -> None:
    store.full = True
    other = next(status for status in Status if status is not one.status)
    with pytest.raises(UnwritableError):
        desk.drafting.revise(one.id, status=other)
    assert desk.shelf.get(one.id) == one


def test_after_ten_minutes_of_work_a_version_is_kept_unasked(desk: Desk, one: Release, clock: FixedClock) -> None:
    """With the save of what was written then; and after ten more the next."""
    kept = []
    for minute in range(31):
        desk.drafting.revise(one.id, body=f"Menit ke-{minute}.")
        desk.drafting.keep(one.id, synced=False)
        if len(desk.history.versions(one.id)) > len(kept):
            kept.append(minute)
        clock.wait(minutes=1)
    assert kept == [10, 20, 30]
    assert reasons(desk, one.id) == [Reason.BERKALA] * 3
    assert desk.history.at(desk.history.versions(one.id)[0]).body == "Menit ke-30."


def test_a_version_kept_by_hand_begins_the_ten_minutes_anew(desk: Desk, one: Release, clock: FixedClock) -> None:
    for minute in range(15):
        desk.drafting.revise(one.id, body=f"Menit ke-{minute}.")
        desk.drafting.keep(one.id)
        if minute == 8:
            desk.history.keep(one.id)
        clock.wait(minutes=1)
    assert reasons(desk, one.id) == [Reason.SIMPAN]
    clock.wait(minutes=4)
    desk.drafting.revise(one.id, body="Menit ke-19.")
    desk.drafting.keep(one.id)
    assert reasons(desk, one.id) == [Reason.SIMPAN, Reason.BERKALA]


def test_work_on_another_release_does_not_count(desk: Desk, one: Release, clock: FixedClock) -> None:
    other = release(STEMS[1])
    desk.drafting.revise(one.id, body="Awal.")
    desk.drafting.keep(one.id)
    for minute in range(9):
        clock.wait(minutes=1)
        desk.drafting.revise(other.id, body=f"Menit ke-{minute}.")
        desk.drafting.keep(other.id)
    assert reasons(desk, one.id) == reasons(desk, other.id) == []


# -- going back --------------------------------------------------------------------------------------------------


def filled(one: Release) -> dict[str, object]:
    """Another value for every field that going back brings."""
    return {
        "kind": Kind.UNDANGAN_LIPUTAN,
        "category": Category.KRISIS,
        "headline": "Dahulu",
        "summary": "Ringkasan dahulu.",
        "place": "Dahulu",
        "event_date": None,
        "body": "Isi dahulu.\n\nAlinea kedua.",
        "key_message": "Pesan dahulu.",
        "benefit": "Manfaat dahulu.",
        "contacts": (Contact(name="Dahulu"),),
        "credits": ("Penulis: Dahulu",),
        "photos": (),
        "hashtags": ("dahulu",),
        "embargo": one.created,
        "tags": ("dahulu",),
        "texts": (OwnText(outlet="x", text="Dahulu."),),
        "tone": ("humanis",),
    }


def test_going_back_brings_every_field_but_what_was_decided(desk: Desk, one: Release, clock: FixedClock) -> None:
    then = filled(one)
    assert set(then) | STAYS == set(FIELDS)
    assert all(getattr(one, name) != value for name, value in then.items() if name not in ("photos", "event_date"))
    desk.shelf.lay(replace(one, status=Status.DRAF, number=None, **then))
    version = desk.history.keep(one.id)
    assert version is not None
    now = replace(one, status=Status.TERBIT, number="043/HUMAS/XI/2026", revision=8)
    desk.shelf.lay(now)
    clock.wait(days=1)
    back = desk.history.go_back(version)
    assert back == replace(now, **then, revision=9, updated=clock.now())
    assert desk.shelf.get(one.id) == back
    assert desk.store.get(one.id) == back, "it is kept, too"
    kept = desk.history.versions(one.id)[0]
    assert (kept.reason, desk.history.at(kept)) == (Reason.PULIH, now)


def test_going_back_and_back_again_is_where_it_was(desk: Desk, one: Release, clock: FixedClock) -> None:
    first = desk.history.keep(one.id)
    assert first is not None
    desk.drafting.revise(one.id, headline="Baru", body="Baru.")
    clock.wait(minutes=1)
    desk.history.go_back(first)
    back = desk.history.go_back(desk.history.versions(one.id)[0])
    assert (back.headline, back.body) == ("Baru", "Baru.")
    assert reasons(desk, one.id) == [Reason.SIMPAN, Reason.PULIH, Reason.PULIH]


def test_going_back_to_what_it_says_now_changes_nothing(desk: Desk, one: Release) -> None:
    version = desk.history.keep(one.id)
    assert version is not None
    assert desk.history.go_back(version) == one
    assert len(desk.history.versions(one.id)) == 1


def test_one_paragraph_is_brought_back(desk: Desk, one: Release) -> None:
    desk.drafting.revise(one.id, body="Satu.\n\nDua.\n\nTiga.")
    version = desk.history.keep(one.id)
    assert version is not None
    now = desk.drafting.revise(one.id, body="Satu lagi.\n\nTiga.", headline="Tetap ini")
    (gone,) = [row for row in compare(desk.history.at(version).body, now.body) if "Dua." in str(row.old)]
    back = desk.history.bring_back(version, gone)
    assert back.body == "Satu lagi.\n\nDua.\n\nTiga."
    assert back.headline == "Tetap ini"
    kept = desk.history.versions(one.id)[0]
    assert (kept.reason, desk.history.at(kept)) == (Reason.PULIH, now)


@pytest.mark.parametrize("fails", ["keep_version", "put"])
def test_where_it_cannot_be_written_nothing_goes_back(
    desk: Desk, one: Release, store: MemoryStore, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = desk.history.keep(one.id)
    assert version is not None
    now = desk.drafting.revise(one.id, headline="Baru")

    def full(*_arguments: object, **_options: object) -> None:
        raise UnwritableError(file="humas.json", reason="No space left on device")

    monkeypatch.setattr(store, fails, full)
    with pytest.raises(UnwritableError):
        desk.history.go_back(version)
    assert desk.shelf.get(one.id) == now


def test_a_damaged_version_changes_nothing(
    desk: Desk, one: Release, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = desk.history.keep(one.id)
    assert version is not None
    now = desk.drafting.revise(one.id, headline="Baru")

    def damaged(*_arguments: object) -> Release:
        raise StoreError(file="humas.json", reason="version 1 cannot be read")

    monkeypatch.setattr(store, "version", damaged)
    with pytest.raises(StoreError):
        desk.history.go_back(version)
    assert desk.shelf.get(one.id) == now
    assert len(desk.history.versions(one.id)) == 1


def test_a_release_that_was_deleted_does_not_go_back(desk: Desk, one: Release) -> None:
    version = desk.history.keep(one.id)
    assert version is not None
    desk.trash.discard(one.id)
    with pytest.raises(KeyError):
        desk.history.go_back(version)
    assert len(desk.trash.discarded()) == 1


def test_time_goes_by_between_versions(desk: Desk, one: Release, clock: FixedClock) -> None:
    for number in range(3):
        desk.drafting.revise(one.id, headline=f"Judul {number}")
        desk.history.keep(one.id)
        clock.wait(hours=1)
    times = [version.time for version in desk.history.versions(one.id)]
    assert times == [clock.now() - timedelta(hours=hours) for hours in (1, 2, 3)]
