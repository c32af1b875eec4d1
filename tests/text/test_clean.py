"""What comes in is made safe without losing a word."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.clean import clean, clean_line

#: Controls, marks of direction, characters of no width.
UNSEEN = (
    *"\x00\x07\x08\x0e\x1f\x7f\x80\x84\x88\x99\x9a\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
    *"\u2060\u2066\u2067\u2068\u2069\ufeff\ud800\udfff",
)
PIECES = [
    "\x1b",
    "[",
    "]",
    "P",
    "\\",
    "\x07",
    "0;",
    "kata ",
    "\n",
    "\x9b",
    "m",
    "31",
    "\x9d",
    "\x9c",
    "\x90",
    "teks",
]


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("A\x1b]0;JAHAT\x07B", "AB"),
        ("A\x1b]0;judul tanpa akhir, lalu isi", "A0;judul tanpa akhir, lalu isi"),
        ("\x1b[31mM\x1b[0m", "M"),
        ("x\x1b", "x"),
        ("n\x00l", "nl"),
        ("\x1b[12;13Hteks", "teks"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg", "a\nb\nc\nd\ne\nf\ng"),
        ("kiri\u202ekanan\u2066x\u2069", "kirikananx"),
        ("e\u0301", "é"),
        ("ta\u00adnda\u200b\ufeff", "tanda"),
        ("tab\tdan spasi\u00a0keras", "tab\tdan spasi\u00a0keras"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_each_kind_of_danger(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_nothing_unsafe_remains_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


@given(st.lists(st.from_regex("[a-z]{2,8}", fullmatch=True), max_size=20), st.sampled_from("\n\t \r\x0b\u2028"))
def test_no_word_of_an_honest_text_is_lost(words: list[str], between: str) -> None:
    assert clean(between.join(words)).split() == words


@given(st.lists(st.from_regex("[a-z]{2,8}", fullmatch=True), max_size=20), st.sampled_from(UNSEEN))
def test_what_cannot_be_seen_is_taken_away_and_no_word_with_it(words: list[str], unseen: str) -> None:
    assert clean(unseen + f" {unseen}".join(words) + unseen).split() == words


@pytest.mark.parametrize(
    "opener", ["\x1b]", "\x1b[", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x9b", "\x9d", "\x90", "\x9f"]
)
def test_a_sequence_that_was_never_closed_takes_no_text_with_it(opener: str) -> None:
    cleaned = clean(f"awal {opener}\n1 tengah\nakhir")
    assert cleaned.startswith("awal ")
    assert cleaned.endswith("\n1 tengah\nakhir")
    assert clean(f"awal {opener}" + "0" * 5000 + " akhir").endswith("0" * 5000 + " akhir")


def test_hostile_text_of_any_length_ends() -> None:
    for hostile in ("\x1b]" * 50_000, "\x1b]0;" + "x" * 100_000 + "\x1b[31m" * 20_000):
        assert "\x1b" not in clean(hostile)


def test_a_line_is_one_line() -> None:
    assert clean_line("  dua \n baris\t\x1b[1msaja ") == "dua baris saja"
