"""Words and reading time."""

from __future__ import annotations

import pytest

from humas_tui.text.count import count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Satu dua tiga.", 3),
        ("anak-anak Ma’mun – 15.00–19.00 WIB", 5),
        ("**tebal** _miring_ - daftar", 3),
        ("Rp4,86 miliar", 3),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (180, 1), (181, 2), (500, 3)])
def test_minutes_are_rounded_up(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes
