"""The units that outlets count in, and cutting to so many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text import units
from humas_tui.text.weighted import weight

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize(
    ("text", "graphemes", "utf16", "size", "threads"),
    [
        ("", 0, 0, 0, 0),
        ("Pemkot", 6, 6, 6, 6),
        ("“é”", 3, 3, 8, 3),
        ("e\u0301", 1, 2, 3, 2),
        (FAMILY, 1, 11, 25, 25),
        (f"Halo {FAMILY}!", 7, 17, 31, 31),
        ("🇮🇩🇮🇩", 2, 8, 16, 16),
        ("☺ ©", 3, 3, 6, 5),
        ("𝐁", 1, 2, 4, 1),
        ("1\ufe0f\u20e3", 1, 3, 7, 7),
        ("क्षि", 1, 4, 12, 4),
        ("مرحبا", 5, 5, 10, 5),
        ("a\r\nb", 3, 4, 4, 4),
        ("\ud800", 1, 1, 3, 1),
    ],
)
def test_counts(text: str, graphemes: int, utf16: int, size: int, threads: int) -> None:
    assert units.count_graphemes(text) == graphemes
    assert units.count_utf16(text) == utf16
    assert units.count_bytes(text) == size
    assert units.count_emoji_as_bytes(text) == threads


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("#KotaSukamaju #KabarBaik", 2),
        ("(#a), #b2 dan #2b", 3),
        ("#2026 # #_ a#b https://kota.id/#c &#38;", 0),
        ("#a#b", 1),
        ("#Kota_Sukamaju", 1),
        ("#کوتا", 1),
        (" ".join(f"#t{number}" for number in range(10_000)), 10_000),
    ],
)
def test_hashtags(text: str, count: int) -> None:
    assert units.count_hashtags(text) == count


def test_addresses_are_counted_once_each() -> None:
    assert units.count_addresses("a.id b.id a.id https://a.id") == 3


def test_angle_brackets() -> None:
    assert units.count_angle_brackets("a < b > c <<") == 4


COUNTS = (len, units.count_graphemes, units.count_utf16, units.count_bytes, units.count_emoji_as_bytes, weight)
TEXTS = st.lists(
    st.sampled_from(
        [*"abc é.,\n", FAMILY, "🇮🇩", "👍🏽", "e\u0301", "humas.go.id ", "क्षि", "日本", "مرحبا", "kata "]
    ),
    max_size=40,
).map("".join)


@given(TEXTS, st.integers(1, 60), st.sampled_from(COUNTS))
def test_a_cut_lies_between_graphemes_and_fits(text: str, limit: int, count: Callable[[str], int]) -> None:
    first, rest = units.cut(text, limit, count)
    assert first + rest == text
    assert first or not text
    borders = [len("".join(list(units.graphemes(text))[:number])) for number in range(len(text) + 1)]
    one = next(units.graphemes(text), "")
    if count(one) <= limit:
        assert count(first) <= limit
        assert len(first) in borders
    if count is not weight and rest:
        assert count(first + next(units.graphemes(rest))) > limit or count(one) > limit


def test_a_grapheme_that_is_too_long_is_cut_all_the_same() -> None:
    first, rest = units.cut("e" + "\u0301" * 1000, 280, len)
    assert (len(first), len(rest)) == (280, 721)
    assert units.cut("😀", 1, units.count_bytes) == ("😀", "")
