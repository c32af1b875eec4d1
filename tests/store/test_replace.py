"""Everything replaced in one step: the power may be lost, the disk may fail; it is the old state, or the new."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path
from random import Random

import msgspec
import pytest

from humas_tui.errors import StoreError
from humas_tui.store.journal import Changes, Tables
from humas_tui.store.journalled import JournalStorage
from tests.store.failing_disk import KINDS, NEVER, FailingDisk
from tests.store.test_faults import changes, stored
from tests.store.test_power import Run, is_allowed, recovered


class Replacing(Run):
    """A store in use, of which everything is replaced now and then."""

    replaced = 0

    def act(self, storage: JournalStorage, number: int) -> JournalStorage:
        if self.chance.random() > 0.15:
            return super().act(storage, number)
        self.begin(self.changes(number, storage))
        with storage.unsynced():
            storage.commit(self.steps[-1].changes)
        documents = self.changes(number, storage).put
        tables: Tables = {
            name: {key: bytes(document) for key, document in some.items()} for name, some in documents.items()
        }
        self.begin(Changes(clear=list(storage.tables), put=documents))
        storage.replace(tables)
        self.confirm()
        self.replaced += 1
        return storage


@pytest.mark.parametrize(
    "seeds",
    [range(1, 61), pytest.param(range(1000, 1400), marks=[pytest.mark.slow, pytest.mark.timeout(1800)])],
    ids=["3,000 states", "20,000 states"],
)
def test_the_power_may_be_lost_while_everything_is_replaced(seeds: range) -> None:
    cut = replaced = 0
    for seed in seeds:
        run, chance = Replacing(seed), Random(-seed)
        replaced += run.replaced
        for _ in range(50):
            calls = chance.randrange(len(run.disk.calls) + 1)
            found, _disk, storage = recovered(run.disk.after_power_cut(calls, chance))
            assert is_allowed(run, calls, found), (seed, calls)
            assert storage.verify()
            storage.close()
            cut += 1
    print(f"{cut} power cuts in runs with {replaced} replacements: all intact")
    assert replaced > len(seeds)


def other() -> Tables:
    """What everything is replaced by."""
    put = changes(d1=100, d7=700).put
    return {name: {key: bytes(document) for key, document in some.items()} for name, some in put.items()}


OLD, NEW = {"1": 1, "2": 2}, {"1": 100, "7": 700}


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "truncate"])
def test_any_call_may_fail(tmp_path: Path, kind: str, for_good: bool) -> None:
    """What was refused is not there, unless the disk takes nothing any more: then it may be there, all of it. A
    save that is acknowledged afterwards is there in every case."""
    told = nth = 0
    for nth in range(1, 1000):
        path = tmp_path / str(nth) / "humas.json"
        path.parent.mkdir()
        disk = FailingDisk(kind, NEVER, errno.ENOSPC, for_good=for_good)
        storage = JournalStorage(path, disk=disk, lock=False)
        storage.commit(changes(d1=1))
        storage.compact()
        storage.commit(changes(d2=2))
        disk.begin(nth)
        try:
            storage.replace(other())
        except StoreError:
            told += 1
            expected = [OLD]
        else:
            expected = [NEW]
        if kind != "read":
            assert stored(storage) == expected[0]
        failed = disk.failed
        saved = False
        with suppress(StoreError):
            storage.commit(changes(d3=3))
            saved = True
        storage.abandon()
        if for_good and expected == [OLD]:
            expected.append(NEW)
        again = JournalStorage(path, lock=False)
        found = stored(again)
        assert found.pop("3", None) == 3 or not saved
        assert found in expected, nth
        assert not [finding for finding in again.report if finding.lost]
        again.close()
        if not failed:
            break
    print(f"{kind}: each of {nth - 1} calls failed, {told} times it was told")
    assert nth > 1


def test_a_disk_that_is_sound_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "humas.json"
    storage = JournalStorage(path, lock=False)
    storage.commit(changes(d1=1, d2=2))
    storage.replace(other())
    assert stored(storage) == NEW
    storage.commit(changes(d1=5))
    assert not storage.looked
    storage.close()
    assert stored(JournalStorage(path, write=False, check=True)) == NEW | {"1": 5}
    before = JournalStorage(path.with_name("humas.json.bak"), write=False, check=True)
    assert msgspec.json.decode(before.document("releases", "7"))["n"] == 700


def test_an_empty_file_is_replaced_and_becomes_empty(tmp_path: Path) -> None:
    path = tmp_path / "humas.json"
    storage = JournalStorage(path, lock=False)
    storage.replace(other())
    storage.replace({})
    assert storage.read() == {}
    storage.close()
    assert JournalStorage(path, write=False).read() == {}
