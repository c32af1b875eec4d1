"""Plain text: what lies in the notes of a phone, what was copied out of a chat or a newspaper's page."""

from __future__ import annotations

from .decoding import read_text
from .importer import Draft, Importer
from .paragraphs import to_lines
from .structure import structured


def read(content: bytes, name: str) -> Draft:
    """The draft in a text file. Raises UnreadableFileError."""
    return structured(to_lines(read_text(content, name)))


TXT = Importer(name="txt", suffixes=(".txt", ".text"), read=read)
