"""Opening a data file: the base file and the journal become its state, whatever happened to them.

Nothing is changed on the disk here. Where the base file is damaged or gone, the file before it and the
segments that lead from there to here give the same state again; where these are damaged too, every document
is judged by itself.
"""

from __future__ import annotations

import secrets
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from ..errors import ForeignFileError
from .base import META, OPENS, Base, Look, Scan, check_of, scan
from .content import another_program, not_json
from .disk import READ_OURS, Disk, read_file
from .findings import Finding
from .journal import Changes, Segment, Tables, read_segment
from .places import Places

#: A data file larger than this is not read whole when it is opened: its checksums are compared later.
LARGE: Final = 64 << 20
BLANK: Final = b" \t\r\n"


@dataclass
class State:
    """What a data file says. ``sequence`` is the last record in it, ``kept`` the last one in the base file
    (while it is opened: -1 where that is not known). ``stamp`` tells the base file from others.

    ``ours`` is whether this program ever wrote to it, ``rewrite`` whether the base file must be made anew;
    ``sound`` whether it may be kept as the file before, then. ``aside`` are files that hold damaged bytes,
    ``foreign`` segments of another data file."""

    tables: Tables = field(default_factory=dict)
    base: Base | None = None
    database: str = ""
    ours: bool = False
    stamp: str = ""
    generation: int = 0
    kept: int = 0
    sequence: int = 0
    journal_size: int = 0
    rewrite: bool = False
    sound: bool = False
    checked: bool = True
    report: list[Finding] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    foreign: list[Path] = field(default_factory=list)


def open_state(disk: Disk, places: Places, look: Look | None = None, *, check: bool = False) -> State:
    """The state of the data file. ``look`` sees the documents of a base file that is sound, as they go by;
    what the journal says later it does not see.

    A base file over 64 MiB is believed to be what was written unless ``check`` is given; each of its documents
    is checked when it is read. Raises ForeignFileError for a file that is none of ours, and OSError.
    """
    names = disk.names(places.folder)
    journal = _read_segments(disk, [places.segment(number) for number in places.numbers(names, ".j")])
    retired = [places.retired(number) for number in places.numbers(names, ".bak.j")]
    helped = bool(journal or retired or places.before.name in names)
    state, found = _read_base(disk, places.base, look, check=check, helped=helped)
    if state is None:
        state = _made_anew(disk, places, _read_segments(disk, retired), journal, found) if helped else State()
    else:
        _replay(state, journal)
    state.sequence, state.kept = max(state.sequence, 0), max(state.kept, 0)
    state.ours = bool(state.database)
    state.database = state.database or secrets.token_hex(8)
    state.journal_size = sum(read.segment.size for read in journal)
    return state


def stamp_of(number: int) -> str:
    """What the journal tells base files by: the generation of one of ours, the checksum of any other."""
    return f"{number:08x}"


@dataclass
class _Read:
    """A segment with its file."""

    path: Path
    segment: Segment


def _read_segments(disk: Disk, paths: Iterable[Path]) -> list[_Read]:
    """Raises FileNotFoundError when one goes away meanwhile, as they do when another program tidies up."""
    found = []
    for path in paths:
        content = read_file(disk, path, READ_OURS)
        if content is None:
            raise FileNotFoundError(path)
        found.append(_Read(path, read_segment(content)))
    return found


# -- the base file ---------------------------------------------------------------------------------------------


@dataclass
class _Damage:
    """A base file that is not what was written: what could be read of it."""

    path: Path
    base: Base | None = None
    found: Scan = field(default_factory=Scan)
    missing: bool = False


def _read_base(
    disk: Disk, path: Path, look: Look | None, *, check: bool, helped: bool
) -> tuple[State | None, _Damage]:
    """The state that the base file alone gives, or the damage."""
    try:
        base = Base(disk, path)
    except FileNotFoundError:
        return None, _Damage(path, missing=True)
    keep = False
    try:
        size = disk.size(base.descriptor)
        head = disk.read(base.descriptor, 4096, 0)
        if size <= len(head) and not head.strip(BLANK):
            return None, _Damage(path, missing=True)
        if not head.startswith(OPENS):
            try:
                return _edited(disk, path), _Damage(path)
            except ForeignFileError:
                if helped and not _is_json(disk, path):
                    return None, _Damage(path)
                raise
        check = check or size <= LARGE
        found = scan(base, look, check=check)
        if found.sound and found.meta is not None:
            keep = True
            meta = found.meta
            return State(
                found.tables,
                base,
                database=meta.database,
                stamp=stamp_of(meta.generation),
                generation=meta.generation,
                kept=meta.sequence,
                sequence=meta.sequence,
                sound=True,
                checked=check,
            ), _Damage(path)
        if found.meta is None and found.numbered:
            try:
                return _edited(disk, path), _Damage(path)
            except ForeignFileError:
                if not helped and not found.tables:
                    raise
        keep = True
        return None, _Damage(path, base, found)
    finally:
        if not keep:
            base.close()


def _is_json(disk: Disk, path: Path) -> bool:
    try:
        msgspec.json.decode(read_file(disk, path) or b"", type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _edited(disk: Disk, path: Path) -> State:
    """The state of a file that another program wrote: all of it in memory. Raises ForeignFileError."""
    content = read_file(disk, path) or b"{}"
    try:
        content.decode()  # documents are looked into when they are wanted
        raw = msgspec.json.decode(content, type=dict[str, dict[str, msgspec.Raw]])
        tables: Tables = {
            name: {key: msgspec.json.format(bytes(document), indent=-1) for key, document in documents.items()}
            for name, documents in raw.items()
        }
    except msgspec.ValidationError as error:
        raise another_program(path) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(path) from error
    if any(
        not bytes(document).startswith(b"{") for documents in tables.values() for document in documents.values()
    ):
        raise another_program(path)
    state = State(tables, stamp=stamp_of(zlib.crc32(content)), kept=-1, sequence=-1, sound=True)
    for document in tables.pop(META, {}).values():
        meta = msgspec.json.decode(bytes(document))
        state.database = str(meta.get("database", ""))
        state.generation, state.kept = (
            value if isinstance(value := meta.get(name), int) else -1 for name in ("generation", "sequence")
        )
        state.sequence = state.kept
        state.report.append(Finding("edited", path.name))
    return state


# -- the journal -----------------------------------------------------------------------------------------------


def _replay(state: State, journal: list[_Read]) -> bool:
    """Do to the state what the journal says. Returns whether no record is missing or damaged."""
    complete = True
    from_base = {name: set(documents) for name, documents in state.tables.items()} if state.base is None else {}
    if not state.database:
        state.database = next((read.segment.header.database for read in journal if read.segment.header), "")
    ours = []
    for read in journal:
        if read.segment.header is None or read.segment.header.database == state.database:
            ours.append(read)
        else:
            state.report.append(Finding("segment-foreign", read.path.name))
            state.foreign.append(read.path)
    for read, records in _confirmed(ours):
        for sequence, changes in records:
            if sequence <= state.kept:
                continue
            if 0 <= state.sequence < sequence - 1:
                complete = False
                missing = sequence - state.sequence - 1
                state.report.append(Finding("records-missing", read.path.name, lost=True, count=missing))
            if read.segment.header is None or read.segment.header.over != state.stamp:
                _give_way(state, changes, from_base, read.path)
            changes.apply(state.tables)
            state.sequence = max(state.sequence, sequence)
        complete = _note_damage(state, read) and complete
    return complete


def _note_damage(state: State, read: _Read) -> bool:
    """Report what could not be read of a segment. Returns whether every confirmed record was there."""
    damaged = len(read.segment.damaged) - read.segment.torn
    if read.segment.damaged:
        state.aside.append(read.path)
    if damaged:
        state.report.append(Finding("record-damaged", read.path.name, lost=True, count=damaged))
    if read.segment.torn:
        state.report.append(Finding("record-torn", read.path.name))
    return not damaged


def _confirmed(journal: list[_Read]) -> Iterator[tuple[_Read, list[tuple[int, Changes]]]]:
    """Each segment with those of its records that no later segment declares void."""
    limits: list[float] = []
    limit = float("inf")
    for read in reversed(journal):
        limits.append(limit)
        if read.segment.header is not None:
            limit = min(limit, read.segment.header.after)
    for read, last in zip(journal, reversed(limits), strict=True):
        yield read, [record for record in read.segment.records if record.sequence <= last]


def _give_way(state: State, changes: Changes, from_base: dict[str, set[str]], segment: Path) -> None:
    """Where another program wrote the base file meanwhile, a record may meet a document of that program under
    its number: another one moves to a number of its own, the same one is kept with the file it stood in."""
    for name, documents in changes.put.items():
        for key in from_base.get(name, set()) & documents.keys():
            from_base[name].discard(key)
            there = state.tables.get(name, {}).get(key)
            if not isinstance(there, bytes) or there == bytes(documents[key]):
                continue
            theirs, ours = msgspec.json.decode(there), msgspec.json.decode(documents[key])
            base = segment.name.rpartition(".j")[0]
            if theirs.get("id") != ours.get("id"):
                taken = [int(other) for other in (*state.tables[name], *documents) if other.isdecimal()]
                state.tables[name][str(max(taken, default=0) + 1)] = there
                state.report.append(Finding("renumbered", base, count=1))
            else:
                state.report.append(Finding("conflict", base))
                state.aside.append(segment.with_name(base))
            state.rewrite = True


# -- damage ------------------------------------------------------------------------------------------------------


def _made_anew(disk: Disk, places: Places, retired: list[_Read], journal: list[_Read], damage: _Damage) -> State:
    """The state from the file before and the journal; document by document where these are not whole."""
    try:
        before, _ = _read_base(disk, places.before, None, check=True, helped=False)
    except ForeignFileError:
        before = None
    state = before or State()
    state.report.clear()
    said = damage.found.meta
    if said is not None and state.database not in ("", said.database):
        before, state = None, State(database=said.database)
    complete = _replay(state, [*retired, *journal])
    complete = complete and (before is not None or state.sequence > 0)
    complete = complete and (said is None or state.sequence >= said.sequence)
    name = places.base.name
    if damage.missing and complete and before is None and not retired:
        return state  # it never was: the program ended before it first wrote one
    state.rewrite, state.sound = True, False
    if not damage.missing:
        state.aside.append(damage.path)
    if complete:
        state.report.append(Finding("base-missing" if damage.missing else "base-damaged", name))
    elif damage.base is not None:
        return _judged(state, damage.base, damage.found, journal, name)
    else:
        count = sum(map(len, state.tables.values()))
        state.report.append(Finding("base-incomplete", name, lost=True, count=count))
    if damage.base is not None:
        damage.base.close()
    return state


def _judged(before: State, base: Base, found: Scan, journal: list[_Read], name: str) -> State:
    """Each document of the damaged file by itself, with what is known of it from before."""
    state = State(found.tables, base, rewrite=True, aside=before.aside)
    if found.meta is not None:
        state.database, state.generation = found.meta.database, found.meta.generation
    state.kept = state.sequence = found.meta.sequence if found.meta is not None else -1
    wrong = {(table, key): right for table, key, right in found.wrong}
    restored = damaged = 0
    lost = len(found.bad)
    for table, documents in list(found.tables.items()):
        for key, place in list(documents.items()):
            assert isinstance(place, int)
            right = wrong.get((table, key))
            if right is None and found.meta is not None and found.numbered:
                continue
            earlier = _document(before, table, key)
            if earlier is not None and right == check_of(key, earlier):
                documents[key] = earlier
                restored += 1
            elif _is_document(base.raw(place)):
                damaged += right is not None
            elif earlier is not None:
                documents[key] = earlier
                damaged += 1
            else:
                del documents[key]
                lost += 1
    if found.bad or not found.whole or not found.numbered:
        for table, documents in before.tables.items():
            for key in documents.keys() - found.tables.get(table, {}).keys():
                earlier = _document(before, table, key)
                if earlier is not None:
                    state.tables.setdefault(table, {})[key] = earlier
                    restored += 1
    for code, count in (("document-restored", restored), ("document-damaged", damaged), ("document-lost", lost)):
        if count:
            state.report.append(Finding(code, name, lost=code != "document-restored", count=count))
    if not found.whole:
        count = sum(map(len, state.tables.values()))
        state.report.append(Finding("base-incomplete", name, lost=True, count=count))
    if before.base is not None:
        before.base.close()
    _replay(state, journal)
    return state


def _document(state: State, table: str, key: str) -> bytes | None:
    entry = state.tables.get(table, {}).get(key)
    if isinstance(entry, int):
        assert state.base is not None
        return state.base.document(key, entry)
    return entry


def _is_document(content: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(content), dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
