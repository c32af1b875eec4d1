"""The power is lost behind any call: what was said to be saved is there, and nothing that never was.

Killing the program proves little here: a store without a single sync survives every kill, since the system still
has what was written. So the same checks are shown to find the loss when a sync is taken out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from humas_tui.errors import StoreError
from humas_tui.store import opening
from humas_tui.store.journal import Changes
from humas_tui.store.journalled import JournalStorage
from tests.store.simulated_disk import Contents, SimulatedDisk

DATA = Path("/simulated/humas.json")
Tables = dict[str, dict[str, Any]]
#: What a power cut may be taken for: saves that were not confirmed yet, torn, and what lay about.
TOLD = {"leftover", "set-aside", "record-torn", "record-damaged", "records-missing"}


@dataclass
class Step:
    """A transaction: what it does, behind which call it was begun, behind which it was durable."""

    changes: Changes
    begun: int
    durable: int | None = None


@dataclass
class Run:
    """A store in use for a while, on a simulated disk."""

    seed: int
    disk: SimulatedDisk = field(default_factory=SimulatedDisk)
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        storage = self.opened()
        for number in range(self.chance.randrange(8, 40)):
            storage = self.act(storage, number)
        if self.chance.random() < 0.5:
            storage.close()
            self.confirm()

    def opened(self) -> JournalStorage:
        return JournalStorage(DATA, disk=self.disk, lock=False)

    def act(self, storage: JournalStorage, number: int) -> JournalStorage:
        what = self.chance.random()
        if what < 0.45:
            self.begin(self.changes(number, storage))
            storage.commit(self.steps[-1].changes)
            self.confirm()
        elif what < 0.65:
            self.begin(self.changes(number, storage))
            with storage.unsynced():
                storage.commit(self.steps[-1].changes)
        elif what < 0.75:
            storage.sync()
            self.confirm()
        elif what < 0.85:
            first, second = self.changes(number, storage), self.changes(number + 1000, storage)
            both = Changes()
            both.add(first)
            both.add(second)
            self.begin(both)
            with storage.transaction():
                storage.commit(first)
                storage.commit(second)
            self.confirm()
        elif what < 0.93:
            storage.compact()
            self.confirm()
        else:
            if self.chance.random() < 0.7:
                storage.close()
            else:
                storage.sync()
                storage.abandon()
            self.confirm()
            return self.opened()
        return storage

    def changes(self, number: int, storage: JournalStorage) -> Changes:
        """A few documents put, sometimes one dropped, sometimes a table cleared."""
        put: dict[str, dict[str, msgspec.Raw]] = {}
        for _ in range(self.chance.randrange(1, 4)):
            table, key = self.chance.choice(["releases", "trash"]), str(self.chance.randrange(1, 9))
            value = {"n": number, "text": "kata " * self.chance.randrange(0, 400)}
            put.setdefault(table, {})[key] = msgspec.Raw(msgspec.json.encode(value))
        there = list(storage.tables.get("releases", ()))
        drop = {"releases": [self.chance.choice(there)]} if there and self.chance.random() < 0.3 else {}
        clear = ["trash"] if self.chance.random() < 0.05 else []
        return Changes(clear=clear, drop=drop, put=put)

    def begin(self, changes: Changes) -> None:
        self.steps.append(Step(changes, len(self.disk.calls)))

    def confirm(self) -> None:
        for step in self.steps:
            if step.durable is None:
                step.durable = len(self.disk.calls)

    def allowed(self, calls: int) -> Iterator[Tables]:
        """What may be found after the power was lost behind so many calls: everything that was durable, and any
        of the transactions under way, each whole."""
        sure = [step for step in self.steps if step.durable is not None and step.durable <= calls]
        maybe = [step for step in self.steps[len(sure) :] if step.begun < calls]
        for count in range(len(maybe), -1, -1):
            for some in combinations(maybe, count):
                tables: dict[str, dict[str, Any]] = {}
                for step in (*sure, *some):
                    step.changes.apply(tables)
                yield {
                    name: {key: msgspec.json.decode(document) for key, document in documents.items()}
                    for name, documents in tables.items()
                    if documents
                }


def recovered(contents: Contents) -> tuple[Tables, SimulatedDisk, JournalStorage]:
    disk = SimulatedDisk(contents)
    storage = JournalStorage(DATA, disk=disk, lock=False)
    return {name: documents for name, documents in (storage.read() or {}).items() if documents}, disk, storage


def is_allowed(run: Run, calls: int, found: Tables) -> bool:
    return any(found == tables for tables in run.allowed(calls))


def states(seeds: range, each: int, **options: bool) -> Iterator[tuple[Run, int, Contents, Random]]:
    """Runs, each cut off so many times."""
    for seed in seeds:
        run, chance = Run(seed), Random(-seed)
        for _ in range(each):
            calls = chance.randrange(len(run.disk.calls) + 1)
            yield run, calls, run.disk.after_power_cut(calls, chance, **options), chance


@pytest.mark.parametrize(
    "seeds",
    [range(1, 121), pytest.param(range(1000, 1600), marks=[pytest.mark.slow, pytest.mark.timeout(1800)])],
    ids=["6,000 states", "30,000 states"],
)
def test_the_power_may_be_lost_at_any_moment(seeds: range, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then again while the store recovers from that; and a third of the times as if the file were a large one,
    whose checksums are looked at later."""
    cut = again = reports = 0
    for run, calls, contents, chance in states(seeds, 50):
        monkeypatch.setattr(opening, "LARGE", 0 if cut % 3 == 0 else 64 << 20)
        found, disk, storage = recovered(contents)
        assert is_allowed(run, calls, found), (run.seed, calls, cut)
        assert storage.verify()
        assert {finding.code for finding in storage.report} <= TOLD
        reports += len(storage.report)
        cut += 1
        if cut % 3:
            continue
        storage.close()
        within = chance.randrange(len(disk.calls) + 1)
        twice, _disk, storage = recovered(disk.after_power_cut(within, chance))
        assert is_allowed(run, calls, twice), (run.seed, calls, within)
        storage.close()
        again += 1
    print(f"{cut} power cuts, {again} more during recovery, {reports} findings: all intact")
    assert cut == len(seeds) * 50


@pytest.mark.parametrize("missing", ["ignore_sync", "ignore_folder_sync"])
def test_the_simulator_finds_the_loss_when_a_sync_is_taken_out(missing: str) -> None:
    lost = cut = 0
    for run, calls, contents, _chance in states(range(1, 21), 50, **{missing: True}):
        cut += 1
        try:
            found, _disk, _storage = recovered(contents)
        except StoreError:
            lost += 1
            continue
        lost += not is_allowed(run, calls, found)
    print(f"{missing}: {lost} of {cut} power cuts lose something that was said to be saved")
    assert lost > cut // 10
