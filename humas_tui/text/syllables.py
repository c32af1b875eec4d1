"""Syllables of Indonesian words, counted by the vowels.

Rules: EYD V, KC01 (which vowels stand together in one syllable). ``eu`` is one; ``ai``, ``au``, ``oi`` are one at
the end of a word or before a clitic only, ``ei`` also before a consonant; other neighbouring vowels are two
syllables (``ma-in``, ``di-a``). Known misses are words such as ``sau-da-ra`` and ``me-war-na-i``, by one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TOGETHER: Final = re.compile(r"eu|(?:ai|au|oi)(?=(?:nya|lah|kah|pun|ku|mu)?$)|ei(?=[^aiueo]|$)")
_VOWEL: Final = re.compile("[aiueoé]")
_LETTERS_ONLY: Final = re.compile("[bcdfghjklmnpqrstvwxyz]+")


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """The syllables of a word in any case, of both halves of a doubled one; of an abbreviation without a vowel,
    its letters. 0 for what holds no letter."""
    word = word.lower()
    if "-" in word:
        return sum(map(count_syllables, word.split("-")))
    if not any(map(str.isalpha, word)):
        return 0
    if _LETTERS_ONLY.fullmatch(word):
        return len(word)
    return max(1, len(_VOWEL.findall(_TOGETHER.sub("a", word))))
