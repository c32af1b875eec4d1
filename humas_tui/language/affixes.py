"""Prefixes that change with what follows them: meN- and peN- before a root.

    before a vowel, g, h, kh          meng-   mengajak, menggali
    before k and a vowel              meng-   and the k melts: mengirim
    before b, f, v                    mem-    membawa
    before p and a vowel              mem-    and the p melts: memakai
    before c, d, j, z                 men-    mencari
    before t and a vowel              men-    and the t melts: menulis
    before s and a vowel              meny-   and the s melts: menyapu
    before two consonants             the same nasal, nothing melts: memproses
    before l, m, n, r, w, y           me-     melihat
    before one syllable               menge-  mengecat

Source: *Tata Bahasa Baku Bahasa Indonesia*, 4th ed. 2017.
"""

from __future__ import annotations

from typing import Final

VOWELS: Final = frozenset("aiueo")
_NASALS: Final = {
    **dict.fromkeys("aiueogh", "ng"),
    **dict.fromkeys("bfv", "m"),
    **dict.fromkeys("cdjz", "n"),
    **dict.fromkeys("lmnrwy", ""),
}
#: The letters that melt, and the nasal that stays.
MELTING: Final = {"k": "ng", "p": "m", "t": "n", "s": "ny"}
#: Before two consonants s takes the nasal of t: menstabilkan, mensyukuri.
_BEFORE_TWO: Final = {**MELTING, "s": "n"}


def nasalised(prefix: str, root: str) -> str:
    """``prefix`` (``me`` or ``pe``) and a root in lower case as one word."""
    if sum(letter in VOWELS for letter in root) == 1:
        return f"{prefix}nge{root}"
    first, second = root[0], root[1:2]
    if first in MELTING:
        return f"{prefix}{MELTING[first]}{root[1:]}" if second in VOWELS else f"{prefix}{_BEFORE_TWO[first]}{root}"
    return f"{prefix}{_NASALS.get(first, '')}{root}"
