"""HTML: a page that was saved, a text copied with its styles."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from ..errors import UnreadableFileError
from ..i18n import _
from ..text.clean import clean_line
from .decoding import read_text, worded
from .html_blocks import TangledError, to_markdown
from .importer import Draft, Importer
from .structure import Line, structured

#: Where a page names its encoding: in its first 1024 bytes (HTML Standard, 4.2.5.4).
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,1000})</title", re.IGNORECASE)


def read(content: bytes, name: str) -> Draft:
    """The draft in an HTML file. Raises UnreadableFileError."""
    declared = _CHARSET.search(content, 0, 1024)
    return draft(read_text(content, name, declared[1].decode("ascii") if declared else ""), name)


def draft(source: str, name: str) -> Draft:
    """The draft in an HTML text; a title of the page that is not the headline becomes a tag."""
    blocks = markdown(source, name)
    titled = _TITLE.search(source)
    title = clean_line(unescape(titled[1])) if titled else ""
    worded("".join((title, *blocks)), name)
    found = structured(map(Line, blocks))
    if not title or title.casefold() == found.headline.casefold():
        return found
    if found.headline:
        return structured(map(Line, blocks), tags=[title])
    return structured(map(Line, blocks), headline=title)


def markdown(source: str, name: str) -> list[str]:
    """The blocks of an HTML text as Markdown. Raises UnreadableFileError."""
    try:
        return to_markdown(source)
    except TangledError as error:
        raise UnreadableFileError(file=name, reason=_("its HTML is too tangled to read")) from error


HTML = Importer(name="html", suffixes=(".html", ".htm"), read=read)
