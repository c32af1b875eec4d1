"""Counting as X does: characters of two weights, addresses and emoji at a fixed one.

Configuration v3 of twitter-text (github.com/twitter/twitter-text, config/v3.json; docs.x.com/fundamentals/
counting-characters, read 2026-11-28): the text is composed (NFC); U+0000 to U+10FF, U+2000 to U+200D, U+2010 to
U+201F and U+2032 to U+2037 weigh one, everything else two; an address weighs 23 whatever its length, an emoji two,
of however many characters it is made.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ADDRESS: Final = 23
EMOJI: Final = 2

_HEAVY: Final = re.compile("[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")


def weight(text: str) -> int:
    """The weighted length of ``text``. More than one megabyte a second."""
    from .web_addresses import find_addresses  # their expressions take 6 ms to compile: not before they are needed

    text = unicodedata.normalize("NFC", text)
    total = done = 0
    for start, end in find_addresses(text):
        total += _plain_weight(text[done:start]) + ADDRESS
        done = end
    return total + _plain_weight(text[done:])


def _plain_weight(text: str) -> int:
    """The weight of a composed text without addresses."""
    if text.isascii():
        return len(text)  # a keycap is made with U+20E3
    from .emoji import find_joined

    total = _by_character(text)
    for emoji in find_joined(text):
        total += EMOJI - _by_character(emoji)
    return total


def _by_character(text: str) -> int:
    return len(text) + sum(map(len, _HEAVY.findall(text)))
