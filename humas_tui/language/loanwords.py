"""How English words are spelt as loanwords (EYD V, chapter on loanwords): energy, energi; truck, truk."""

from __future__ import annotations

import re
from typing import Final

_LETTERS: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ph", "f"),
        (r"th", "t"),
        (r"rh", "r"),
        (r"sh", "s"),
        (r"cc(?=[eiy])|x", "ks"),
        (r"sc(?=[eiy])|c(?=[eiy])", "s"),
        (r"ck|ch(?=[lrmnt])|c(?!h)|q(?=u)", "k"),
        (r"g(?=e)", "j"),
        (r"y(?![aeiou])", "i"),
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
    )
)
#: Not among them: a word that differs from another one by its ending (mobile is no mobil).
_FALSE_FRIENDS: Final = frozenset({"mobile", "sharing"})
_SHORTEST: Final = 5


def is_respelling(english: str, indonesian: str) -> bool:
    """Whether the second word, in lower case as the first, is the first in Indonesian spelling."""
    if len(english) < _SHORTEST or english in _FALSE_FRIENDS:
        return False
    word = english
    for pattern, letters in _LETTERS:
        word = pattern.sub(letters, word)
    return indonesian in {word, word.removesuffix("e")} - {english}
