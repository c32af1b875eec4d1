"""Data files to be damaged: small ones, on a simulated disk, and what is found in them afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from humas_tui.store.findings import Finding
from humas_tui.store.journal import Changes
from humas_tui.store.journalled import JournalStorage
from tests.store.simulated_disk import Contents, SimulatedDisk

DATA = Path("/simulated/humas.json")
BASE, BEFORE = "humas.json", "humas.json.bak"

Documents = dict[str, Any]
Tables = dict[str, Documents]


def put(number: int, text: str = "", table: str = "releases", key: str = "") -> Changes:
    """A document that tells its number, under that key (its number, unless given)."""
    document = msgspec.json.encode({"id": f"r{key or number}", "n": number, "text": text})
    return Changes(put={table: {key or str(number): msgspec.Raw(document)}})


@dataclass
class Opened:
    """A data file that was opened: its documents by table and key, what was reported, the disk then."""

    tables: Tables
    report: list[Finding]
    disk: SimulatedDisk
    storage: JournalStorage

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.report}

    @property
    def lost(self) -> int:
        """How many documents, records or lines were reported as perhaps lost."""
        return sum(finding.count for finding in self.report if finding.lost)

    @property
    def files(self) -> dict[str, bytes]:
        return named(self.disk.contents())


def opened(contents: Contents, *, close: bool = False, check: bool = False) -> Opened:
    """Open a data file, to be written or, after ``close``, as one that was closed again."""
    disk = SimulatedDisk(contents)
    storage = JournalStorage(DATA, disk=disk, lock=False, check=check)
    found = read(storage)
    if close:
        storage.close()
    return Opened(found, list(storage.report), disk, storage)


def read(storage: JournalStorage) -> Tables:
    return {name: documents for name, documents in (storage.read() or {}).items() if documents}


def named(contents: Contents) -> dict[str, bytes]:
    """The files of a disk by name."""
    return {name: contents.files[inode] for name, inode in contents.names.items()}


def disk_of(files: dict[str, bytes]) -> Contents:
    """A disk with these files."""
    numbered = dict(enumerate(files.items(), 1))
    return Contents(
        {name: inode for inode, (name, _) in numbered.items()},
        {inode: content for inode, (_, content) in numbered.items()},
    )


def flips(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The content with each of its bits flipped, one at a time, and the number of the byte."""
    for place, byte in enumerate(content):
        for bit in range(8):
            yield place, b"%s%c%s" % (content[:place], byte ^ 1 << bit, content[place + 1 :])
