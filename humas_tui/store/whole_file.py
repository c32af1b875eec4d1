"""A TinyDB storage that replaces the whole file in one durable step.

TinyDB's own JSONStorage writes in place: a crash in between leaves an unreadable file. Here every write
goes to a new file that is synced and renamed. One document stands on a line, so that a damaged file can be
mended by hand. Several changes can be gathered into one write with ``batch``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from tinydb.storages import Storage

from ..durable import write_durably
from .content import Tables, parse_tables, read_file

Stamp = tuple[int, int, int]


class WholeFile(Storage):
    """The file as TinyDB sees it: tables by name, documents by number.

    What was read or written last is kept, and believed as long as the file on disk is still that one; so a
    change that another process made is seen, and a series of saves does not read the file again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: Tables | None = None
        self._stamp: Stamp | None = None
        self._batched = False

    def read(self) -> Tables | None:
        """Every table, or None where there is no file yet.

        Raises ForeignFileError when it is not one of ours, StoreError when it cannot be read."""
        stamp = file_stamp(self.path)
        if self._tables is None or (stamp != self._stamp and not self._batched):
            content = read_file(self.path)
            self._tables = parse_tables(self.path, content) if content.strip() else None
            self._stamp = stamp
        return self._tables

    def write(self, data: Tables) -> None:
        """Make ``data`` the content of the file. Raises UnwritableError; the file is then as it was."""
        if not self._batched:
            self._tables = None  # until it is written: what fails, in whatever way, is read anew
            write_durably(self.path, encode_tables(data), private=True)
            self._stamp = file_stamp(self.path)
        self._tables = data

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Gather the writes inside into one at the end; on an exception nothing is written."""
        self.read()
        self._batched = True
        done = False
        try:
            yield
            done = True
        finally:
            self._batched = False
            if not done:
                self._tables = None
        if self._tables is not None:
            self.write(self._tables)


def encode_tables(tables: Tables) -> Iterator[bytes]:
    """The file's bytes in pieces, one document a line. Between pieces other threads get their turn."""
    encode = msgspec.json.Encoder().encode
    yield b"{"
    for table_number, (name, documents) in enumerate(tables.items()):
        yield (b",\n" if table_number else b"\n") + encode(name) + b": {"
        for number, (key, document) in enumerate(documents.items()):
            yield (b",\n" if number else b"\n") + encode(key) + b": " + encode(document)
        yield b"\n}"
    yield b"\n}\n"


def file_stamp(path: Path) -> Stamp | None:
    """What changes when a file is replaced or written: inode, size, time."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
