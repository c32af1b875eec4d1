"""Markdown: with front matter as this program writes it, or without.

With front matter the fields say what is what, and the body is kept to the letter. Without, the text is read
as any other; what is left in the body keeps its marks and its line ends.
"""

from __future__ import annotations

import re
from typing import Any, Final

from ..text import front_matter
from .decoding import read_text
from .fields import to_fields
from .importer import Draft, Importer
from .structure import Line, structured

#: Longer front matter is none.
LONGEST: Final = 64 * 1024
_CLOSING: Final = re.compile(r"\n---[ \t]*(?:\n|\Z)")


def read(content: bytes, name: str) -> Draft:
    """The draft in a Markdown file. Raises UnreadableFileError."""
    text = read_text(content, name)
    fields, body = _parted(text)
    if fields:
        return Draft(body=body.removesuffix("\n"), **to_fields(fields))
    return structured(_lines(text))


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """The fields and the body; what is no front matter is body."""
    closing = _CLOSING.search(text, 0, LONGEST) if text.startswith("---") else None
    return front_matter.split(text) if closing else ({}, text)


def _lines(text: str) -> list[Line]:
    """The lines of the text with the blank lines before each, as they are."""
    lines: list[Line] = []
    before = ""
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(row.rstrip("\n"), before))
            before = "\n"
        else:
            before += row + "\n"
    return lines


MD = Importer(name="md", suffixes=(".md", ".markdown"), read=read)
