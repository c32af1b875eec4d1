"""The small lists of the copy desk: text files in ``lexicon/own``, read once.

A line is an entry; columns are parted by a tab; a line that begins with ``#`` is a remark.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

OWN: Final = Path(__file__).parent.parent / "lexicon" / "own"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list with columns, in their order. Raises OSError where there is no such list."""
    return tuple(tuple(line.split("\t")) for line in lines(name))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list, in their order. Raises OSError where there is no such list."""
    text = (OWN / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
