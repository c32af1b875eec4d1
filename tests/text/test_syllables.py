"""Syllables by EYD V, KC01."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.syllables import count_syllables


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("main", "ma-in"),
        ("dia", "di-a"),
        ("pandai", "pan-dai"),
        ("pulaunya", "pu-lau-nya"),
        ("kerbau", "ker-bau"),
        ("amboi", "am-boi"),
        ("survei", "sur-vei"),
        ("seismograf", "seis-mo-graf"),
        ("seudati", "seu-da-ti"),
        ("pemerintah", "pe-me-rin-tah"),
        ("buah-buahan", "bu-ah-bu-a-han"),
        ("struktur", "struk-tur"),
        ("Sukamaju", "su-ka-ma-ju"),
        ("taat", "ta-at"),
        ("dpr", "d-p-r"),
        ("KTP", "k-t-p"),
        ("2026", ""),
    ],
)
def test_syllables(word: str, parts: str) -> None:
    assert count_syllables(word) == len(parts.split("-")) - (not parts)


@given(st.text(max_size=30))
def test_any_text_has_a_number_of_them(text: str) -> None:
    assert count_syllables(text) >= 0
