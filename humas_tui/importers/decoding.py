"""Bytes to text: which encoding a file is in, and whether it is a text at all."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ..errors import UnreadableFileError
from ..i18n import _
from ..text.clean import clean

# The order matters: the mark of UTF-32 in little endian begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How well-known files that are no text begin: PDF, ZIP (docx, odt), Office before 2007, RTF, PNG, JPEG, GIF.
_OTHER_FILES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]+")
_WORD: Final = re.compile(r"[^\W_]")
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f\ufffd]")


def read_text(content: bytes, name: str, declared: str = "") -> str:
    """The text of a file, made safe, with line feeds as line ends.

    ``declared`` is the encoding that the file itself names. Raises UnreadableFileError for a file that holds
    no word or is no text; a text with damaged places is read, the damage shown as U+FFFD.
    """
    return worded(plain_text(content, name, declared), name)


def plain_text(content: bytes, name: str, declared: str = "") -> str:
    """The same, also of a file without a word. Raises UnreadableFileError for one that is no text."""
    text = decode(content, declared)
    if content.startswith(_OTHER_FILES) or (len(text) - len(_CONTROLS.sub("", text))) * 10 > len(text):
        raise UnreadableFileError(file=name, reason=_("it is not a text file"))
    return clean(text)


def worded(text: str, name: str) -> str:
    """``text``, unless it holds neither letter nor figure. Raises UnreadableFileError then."""
    if _WORD.search(text) is None:
        raise UnreadableFileError(file=name, reason=_("it is empty"))
    return text


def decode(content: bytes, declared: str = "") -> str:
    """``content`` as text: by its byte order mark, as ``declared``, as UTF-8, or else as Windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    # One damaged place in a long text in UTF-8 must not turn every dash of it into three letters.
    text = content.decode("utf-8", errors="replace")
    if len(_BEYOND_ASCII.findall(text)) > text.count("\ufffd"):
        return text
    return content.decode("cp1252", errors="replace")
