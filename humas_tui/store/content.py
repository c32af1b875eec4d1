"""The bytes of the data file, read and judged: is it ours?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from ..errors import ForeignFileError, StoreError, system_reason
from ..i18n import _

RELEASES: Final = "releases"
Tables = dict[str, dict[str, dict[str, Any]]]

#: What msgspec raises for bytes that are no JSON, or JSON nested deeper than anybody writes it.
NOT_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def document_of(value: object) -> bytes:
    """A document as JSON on one line. What comes in through TinyDB is held to what TinyDB's own storage takes, to
    the letter (msgspec would make a text of a date, and null of what is no number).

    Raises TypeError or ValueError for what JSON cannot hold."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def read_file(path: Path) -> bytes:
    """The bytes of the data file, none where it does not exist. Raises StoreError.

    Read, not mapped: a mapping is quicker by some milliseconds, but ends the process (SIGBUS) when another
    program, such as TinyDB's own storage, cuts the file short meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(file=path, reason=system_reason(error)) from error


def are_ours(tables: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether these tables are those of a data file of this program; no table at all is an empty one."""
    return not tables or (RELEASES in tables and all(map(str.isdecimal, tables[RELEASES])))


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
