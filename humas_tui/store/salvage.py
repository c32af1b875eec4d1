"""A base file that is damaged or gone: the same state from the file before and the journal, or every document by
itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import digits

import msgspec

from .base import Base, Scan, check_of, documents_in, said_of
from .findings import Finding, names_of
from .journal import Entry
from .places import Places
from .replaying import Read, replay
from .state import State


@dataclass
class Damage:
    """A base file that is not what was written: what could be read of it."""

    path: Path
    base: Base | None = None
    found: Scan = field(default_factory=Scan)
    missing: bool = False


def made_anew(
    places: Places, before: State | None, retired: list[Read], journal: list[Read], damage: Damage
) -> State:
    """The state from the file before and the journal; where these are not whole, document by document. Takes the
    damaged file, and the state of the one before, into its care."""
    said, name = damage.found.meta, places.base.name
    if said is not None and before is not None and before.database not in ("", said.database):
        before = None  # it belongs to another data file
    state = _line(before, retired, journal)
    complete = state is not None
    if state is None:
        state = before or State()
        state.report.clear()
        state.database = state.database or (said.database if said is not None else "")
        replay(state, [*retired, *journal])
    if said is not None:
        descends = before is None or not said.before or before.stamp in said.before
        complete = complete and descends and state.sequence >= said.sequence
        state.generation = max(state.generation, said.generation)
    if damage.missing and before is None and not retired and _never_was(journal):
        return state
    state.rewrite, state.sound = True, False
    if not damage.missing:
        state.aside.append(damage.path)
    if complete:
        state.report.append(Finding("base-missing" if damage.missing else "base-damaged", name))
    elif damage.base is not None:
        return _judged(state, damage.base, damage.found, journal, places)
    else:
        state.forked = True
        state.report.append(Finding("base-incomplete", name, lost=True, count=state.count))
    if damage.base is not None:
        damage.base.close()
    return state


def our_line(places: Places, before: State | None, retired: list[Read], journal: list[Read]) -> State | None:
    """The state that ours was before another base file took its place; None where it cannot be had any more."""
    state = _line(before, retired, journal)
    if state is None:
        if before is not None:
            before.close()
        return None
    state.rewrite, state.sound = True, False
    state.rivals.append(places.base)
    state.report.append(Finding("replaced", places.base.name))
    return state


def _line(before: State | None, retired: list[Read], journal: list[Read]) -> State | None:
    """The file before and everything that was done since; None where something of that is missing. Nothing is
    done to ``before`` then."""
    segments = [*retired, *journal]
    first = next((read.segment.header for read in segments if read.segment.header is not None), None)
    if before is None and (first is None or first.after or first.over):
        return None
    if before is not None and first is not None and before.database not in ("", first.database):
        return None
    if any(record.changes.breach for read in segments for record in read.segment.records):
        return None
    if before is not None and not _leads_on(before, segments):
        return None
    trial = State(kept=before.kept, sequence=before.sequence) if before is not None else State()
    if not replay(trial, segments) or trial.foreign or (before is None and trial.sequence <= 0):
        return None
    state = before or State()
    state.report.clear()
    replay(state, segments)
    return state


def _leads_on(before: State, segments: list[Read]) -> bool:
    """Whether the first record that the file before does not have was written over it."""
    for read in segments:
        if any(record.sequence > before.included(read.segment) for record in read.segment.records):
            return before.goes_on(read.segment)
    return True


def _never_was(journal: list[Read]) -> bool:
    """Whether the program ended before it first wrote a base file."""
    return not any(read.segment.header.over for read in journal if read.segment.header is not None)


# -- document by document --------------------------------------------------------------------------------------


def _judged(before: State, base: Base, found: Scan, journal: list[Read], places: Places) -> State:
    """Each document of the damaged file by itself, with what is known of it from before."""
    state = State(base=base, rewrite=True, forked=True, aside=before.aside, generation=before.generation)
    state.database, state.kept, state.sequence = before.database, -1, -1
    if found.meta is not None:
        state.descend(found.meta)
        state.generation = max(state.generation, before.generation)
    judging = _Judging(state, before, base, found)
    if found.meta is not None:
        judging.by_checksum(said_of(found.meta))
    else:
        judging.without_checksums()
    before.close()
    sorted_out = {name: dict(documents) for name, documents in state.tables.items()}
    replay(state, journal, places.base)
    judging.settle(sorted_out)
    state.rivals.clear()  # the file as it was stays among the damaged ones
    judging.tell(places.base.name)
    return state


class _Judging:
    """The documents of a damaged file on their way into ``state``."""

    def __init__(self, state: State, before: State, base: Base, found: Scan) -> None:
        self.state = state
        self.before = before
        self.base = base
        self.found = found
        self.restored = 0
        self.missing: dict[str, Counter[int]] = {}
        self.doubtful: list[tuple[str, str, bytes]] = []

    def by_checksum(self, said: Mapping[str, Iterable[int]]) -> None:
        """First the documents whose checksum is one of those that the file gives, wherever they stand and whatever
        their number was made; then those that the file before has with such a checksum; then those that are JSON
        at least."""
        self.missing = {name: Counter(sums) for name, sums in said.items()}
        self.state.tables = {name: {} for name in said}
        others = [
            (name, key, entry)
            for name, key, entry, check in self._all()
            if not self._take(name, key, entry, check)
        ]
        for name, documents in self.before.tables.items():
            for key in documents:
                earlier = self.before.document(name, key)
                if earlier is not None and self._take(name, key, earlier, check_of(key, earlier)):
                    self.restored += 1
        for name, key, entry in others:
            content = entry if isinstance(entry, bytes) else self.base.raw(entry)
            if _id_of(content) is None:  # several, with a damaged line end between
                for number, document in documents_in(f'"{key}":'.encode() + content):
                    self._take(name, number, document, check_of(number, document))
            elif not self._take_renumbered(name, key, content):
                self._doubt(name, key, content)

    def _take(self, name: str, key: str, entry: Entry, check: int) -> bool:
        """Take a document that has a checksum that is missing, in its table or another: the name of the table may
        be what is damaged."""
        for table in dict.fromkeys((name, *self.missing)):
            if self.missing.get(table, Counter())[check] and key not in self.state.tables[table]:
                self.missing[table][check] -= 1
                self.state.tables[table][key] = entry
                return True
        return False

    def _take_renumbered(self, name: str, key: str, content: bytes) -> bool:
        """Take a document that would have a missing checksum under a number of which one character differs."""
        numbers = {key[:place] + digit + key[place + 1 :] for place in range(len(key)) for digit in digits}
        return any(self._take(name, number, content, check_of(number, content)) for number in sorted(numbers))

    def _doubt(self, name: str, key: str, content: bytes) -> None:
        if not self.state.tables:
            return
        table = name if name in self.state.tables else next(iter(self.state.tables))
        documents = self.state.tables[table]
        if not key.isdecimal() or key in documents:
            key = str(max((int(other) for other in documents if other.isdecimal()), default=0) + 1)
        documents[key] = content
        self.doubtful.append((table, key, content))

    def without_checksums(self) -> None:
        """The end of the file is gone, and with it what is known of the rest: what is JSON is taken for right."""
        tables = self.state.tables
        for name, key, entry, _check in self._all():
            if name and isinstance(entry, int) and _id_of(self.base.raw(entry)) is not None:
                tables.setdefault(name, {})[key] = entry
        for name in self.before.tables:
            for key in self.before.tables[name].keys() - tables.get(name, {}).keys():
                earlier = self.before.document(name, key)
                if earlier is not None:
                    tables.setdefault(name, {})[key] = earlier
                    self.restored += 1

    def _all(self) -> Iterator[tuple[str, str, Entry, int]]:
        """Every document of the file that can be told from the rest: its table (empty where that is not known),
        key, place or JSON, checksum."""
        checks = self.base.checks
        seen = set()
        for name, documents in self.found.tables.items():
            for key, place in documents.items():
                assert isinstance(place, int)
                seen.add(place)
                yield name, key, place, checks[place]
        lines = [found for line in self.found.bad for found in documents_in(line)]
        twice = [
            (self.base.key_before(place), self.base.raw(place))
            for place in range(len(checks))
            if place not in seen
        ]
        for key, document in (*lines, *twice):
            yield "", key, document, check_of(key, document)

    def settle(self, before: Mapping[str, Mapping[str, Entry]]) -> None:
        """Once the journal has had its say: what was saved again since is no loss, and no longer in doubt."""
        for table, key, right in self.found.wrong:
            said = self.state.tables.get(table, {}).get(key)
            if said is not before.get(table, {}).get(key) and self.missing[table][right]:
                self.missing[table][right] -= 1
        for table, key, content in list(self.doubtful):
            documents = self.state.tables.get(table, {})
            if documents.get(key) is not content:
                self.doubtful.remove((table, key, content))
            elif (known := _id_of(content)) and any(
                self._is(table, other, known) for other in documents if other != key
            ):
                self.doubtful.remove((table, key, content))
                del documents[key]

    def tell(self, name: str) -> None:
        """Report what was found."""
        damaged = len(self.doubtful)
        report, lost = self.state.report, sum(sums.total() for sums in self.missing.values()) - damaged
        if self.restored:
            report.append(Finding("document-restored", name, count=self.restored))
        if self.found.meta is None:
            report.append(Finding("base-incomplete", name, lost=True, count=self.state.count))
            return
        if damaged:
            names = [_id_of(content) or f"#{key}" for _table, key, content in self.doubtful]
            report.append(Finding("document-damaged", name, lost=True, count=damaged, details=names_of(names)))
        if lost > 0:
            report.append(Finding("document-lost", name, lost=True, count=lost))
        if not (self.restored or damaged or lost > 0):
            report.append(Finding("base-damaged", name))

    def _is(self, table: str, key: str, identifier: str) -> bool:
        entry = self.state.tables[table][key]
        return _id_of(entry if isinstance(entry, bytes) else self.base.raw(entry)) == identifier


def _id_of(content: bytes) -> str | None:
    """What a document is called, empty for one without a name; None for what is no document."""
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return str(found.get("id", "")) if isinstance(found, dict) else None
