"""Numbers in words, in Roman figures, with their full stops."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.numerals import grouped, roman


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "I"), (4, "IV"), (14, "XIV"), (79, "LXXIX"), (99, "XCIX"), (2019, "MMXIX")]
)
def test_roman_figures(number: int, letters: str) -> None:
    assert roman(number) == letters


@given(st.integers(1, 3999))
def test_a_roman_figure_adds_up_to_its_number(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    figures = [values[letter] for letter in roman(number)]
    signed = [-one if one < after else one for one, after in pairwise([*figures, 0])]
    assert sum(signed) == number


@given(st.integers(1, 10**12))
def test_full_stops_part_the_thousands(number: int) -> None:
    parts = grouped(str(number)).split(".")
    assert int("".join(parts)) == number
    assert 1 <= len(parts[0]) <= 3
    assert all(len(part) == 3 for part in parts[1:])
