"""Bound forms: parts of words that never stand alone (antar-, pasca-, non-; EYD V, KB01b)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from .tables import table

#: Behind any of these a bound form is short for one that follows (pra- dan pascabencana) or a word of speech.
_LOOSE: Final = frozenset(
    "dan atau yang dengan di ke dari pada terhadap ini itu adalah juga untuk sama para saja maupun serta".split()
)
#: Misspelt ones.
_STANDARD: Final = {"paska": "pasca"}
_SHORTEST: Final = 3  # letters of what follows


class Bound:
    """What is known of a bound form: the words that surely follow it, and whether any other may."""

    def __init__(self, followers: str) -> None:
        words = followers.split()
        self.any = "*" in words
        self._sure = frozenset(words) - {"*"}

    def takes(self, word: str) -> bool:
        """Whether this word, in lower case, is one with the bound form before it."""
        return self.surely_takes(word) or (
            self.any and len(word) >= _SHORTEST and word.isalpha() and word not in _LOOSE
        )

    def surely_takes(self, word: str) -> bool:
        """Whether the table says so."""
        return word in self._sure


@lru_cache(maxsize=1)
def bound_forms() -> dict[str, Bound]:
    """The bound forms, in lower case."""
    forms = {line[0]: Bound(line[1]) for line in table("terikat")}
    return forms | {wrong: forms[right] for wrong, right in _STANDARD.items()}


def standard(form: str) -> str:
    """The form as it is spelt, with the capital that it has."""
    right = _STANDARD.get(form.lower(), form.lower())
    return right.capitalize() if form[0].isupper() else right
