"""The data file, judged: is it ours?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ..errors import ForeignFileError
from ..i18n import _

RELEASES: Final = "releases"


def are_ours(tables: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether these tables are those of a data file of this program; no table at all is an empty one."""
    return not tables or (RELEASES in tables and all(map(str.isdecimal, tables[RELEASES])))


def not_json(path: Path) -> ForeignFileError:
    """The error for a file that is no JSON at all."""
    return ForeignFileError(file=path, reason=_("it is not JSON, or it is damaged"))


def another_program(path: Path) -> ForeignFileError:
    """The error for JSON of another program."""
    return ForeignFileError(file=path, reason=_("it belongs to another program"))
