"""The tables of the rules, in ``lexicon/own``: one entry a line, its columns parted by tabs.

A table is UTF-8 text. A line that begins with ``#`` is a remark: the first one tells what the columns are. Several
texts in a column are parted by a semicolon. The tables were made for this program and are part of it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from .kinds import Entry
from .prose import Paragraph

HERE: Final = Path(__file__).parent / "lexicon" / "own"
#: Behind a phrase these are found too; the kind ``Words`` sees them behind single words.
_BEHIND: Final = ("nya", "lah")


@lru_cache(maxsize=32)
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of ``NAME.tsv``. Raises OSError, UnicodeDecodeError."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


def column(cell: str) -> tuple[str, ...]:
    """The texts in a column."""
    return tuple(text for part in cell.split(";") if (text := part.strip()))


def entries(name: str, classes: str = "") -> dict[str, Entry]:
    """A table of words, what to write instead, class and note, as a list for ``Words``.

    ``classes``: the classes wanted, a letter each; none given: all lines. Raises OSError; ValueError for a line
    that has fewer columns than three."""
    found: dict[str, Entry] = {}
    for line in table(name):
        word, fixes, kind, *note = line
        if classes and kind not in classes:
            continue
        entry = found[word] = Entry(column(fixes), note[0] if note else "")
        if "'" in word:
            found[word.replace("'", "’")] = entry
        if " " in word:
            for clitic in _BEHIND:
                found[word + clitic] = Entry(tuple(fix + clitic for fix in column(fixes)), found[word].note)
    return found


def in_brackets(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether this stretch is all that stands in brackets: the foreign word behind its Indonesian one."""
    return paragraph.text[start - 1 : start] == "(" and paragraph.text[end : end + 1] == ")"
