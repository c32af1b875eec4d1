"""Slips of the pen: the words that are one slip away from another, and what that slip costs.

A price is in decibels: ten times the logarithm of how much rarer the slip is than the commonest ones. Dropping a
letter or swapping two is one thing that can happen at a place; a wrong letter or one too many is one of 25, but
mostly a neighbour on the keyboard, a doubled letter, or a sound that is written alike.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
#: Letters that Indonesian writers take for each other: by sound, or by an older spelling.
_ALIKE: Final = (
    "ae",
    "ei",
    "ou",
    "ai",
    "fp",
    "fv",
    "pb",
    "sz",
    "td",
    "kg",
    "kq",
    "ck",
    "jy",
    "xs",
    "zj",
    "uw",
    "iy",
)

DROPPED: Final = 0
SWAPPED: Final = 1
DOUBLED: Final = 1
ADDED_NEAR: Final = 8
ADDED: Final = 12
WRONG_NEAR: Final = 8
WRONG: Final = 13
#: The first letter is seldom wrong.
AT_START: Final = 4
_DEAREST: Final = 99


def _neighbours() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {letter: set() for letter in LETTERS}
    for row, keys in enumerate(_ROWS):
        for column, key in enumerate(keys):
            for other_row, other_column in ((row, column + 1), (row + 1, column), (row + 1, column - 1)):
                if other_row < len(_ROWS) and 0 <= other_column < len(_ROWS[other_row]):
                    beside = _ROWS[other_row][other_column]
                    near[key].add(beside)
                    near[beside].add(key)
    for one, other in _ALIKE:
        near[one].add(other)
        near[other].add(one)
    return {letter: frozenset(others) for letter, others in near.items()}


NEIGHBOURS: Final = _neighbours()


def near(word: str, among: Container[str]) -> dict[str, int]:
    """Those ``among`` the given words that become ``word`` by one slip, with its price: the cheapest where two do.

    Some 50 look-ups a letter; prices are only worked out for what is found.
    """
    found: dict[str, int] = {}

    def put(meant: str, price: int) -> None:
        if price < found.get(meant, _DEAREST):
            found[meant] = price

    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        start = 0 if place else AT_START
        for letter in [letter for letter in LETTERS if before + letter + after in among]:
            put(before + letter + after, DROPPED + start)
        if not after:
            continue
        here, rest = after[0], after[1:]
        if before + rest in among:
            put(before + rest, _added(here, before[-1:], rest[:1]) + start)
        for letter in [letter for letter in LETTERS if before + letter + rest in among]:
            put(before + letter + rest, (WRONG_NEAR if letter in NEIGHBOURS.get(here, ()) else WRONG) + start)
        if rest and before + rest[0] + here + rest[1:] in among:
            put(before + rest[0] + here + rest[1:], SWAPPED)
    found.pop(word, None)
    return found


def _added(letter: str, before: str, after: str) -> int:
    """The price of a letter too many between two others."""
    if letter in {before, after}:
        return DOUBLED
    beside = any(letter in NEIGHBOURS.get(other, ()) for other in (before, after))
    return ADDED_NEAR if beside else ADDED
