"""The bytes of the data file, read and judged: is it ours?"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec

from ..errors import ForeignFileError, StoreError, system_reason
from ..i18n import _

#: Files of this size, in bytes, are mapped into memory rather than read.
MAPPED_FROM: Final = 1 << 20

Tables = dict[str, dict[str, dict[str, Any]]]

#: What msgspec raises for bytes that are no JSON, or JSON nested deeper than anybody writes it.
NOT_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def read_file(path: Path) -> bytes:
    """The bytes of the data file, none where it does not exist. Raises StoreError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(file=path, reason=system_reason(error)) from error


@contextmanager
def mapped_file(path: Path) -> Iterator[bytes | mmap.mmap]:
    """The data file's bytes for as long as the block lasts: mapped where it is large, which spares a copy
    (50 ms of 110 at 33 MB). Raises StoreError."""
    try:
        if path.stat().st_size < MAPPED_FROM:
            yield read_file(path)
            return
        stream = path.open("rb")
    except FileNotFoundError:
        yield b""
        return
    except OSError as error:
        raise StoreError(file=path, reason=system_reason(error)) from error
    with stream:
        try:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # a file system that maps nothing; a file that was emptied this moment
            yield stream.read()
            return
        with mapped:
            yield mapped


def not_json(path: Path) -> ForeignFileError:
    """The error for a file that is no JSON at all."""
    return ForeignFileError(file=path, reason=_("it is not JSON, or it is damaged"))


def another_program(path: Path) -> ForeignFileError:
    """The error for JSON of another program."""
    return ForeignFileError(file=path, reason=_("it belongs to another program"))


def parse_tables(path: Path, content: bytes) -> Tables:
    """The tables of a TinyDB file, by name and document number. Raises ForeignFileError for anything else."""
    try:
        return msgspec.json.decode(content, type=Tables)
    except msgspec.ValidationError as error:
        raise another_program(path) from error
    except NOT_JSON as error:
        raise not_json(path) from error
