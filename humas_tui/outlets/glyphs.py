"""Which characters the fonts of the PDF have: what none of them has is printed as an empty box.

Where the font of the page has not got a character, typst takes it from the others at hand: Noto Emoji, and those
that it brings (`Libertinus Serif`, `DejaVu Sans Mono`, `New Computer Modern`). So Arabic, Hebrew, Cyrillic and
Greek are printed; Chinese, Japanese, Thai and Javanese script are not.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from struct import unpack_from
from typing import Final

FONT: Final = (
    Path(__file__).parent / "fonts" / "Arimo-Regular.ttf"
)  # all faces of the page have the same characters
OTHERS: Final = Path(__file__).parent / "fonts" / "others.txt"
SEGMENTED: Final = 4  # the cmap format of the basic plane (ISO/IEC 14496-22, 5.2.1.3.4)
UNSEEN: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Mn"})  # spaces, controls, joiners, variation selectors


def missing(text: str) -> str:
    """The characters of ``text`` that no font of the PDF has, each once, in their order."""
    if text.isascii():
        return ""
    known = printable()
    return "".join(
        character
        for character in dict.fromkeys(text)
        if ord(character) not in known and unicodedata.category(character) not in UNSEEN
    )


@lru_cache(maxsize=1)
def printable() -> frozenset[int]:
    """The code points that one font or another has."""
    found = set(covered())
    for line in OTHERS.read_text(encoding="ascii").splitlines():
        for span in line.split() if not line.startswith("#") else ():
            first, _dash, last = span.partition("-")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that the font maps to a glyph: read from its table ``cmap``, without fontTools."""
    font = FONT.read_bytes()
    cmap = _table(font, b"cmap")
    for record in range(unpack_from(">H", font, cmap + 2)[0]):
        (offset,) = unpack_from(">L", font, cmap + 4 + 8 * record + 4)
        if unpack_from(">H", font, cmap + offset)[0] == SEGMENTED:
            return _segments(font, cmap + offset)
    raise AssertionError("the bundled fonts have such a table")


def _table(font: bytes, name: bytes) -> int:
    """Where a table of the font begins (ISO/IEC 14496-22, 4.3)."""
    for record in range(unpack_from(">H", font, 4)[0]):
        tag, _sum, offset, _length = unpack_from(">4sLLL", font, 12 + 16 * record)
        if tag == name:
            return int(offset)
    raise AssertionError("the bundled fonts have such a table")


def _segments(font: bytes, start: int) -> frozenset[int]:
    """The code points of a segmented table; the last segment, U+FFFF, is a stop."""
    (doubled,) = unpack_from(">H", font, start + 6)
    count = doubled // 2
    ends = unpack_from(f">{count}H", font, start + 14)
    begins = unpack_from(f">{count}H", font, start + 16 + doubled)
    return frozenset(code for begin, end in zip(begins, ends, strict=True) for code in range(begin, end + 1)) - {
        0xFFFF
    }
