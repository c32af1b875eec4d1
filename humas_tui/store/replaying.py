"""Doing to the base file what the journal says, and giving way where the two do not belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from .base import DamagedDocumentError
from .disk import READ_OURS, Disk, read_file
from .findings import Finding
from .journal import Changes, Record, Segment, read_segment
from .state import State


@dataclass
class Read:
    """A segment with its file."""

    path: Path
    segment: Segment


def read_segments(disk: Disk, paths: Iterable[Path]) -> list[Read]:
    """Raises FileNotFoundError when one goes away meanwhile, as they do when another program tidies up."""
    found = []
    for path in paths:
        content = read_file(disk, path, READ_OURS)
        if content is None:
            raise FileNotFoundError(path)
        found.append(Read(path, read_segment(content)))
    return found


def replay(state: State, journal: list[Read], base: Path | None = None) -> bool:
    """Do to the state what the journal says. Returns whether no record is missing or damaged.

    A segment that does not simply go on from the base file comes from another line: its records are done whatever
    their numbers, and where they meet a document that another program or computer wrote, that gives way
    (``GivingWay``, which names ``base``). Without ``base`` all of them are of one line."""
    complete = True
    giving = GivingWay(state, base) if base is not None else None
    reached, left = state.sequence, False
    for read, records in _confirmed(_of_this_file(state, journal)):
        header = read.segment.header
        goes_on = giving is None or state.goes_on(read.segment)
        included = state.kept if goes_on else state.included(read.segment)
        new = [record for record in records if record.sequence > included]
        if header is not None and not goes_on and new and not left:
            reached, left = header.after, True
        missing = 0
        if header is not None and 0 <= reached < header.after and (goes_on or new):
            missing, reached = header.after - reached, header.after
        for sequence, changes in new:
            if reached >= 0:
                missing += max(0, sequence - 1 - max(reached, included))
            if giving is not None and not (goes_on and not state.edited) and _is_over_another(state, read):
                giving.way_to(changes)
                state.forked = state.rewrite = True
            changes.apply(state.tables)
            reached = max(reached, sequence)
        complete = _note_damage(state, read, missing) and complete
        if header is not None and header.over not in ("", *state.lineage):
            state.lineage.insert(0, header.over)
    state.sequence = max(state.sequence, reached)
    return complete


def _is_over_another(state: State, read: Read) -> bool:
    header = read.segment.header
    return header is None or header.over != state.stamp


def _of_this_file(state: State, journal: list[Read]) -> list[Read]:
    if not state.database:
        state.database = next((read.segment.header.database for read in journal if read.segment.header), "")
    ours = []
    for read in journal:
        if read.segment.header is None or read.segment.header.database == state.database:
            ours.append(read)
        else:
            lost = len(read.segment.records)
            state.report.append(Finding("segment-foreign", read.path.name, lost=lost > 0, count=lost))
            state.foreign.append(read.path)
    return ours


def _note_damage(state: State, read: Read, missing: int) -> bool:
    """Report what could not be read of a segment, and how many records are ``missing`` in and before it besides.
    Returns whether every confirmed record was there."""
    damaged = len(read.segment.damaged) - read.segment.torn
    if read.segment.damaged:
        state.aside.append(read.path)
    if damaged:
        state.report.append(Finding("record-damaged", read.path.name, lost=True, count=damaged))
    if missing > damaged:
        state.report.append(Finding("records-missing", read.path.name, lost=True, count=missing - damaged))
    if read.segment.torn:
        state.report.append(Finding("record-torn", read.path.name))
    return not damaged and not missing


def _confirmed(journal: list[Read]) -> Iterator[tuple[Read, list[Record]]]:
    """Each segment with those of its records that no later segment declares void."""
    limits: list[float] = []
    limit = float("inf")
    for read in reversed(journal):
        limits.append(limit)
        if read.segment.header is not None:
            limit = min(limit, read.segment.header.after)
    for read, last in zip(journal, reversed(limits), strict=True):
        yield read, [record for record in read.segment.records if record.sequence <= last]


class GivingWay:
    """Where another program or computer wrote the base file meanwhile, a record of ours may meet a document of
    theirs under its number: another one moves to a number of its own, the same one is kept with the file it stood
    in. So is one that a record takes away."""

    def __init__(self, state: State, base: Path) -> None:
        self._state = state
        self._base = base
        self._theirs: dict[str, set[str]] | None = None

    def way_to(self, changes: Changes) -> None:
        """Have what stands in the way of a record move, or be kept."""
        if self._theirs is None:
            self._theirs = {name: set(documents) for name, documents in self._state.tables.items()}
        for name in changes.clear:
            for key in self._theirs.get(name, set()):
                self._meet(name, key, b"", {})
        for name, keys in changes.drop.items():
            for key in self._theirs.get(name, set()).intersection(keys):
                self._meet(name, key, b"", {})
        for name, documents in changes.put.items():
            for key in self._theirs.get(name, set()) & documents.keys():
                self._meet(name, key, bytes(documents[key]), documents)
        for name in changes.clear:
            self._theirs.pop(name, None)
        for name, gone in (*changes.drop.items(), *changes.put.items()):
            self._theirs.get(name, set()).difference_update(gone)

    def _meet(self, name: str, key: str, ours: bytes, others: Iterable[str]) -> None:
        """``ours`` (nothing, where it is taken away) meets theirs."""
        state = self._state
        try:
            theirs = state.document(name, key)
        except DamagedDocumentError:
            theirs = None
        if theirs is None or theirs == ours:
            return
        if ours and _id_of(theirs) != _id_of(ours):
            taken = [int(other) for other in (*state.tables[name], *others) if other.isdecimal()]
            state.tables[name][str(max(taken, default=0) + 1)] = theirs
            self._tell("renumbered")
        else:
            self._tell("conflict")
            if self._base not in state.rivals:
                state.rivals.append(self._base)

    def _tell(self, code: str) -> None:
        """Once, with how many there were."""
        report = self._state.report
        before = next((finding for finding in report if finding.code == code), None)
        if before is not None:
            report.remove(before)
        count = 1 + (before.count if before is not None else 0)
        report.append(Finding(code, self._base.name, count=count, details={"where": self._state.where}))


def _id_of(document: bytes) -> object:
    found = msgspec.json.decode(document)
    return found.get("id") if isinstance(found, dict) else None
