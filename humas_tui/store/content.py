"""The data file, judged: is it ours?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from ..errors import ForeignFileError
from ..i18n import _

RELEASES: Final = "releases"
#: What msgspec raises for bytes that are no JSON, or JSON nested deeper than anybody writes it.
NOT_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def document_of(value: object) -> bytes:
    """A document as JSON on one line. What comes in through TinyDB is held to what TinyDB's own storage takes, to
    the letter (msgspec would make a text of a date, and null of what is no number).

    Raises TypeError or ValueError for what JSON cannot hold."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def are_ours(tables: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether these tables are those of a data file of this program; no table at all is an empty one."""
    return not tables or (RELEASES in tables and all(map(str.isdecimal, tables[RELEASES])))


def not_json(path: Path) -> ForeignFileError:
    """The error for a file that is no JSON at all."""
    return ForeignFileError(file=path, reason=_("it is not JSON, or it is damaged"))


def another_program(path: Path) -> ForeignFileError:
    """The error for JSON of another program."""
    return ForeignFileError(file=path, reason=_("it belongs to another program"))
