"""Academic degrees behind a name, however they are written."""

from __future__ import annotations

import re
from typing import Final

from .lists import rows


def bare(degree: str) -> str:
    """A degree without its full stops, in small letters: what it is known by."""
    return degree.replace(".", "").lower()


_ROWS: Final = rows("gelar.tsv")
#: As they are written. Of some there are two ways (S.I.P., S.IP.).
RIGHT: Final = frozenset(row[0] for row in _ROWS)
#: How to write each, by what it is known by.
WRITTEN: Final = {bare(row[0]): row[0] for row in reversed(_ROWS)}
#: Those whose letters mean something else as often.
DOUBTFUL: Final = frozenset(bare(row[0]) for row in _ROWS if row[1:] == ("x",))

#: A degree by its shape; whether it is one, ``WRITTEN`` knows.
SHAPE: Final = r"[ASMPL](?:\.?[A-Z]){0,3}(?:\.?[A-Z][a-z]{1,4}){0,2}(?:\.[A-Z]{1,2})?(?![a-z])\.?"
PART: Final = re.compile(rf"(?P<before> ?, ?| )(?P<degree>{SHAPE})(?![\w-])")


def behind(text: str, position: int, end: int | None = None) -> list[re.Match[str]]:
    """The degrees that follow one another from ``position`` on: matches of ``PART``."""
    found: list[re.Match[str]] = []
    limit = len(text) if end is None else end
    while (match := PART.match(text, position, limit)) is not None and bare(match["degree"]) in WRITTEN:
        found.append(match)
        position = match.end()
    return found
