"""What the list shows around a word that was found: one line, with the word in it and marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.desk import Shelf
from humas_tui.desk.shelf import CONTEXT_LENGTH, context, words_of
from tests.samples import blank

WORDS = st.from_regex("[a-z]{1,12}", fullmatch=True)
BODIES = st.lists(WORDS | st.sampled_from(["\n", "  ", "x" * 300, "é."]), max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ", "\n", ""]).map(lambda between: between.join(pieces))
)


@given(BODIES, WORDS, BODIES)
def test_the_word_that_was_found_is_shown_and_marked(before: str, word: str, after: str) -> None:
    release = blank(body=before + word + after)
    shown, spans = context(release, words_of(word))
    assert spans
    assert {shown[start:end] for start, end in spans} == {word}
    assert "\n" not in shown
    assert "  " not in shown
    assert len(shown) <= CONTEXT_LENGTH + len("… ")


@given(st.lists(WORDS, min_size=1, max_size=3), BODIES)
def test_whatever_the_search_finds_has_something_to_show(words: list[str], body: str) -> None:
    release = blank(body=body)
    shelf = Shelf()
    shelf.fill([release])
    if shelf.find(" ".join(words)):
        shown, spans = context(release, words)
        assert spans
        assert all(shown[start:end].lower() in words for start, end in spans)


def test_the_body_comes_before_summary_headline_and_place() -> None:
    release = blank(headline="Kata satu", summary="Kata dua", body="Kata tiga", place="Kata empat")
    assert context(release, ("kata",))[0] == "Kata tiga"
    assert context(release, ("dua",))[0] == "Kata dua"
    assert context(release, ("satu",))[0] == "Kata satu"
    assert context(release, ("empat",))[0] == "Kata empat"


def test_the_piece_begins_at_a_word_shortly_before() -> None:
    shown, ((start, end),) = context(blank(body="Warga " * 50 + "menerima bantuan beras"), ("bantuan",))
    assert shown == "… Warga menerima bantuan beras"
    assert shown[start:end] == "bantuan"


@pytest.mark.parametrize("word", ["(", "[/]", "a.b", "\\d", "*", "$"])
def test_signs_are_looked_for_as_they_are(word: str) -> None:
    shown, spans = context(blank(body=f"kata {word} kata"), (word,))
    assert [shown[start:end] for start, end in spans] == [word]


def test_the_longer_of_two_words_is_marked_where_both_begin() -> None:
    shown, spans = context(blank(body="banjir banjirnya"), ("banjir", "banjirnya"))
    assert [shown[start:end] for start, end in spans] == ["banjir", "banjirnya"]
