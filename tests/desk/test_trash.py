"""Deleting and having back: nothing is gone before thirty days are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from humas_tui.desk import Desk
from humas_tui.errors import UnwritableError
from humas_tui.model import Discarded, Release
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore, MemoryVault
from tests.samples import STEMS, office, release

SAMPLES = [release(stem) for stem in STEMS[:4]]
ONE, TWO, THREE, FOUR = (one.id for one in SAMPLES)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(*SAMPLES)


@pytest.fixture
def desk(store: MemoryStore, clock: FixedClock) -> Desk:
    made = Desk(store, clock, MemoryClipboard(), MemoryFiles(), MemoryVault(), office(), "rina")
    made.open()
    return made


def everything(desk: Desk) -> tuple[set[str], set[str], set[str]]:
    """What is on the shelf, in the store, in the trash."""
    shelf = {one.id for one in desk.shelf.newest()}
    stored = {one.id for one in desk.store.all()}  # type: ignore[union-attr] # a list here
    return shelf, stored, {one.release.id for one in desk.trash.discarded()}


def test_what_is_deleted_is_in_the_trash_and_nowhere_else(desk: Desk, clock: FixedClock) -> None:
    desk.trash.discard(ONE)
    assert everything(desk) == ({TWO, THREE, FOUR}, {TWO, THREE, FOUR}, {ONE})
    assert desk.trash.discarded() == [Discarded(release=SAMPLES[0], time=clock.now(), who="rina")]
    assert desk.shelf.get(ONE) is None


def test_the_last_words_are_in_the_trash_too(desk: Desk) -> None:
    """They lie on the shelf, and need not be saved yet."""
    revised = desk.drafting.revise(ONE, body="Kata terakhir.")
    desk.trash.discard(ONE)
    assert desk.trash.discarded()[0].release == revised


def test_a_draft_that_was_never_saved_can_be_had_back(desk: Desk) -> None:
    draft = desk.drafting.start(headline="Baru saja")
    desk.trash.discard(draft.id)
    assert desk.trash.undo() == [draft]
    assert desk.shelf.get(draft.id) == draft
    assert desk.store.get(draft.id) == draft


def test_undoing_takes_back_one_deletion_after_the_other(desk: Desk, clock: FixedClock) -> None:
    desk.trash.discard(ONE)
    clock.wait(minutes=1)
    desk.trash.discard(TWO, THREE)
    assert {one.id for one in desk.trash.undo()} == {TWO, THREE}
    assert everything(desk) == ({TWO, THREE, FOUR}, {TWO, THREE, FOUR}, {ONE})
    assert desk.trash.undo() == [SAMPLES[0]]
    assert desk.trash.undo() == []
    assert everything(desk) == ({ONE, TWO, THREE, FOUR}, {ONE, TWO, THREE, FOUR}, set())


def test_what_was_put_back_from_the_trash_is_not_undone_again(desk: Desk) -> None:
    desk.trash.discard(ONE)
    desk.trash.put_back(ONE)
    assert desk.trash.undo() == []
    assert everything(desk)[0] == {ONE, TWO, THREE, FOUR}


def test_it_comes_back_with_its_versions(desk: Desk) -> None:
    desk.history.keep(ONE)
    desk.trash.discard(ONE)
    desk.trash.undo()
    assert [version.number for version in desk.history.versions(ONE)] == [1]


def test_the_trash_tells_the_last_one_first(desk: Desk, clock: FixedClock) -> None:
    for identifier in (TWO, ONE, THREE):
        desk.trash.discard(identifier)
        clock.wait(minutes=1)
    assert [one.release.id for one in desk.trash.discarded()] == [THREE, ONE, TWO]


@pytest.mark.parametrize(("days", "gone"), [(29, 0), (30, 0), (31, 1), (400, 1)])
def test_what_lay_there_for_thirty_days_goes(desk: Desk, clock: FixedClock, days: int, gone: int) -> None:
    """With its versions; what was deleted later stays, and what was not deleted has all of its."""
    desk.history.keep(ONE)
    desk.history.keep(TWO)
    desk.trash.discard(ONE)
    clock.wait(days=days)
    desk.trash.discard(THREE)
    assert desk.trash.empty() == gone
    assert everything(desk)[2] == ({THREE} if gone else {ONE, THREE})
    assert bool(desk.history.versions(ONE)) is not bool(gone)
    assert desk.history.versions(TWO)


@pytest.mark.parametrize("fails", ["put", "discard"])
def test_where_it_cannot_be_written_nothing_is_deleted(
    desk: Desk, store: MemoryStore, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise UnwritableError(file="humas.json", reason="No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store, fails, full)
        with pytest.raises(UnwritableError):
            desk.trash.discard(ONE)
    assert everything(desk) == ({ONE, TWO, THREE, FOUR}, {ONE, TWO, THREE, FOUR}, set())
    assert desk.trash.undo() == []


def test_where_it_cannot_be_brought_back_it_can_be_tried_again(desk: Desk, store: MemoryStore) -> None:
    desk.trash.discard(ONE)
    store.full = True
    with pytest.raises(UnwritableError):
        desk.trash.undo()
    assert everything(desk)[2] == {ONE}
    store.full = False
    assert desk.trash.undo() == [SAMPLES[0]]


def test_deleting_what_is_not_there_deletes_nothing_else(desk: Desk) -> None:
    desk.trash.discard(ONE)
    assert desk.trash.put_back("tidak ada") == []
    assert everything(desk)[2] == {ONE}


def test_the_next_value_of_one_that_was_brought_back_is_kept(desk: Desk) -> None:
    desk.trash.discard(ONE)
    desk.trash.undo()
    revised: Release = desk.drafting.revise(ONE, headline="Lagi")
    desk.drafting.keep(ONE)
    assert desk.store.get(ONE) == revised == replace(SAMPLES[0], headline="Lagi", **_changed(revised))


def _changed(revised: Release) -> dict[str, object]:
    return {"updated": revised.updated, "revision": revised.revision}
