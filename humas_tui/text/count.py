"""Counting: words, reading time, and how a count is written."""

from __future__ import annotations

import re
from typing import Final

from ..i18n import current

#: Words a minute of an adult reading Indonesian silently, rounded down for a public that reads little.
#: Source: Trauzettel-Klosinski & Dietz 2012, doi:10.1167/iovs.11-8284 (184 ± 29 a minute over 17 languages).
WORDS_A_MINUTE: Final = 180

_WORD: Final = re.compile(r"\w[\w’'./-]*")


def count_words(text: str) -> int:
    """The number of words: runs of letters and digits; a hyphen or apostrophe inside does not part them."""
    return sum(1 for _ in _WORD.finditer(text))


def reading_minutes(words: int) -> int:
    """Minutes that ``words`` take to read, rounded up; 0 for none."""
    return -(-words // WORDS_A_MINUTE)


def grouped(number: int) -> str:
    """``65.536`` or ``65,536``, as the language in use groups thousands. (Babel knows it too, but takes 50 ms to
    load, and the list has a number before its first picture stands.)"""
    written = f"{number:,}"
    return written.replace(",", ".") if current() == "id" else written
