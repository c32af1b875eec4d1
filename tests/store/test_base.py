"""The base file: what is written is read, plain TinyDB reads it, and nothing in it changes unnoticed."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from humas_tui.store.base import (
    Base,
    DamagedDocumentError,
    Meta,
    Scan,
    check_of,
    meta_of,
    pieces_of,
    scan,
)
from humas_tui.store.journal import Entry, Tables
from tests.store.simulated_disk import SimulatedDisk
from tests.store.wrecks import BASE, DATA, disk_of, flips

NAMES = st.text(min_size=1, max_size=8).filter(lambda name: name != "_meta")
DOCUMENTS = st.dictionaries(st.text(max_size=6), st.text() | st.integers() | st.none(), max_size=3).map(
    msgspec.json.encode
)
TABLES = st.dictionaries(NAMES, st.dictionaries(st.text(max_size=5), DOCUMENTS, max_size=4), max_size=3)


def meta(**fields: Any) -> Meta:
    return Meta(database="0123456789abcdef", generation=3, sequence=12, stamp="5" * 16, openings={}, **fields)


def written(tables: Tables) -> bytes:
    def content(key: str, entry: Entry) -> tuple[bytes, int]:
        assert isinstance(entry, bytes)
        return entry, check_of(key, entry)

    return b"".join(pieces_of(tables, content, meta()))


def small() -> Tables:
    return {
        "releases": {str(n): msgspec.json.encode({"id": f"r{n}", "n": n}) for n in range(1, 6)},
        "versions": {"1": b'{"release":"r1"}'},
        "trash": {},
    }


def scanned(content: bytes, *, check: bool = True) -> tuple[Base, Scan]:
    base = Base(SimulatedDisk(disk_of({BASE: content})), DATA)
    return base, scan(base, check=check)


@given(TABLES)
def test_what_is_written_is_read(tables: dict[str, dict[str, bytes]]) -> None:
    content = written({name: dict(documents) for name, documents in tables.items()})
    for check in (True, False):
        base, found = scanned(content, check=check)
        assert found.sound
        assert found.meta is not None
        assert msgspec.structs.replace(found.meta, checksums={}) == meta()
        there = {
            name: {key: base.document(key, place) for key, place in documents.items() if isinstance(place, int)}
            for name, documents in found.tables.items()
        }
        assert there == tables


@given(TABLES)
def test_it_is_json_with_a_document_a_line(tables: dict[str, dict[str, bytes]]) -> None:
    content = written({name: dict(documents) for name, documents in tables.items()})
    found = json.loads(content)
    assert found.pop("_meta")["1"]["generation"] == 3
    assert found == {name: {key: json.loads(one) for key, one in some.items()} for name, some in tables.items()}
    lines = content.split(b"\n")
    assert len(lines) == 6 + sum(2 + len(some) for some in tables.values())


def test_plain_tinydb_reads_it_and_leaves_what_it_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "humas.json"
    path.write_bytes(written(small()))
    with TinyDB(path) as database:
        assert [one["n"] for one in database.table("releases")] == [1, 2, 3, 4, 5]
        database.table("releases").insert({"id": "r6", "n": 6})
    kept = json.loads(path.read_text())["_meta"]["1"]
    found = meta_of(json.dumps(kept, indent=4).encode())
    assert found is not None
    assert msgspec.structs.replace(found, checksums={}) == meta()
    assert meta_of(json.dumps(kept | {"sequence": 13}).encode()) is None, "its checksum does not fit"


def test_every_bit_flipped_is_seen() -> None:
    flipped = 0
    content = written(small())
    for _place, damaged in flips(content):
        _base, found = scanned(damaged)
        assert not found.sound
        flipped += 1
    print(f"{flipped} bits of a base file flipped: all seen")
    assert flipped == len(content) * 8


def test_a_flipped_document_is_seen_when_it_is_read_where_it_was_only_believed() -> None:
    """As a large file is opened. What is wrong with the form of the file is seen at once."""
    seen_at_once = seen_later = 0
    content = written(small())
    for _place, damaged in flips(content):
        base, found = scanned(damaged, check=False)
        if not found.sound:
            seen_at_once += 1
            continue
        wrong = 0
        for documents in found.tables.values():
            for key, place in documents.items():
                assert isinstance(place, int)
                try:
                    base.document(key, place)
                except DamagedDocumentError:
                    wrong += 1
        assert wrong == 1
        seen_later += 1
    print(f"{seen_at_once} seen at once, {seen_later} when the document was read")
    assert seen_later > 0


def test_every_cut_is_seen() -> None:
    content = written(small())
    assert scanned(content)[1].sound
    for cut in range(len(content)):
        _base, found = scanned(content[:cut])
        assert not found.sound or content[cut:].isspace()


def test_a_file_of_many_pieces_is_found_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by pieces of a few bytes, of which none ends where a line does."""
    chance = Random(2026)
    content = written(small())
    whole = scanned(content)
    for _time in range(50):
        monkeypatch.setattr("humas_tui.store.base.PIECE", chance.randrange(1, 200))
        base, found = scanned(content)
        assert found.sound
        assert (base.starts, base.lengths, base.checks) == (whole[0].starts, whole[0].lengths, whole[0].checks)
        assert found.tables == whole[1].tables
