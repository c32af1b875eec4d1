"""Opening a data file: the base file and the journal become its state, whatever happened to them.

Nothing is changed on the disk here. Where the base file is damaged or gone, the file before it and the
segments that lead from there to here give the same state again (``salvage``). Where another computer or program
wrote the base file while saves of this one were not in it yet, both are put together (``replaying``).
"""

from __future__ import annotations

import secrets
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from ..errors import ForeignFileError
from .base import META, OPENS, Base, Look, meta_of, scan
from .content import NOT_JSON, another_program, not_json
from .disk import Disk, read_file
from .findings import Finding
from .journal import Tables
from .places import Places
from .replaying import Read, read_segments, replay
from .salvage import Damage, made_anew, our_line
from .state import State

#: A data file larger than this is not read whole when it is opened: its checksums are compared later.
LARGE: Final = 64 << 20
BLANK: Final = b" \t\r\n"


def open_state(disk: Disk, places: Places, look: Look | None = None, *, check: bool = False) -> State:
    """The state of the data file. ``look`` sees the documents of a base file that is sound, as they go by;
    what the journal says later it does not see.

    A base file over 64 MiB is believed to be what was written unless ``check`` is given; each of its documents
    is checked when it is read. Raises ForeignFileError for a file that is none of ours, and OSError.
    """
    names = disk.names(places.folder)
    journal = read_segments(disk, [places.segment(number) for number in places.numbers(names, ".j")])
    retired = [places.retired(number) for number in places.numbers(names, ".bak.j")]
    helped = bool(journal or retired or places.before.name in names)
    state, damage = _read_base(disk, places.base, look, check=check, helped=helped)
    if state is not None:
        state = _with_journal(disk, places, state, retired, journal)
    elif helped or not damage.missing:
        before = read_before(disk, places)
        state = made_anew(places, before, read_segments(disk, retired), journal, damage)
    else:
        state = State()
    state.sequence, state.kept = max(state.sequence, 0), max(state.kept, 0)
    state.ours = bool(state.database)
    state.database = state.database or secrets.token_hex(8)
    state.beside = _openings(read for read in journal if read.path not in state.foreign)
    state.journal_size = sum(read.segment.size for read in journal)
    return state


def is_as_it_was(disk: Disk, places: Places, stamp: str) -> bool:
    """Whether the base file is the one of that stamp, every letter of it. Raises OSError."""
    try:
        state, damage = _read_base(disk, places.base, None, check=True, helped=True)
    except ForeignFileError:
        return False
    if damage.base is not None:
        damage.base.close()
    if state is not None:
        state.close()
    return state is not None and state.stamp == stamp


def _openings(journal: Iterable[Read]) -> dict[str, int]:
    """The last record of each opening."""
    last: dict[str, int] = {}
    for read in journal:
        if read.segment.header is not None:
            token = read.segment.header.token
            last[token] = max(last.get(token, 0), *(record.sequence for record in read.segment.records), 0)
    return last


def _with_journal(disk: Disk, places: Places, state: State, retired: list[Path], journal: list[Read]) -> State:
    """The base file with what the journal says. Where it is not what the journal was written over, nor made from
    that, it took the place of ours: ours counts, if there is still all that is needed to make it anew."""
    if all(state.knows(read.segment) for read in journal if read.segment.records):
        replay(state, journal, places.base)
        return state
    ours = our_line(places, read_before(disk, places), read_segments(disk, retired), journal)
    if ours is None:
        replay(state, journal, places.base)
        return state
    ours.generation = max(ours.generation, state.generation)
    state.close()
    return ours


def read_before(disk: Disk, places: Places) -> State | None:
    """The file before; None where there is none that could be used."""
    try:
        return _read_base(disk, places.before, None, check=True, helped=False)[0]
    except ForeignFileError:
        return None


# -- the base file ---------------------------------------------------------------------------------------------


def _read_base(
    disk: Disk, path: Path, look: Look | None, *, check: bool, helped: bool
) -> tuple[State | None, Damage]:
    """The state that the base file alone gives, or the damage."""
    try:
        base = Base(disk, path)
    except FileNotFoundError:
        return None, Damage(path, missing=True)
    keep = False
    try:
        size = disk.size(base.descriptor)
        head = disk.read(base.descriptor, 4096, 0)
        if size <= len(head) and not head.strip(BLANK):
            return None, Damage(path, missing=True)
        if not head.startswith(OPENS):
            strange, damage = _read_strange(disk, path, base, helped=helped)
            keep = damage.base is not None
            return strange, damage
        check = check or size <= LARGE
        found = scan(base, look, check=check)
        if found.sound and found.meta is not None:
            keep = True
            state = State(found.tables, base, sound=True, checked=check)
            state.descend(found.meta)
            return state, Damage(path)
        if found.meta is None and not found.spoiled:
            try:
                return _edited(disk, path), Damage(path)
            except ForeignFileError:
                if not helped and not found.tables:
                    raise
        if not check:
            base.forget()
            found = scan(base)
        keep = True
        return None, Damage(path, base, found)
    finally:
        if not keep:
            base.close()


def _read_strange(disk: Disk, path: Path, base: Base, *, helped: bool) -> tuple[State | None, Damage]:
    """The same of a file that does not begin as ours do: another program wrote it, or its beginning is damaged."""
    try:
        return _edited(disk, path), Damage(path)
    except ForeignFileError:
        if _is_json(disk, path):
            raise
        found = scan(base)
        if found.meta is not None:
            return None, Damage(path, base, found)
        if helped:
            return None, Damage(path)
        raise


def _is_json(disk: Disk, path: Path) -> bool:
    try:
        msgspec.json.decode(read_file(disk, path) or b"", type=msgspec.Raw)
    except NOT_JSON:
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
    except NOT_JSON as error:
        raise not_json(path) from error
    if any(
        not bytes(document).startswith(b"{") for documents in tables.values() for document in documents.values()
    ):
        raise another_program(path)
    state = State(tables, kept=-1, sequence=-1, sound=True, edited=True)
    for document in tables.pop(META, {}).values():
        meta = meta_of(bytes(document))
        if meta is not None:
            state.descend(meta)
        state.report.append(Finding("edited", path.name))
    state.stamp = f"{zlib.crc32(content):08x}"
    state.lineage.insert(0, state.stamp)
    return state
