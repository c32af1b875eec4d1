"""The units that outlets count in, a function each, and cutting a text to so many of them.

A family emoji is 1 grapheme, 7 code points, 11 UTF-16 units and 25 bytes of UTF-8, and weighs 2 on X.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

#: Characters looked at for each that is wanted, so that a long text is not counted to its end for each piece.
WINDOW: Final = 16

#: ``#`` and the word behind it, in which a letter must be: ``#2026`` is no hashtag anywhere.
_HASHTAG: Final = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d_])\w+")


def graphemes(text: str) -> Iterator[str]:
    """What a reader takes for one character each (Unicode Standard Annex #29, extended clusters)."""
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def count_graphemes(text: str) -> int:
    """The number of graphemes."""
    return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in graphemes(text))


def count_utf16(text: str) -> int:
    """The number of UTF-16 units: two for a character beyond U+FFFF."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_bytes(text: str) -> int:
    """The number of bytes in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def count_emoji_as_bytes(text: str) -> int:
    """The number of characters, an emoji counted as its bytes in UTF-8: the count of Threads."""
    from .emoji import find_emoji

    return len(text) + sum(count_bytes(emoji) - len(emoji) for emoji in find_emoji(text))


def count_hashtags(text: str) -> int:
    """The number of hashtags."""
    return len(_HASHTAG.findall(text))


def count_addresses(text: str) -> int:
    """The number of different web addresses."""
    from .web_addresses import find_addresses

    text = unicodedata.normalize("NFC", text)
    return len({text[start:end] for start, end in find_addresses(text)})


def count_angle_brackets(text: str) -> int:
    """The number of ``<`` and ``>``."""
    return text.count("<") + text.count(">")


def cut(text: str, limit: int, count: Callable[[str], int]) -> tuple[str, str]:
    """``text`` in two: as many whole graphemes as count for no more than ``limit``, and the others.

    Where not even one fits, as many characters of it as do; at least one. ``count`` need not grow with every
    character, as that of X does not: a longer beginning that fits may then be missed.
    """
    window = WINDOW * max(1, limit)
    while window < len(text) and count(text[:window]) <= limit:
        window *= 2
    if window >= len(text) and count(text) <= limit:
        return text, ""
    ends = _ends(text[:window])
    if window < len(text) and len(ends) > 1:
        ends.pop()  # a grapheme may go on behind it
    if count(text[: ends[0]]) > limit:
        ends = list(range(1, ends[0] + 1))
    low, high = 0, len(ends) - 1  # the one at low is taken though it may not fit
    while low < high:
        middle = (low + high + 1) // 2
        if count(text[: ends[middle]]) <= limit:
            low = middle
        else:
            high = middle - 1
    return text[: ends[low]], text[ends[low] :]


def _ends(text: str) -> list[int]:
    """Where each grapheme ends."""
    ends, end = [], 0
    for grapheme in graphemes(text):
        end += len(grapheme)
        ends.append(end)
    return ends
