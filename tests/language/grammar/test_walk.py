"""Walking over the words of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.grammar.walk import (
    LONGEST_NAME,
    begins_sentence,
    capital_follows,
    gap,
    joined,
    name_end,
    places,
    sentence_words,
    title_case,
)
from humas_tui.language.prose import Paragraph


def test_what_stands_between_two_words_is_told() -> None:
    paragraph = Paragraph("(Kota Bandung, Garut).")
    assert [gap(paragraph, index) for index in range(4)] == ["(", " ", ", ", ")."]
    assert [joined(paragraph, index) for index in range(4)] == [False, True, False, False]
    assert capital_follows(paragraph, 0)
    assert not capital_follows(paragraph, 1)
    assert not capital_follows(paragraph, 2)


def test_words_are_found_whatever_their_capitals() -> None:
    paragraph = Paragraph("Kota dan kota, KOTA")
    assert list(places(paragraph, {"kota"})) == [0, 2, 3]


def test_a_name_ends_where_a_small_word_or_a_mark_stands() -> None:
    paragraph = Paragraph("Menurut Rina Sari Dewi, Rudi pulang")
    assert name_end(paragraph, 1) == 4
    assert name_end(paragraph, 5) == 5


def test_a_run_without_end_is_not_read_to_its_end() -> None:
    assert name_end(Paragraph("Aa " * 100), 0) == LONGEST_NAME


@pytest.mark.parametrize(
    ("text", "position", "begins"),
    [
        ("Namun begitu.", 0, True),
        ("Ia pergi. Namun begitu.", 10, True),
        ("“Ia pergi.” Namun begitu.", 12, True),
        ("Kata dia, “Namun begitu.”", 11, True),
        ("Ia, Namun begitu.", 4, False),
        ("“Ia pergi,” Namun begitu.", 12, False),
        ("Ia pergi Namun begitu.", 9, False),
    ],
)
def test_where_a_sentence_begins(text: str, position: int, begins: bool) -> None:
    assert text[position:].startswith("Namun")
    assert begins_sentence(Paragraph(text), position) is begins


@given(st.lists(st.sampled_from(["Warga datang.", "Loket dibuka!", "Kapan?", "“Ayo,” katanya."]), max_size=8))
def test_every_word_is_in_one_sentence(sentences: list[str]) -> None:
    paragraph = Paragraph(" ".join(sentences))
    parts = [words for _start, _end, words in sentence_words(paragraph)]
    assert [word for words in parts for word in words] == list(paragraph.tokens)
    assert len(parts) == len(sentences)


def test_function_words_keep_their_small_letter() -> None:
    assert title_case("dinas kesehatan dan sosial PPKB") == "Dinas Kesehatan dan Sosial PPKB"
