"""Taking over the releases of a data file that was opened, with the document that holds each."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..model import Release
from .content import NOT_JSON, RELEASES, another_program
from .journalled import JournalStorage
from .stock import Columns, LargeStock

_decode_release = msgspec.json.Decoder(Release).decode


class _Named(msgspec.Struct):
    id: str = ""


class Found:
    """What goes by while a data file of usual size is opened: every release."""

    def __init__(self) -> None:
        self.releases: dict[str, Release | str] = {}

    def __call__(self, table: str, key: str, content: bytes, start: int, stop: int) -> None:
        if table == RELEASES:
            self.releases[key] = read_release(content[start:stop])


def read_release(document: bytes) -> Release | str:
    """The release that a document holds; its identifier where this version cannot read it."""
    try:
        return _decode_release(document)
    except NOT_JSON:  # ValidationError is one of these; the others are damage, before the checksums are compared
        pass
    try:
        return msgspec.json.decode(document, type=_Named).id
    except NOT_JSON:
        return ""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Reading a file makes no garbage, and the collector takes a tenth of the time to find that out."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def take_over(
    storage: JournalStorage, file: Path, seen: Found | Columns | None
) -> tuple[list[Release] | LargeStock, dict[str, str]]:
    """Every release, and the number of its document by identifier: those of the base file as they were ``seen``,
    where that was all of it. One that this version cannot read has its number only. Raises ForeignFileError."""
    tables = storage.tables
    strange = bool(tables) and RELEASES not in tables and not storage.ours
    if strange or not all(map(str.isdecimal, tables.get(RELEASES, ()))):
        raise another_program(file)
    if isinstance(seen, Columns):
        stock = LargeStock(storage, RELEASES, seen if storage.looked else None)
        if tables.get(RELEASES) and not stock.keys:
            raise another_program(file)
        return stock, stock.keys
    found: dict[str, Release | str] = {}
    for key, entry in tables.get(RELEASES, {}).items():
        if isinstance(entry, int) and seen is not None and storage.looked:
            found[key] = seen.releases[key]
        else:
            found[key] = read_release(storage.document(RELEASES, key))
    releases = [release for release in found.values() if isinstance(release, Release)]
    if found and not releases and not any(found.values()):
        raise another_program(file)
    keys = {one.id if isinstance(one, Release) else one: key for key, one in found.items()}
    keys.pop("", None)
    return releases, keys
