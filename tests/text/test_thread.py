"""A text cut into posts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.thread import thread
from humas_tui.text.units import graphemes
from humas_tui.text.weighted import weight

LIMIT = 280
NUMBER = re.compile(r" \((\d+)/(\d+)\)$")


def posts(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    return thread(text, limit, weight)


def bare(text: str, limit: int = LIMIT) -> list[str]:
    return [NUMBER.sub("", post) for post in posts(text, limit)]


@pytest.mark.parametrize("text", ["", "Satu.", "a" * 280, "Lihat humas.go.id/" + "a" * 400])
def test_what_fits_is_one_post_without_a_number(text: str) -> None:
    assert posts(text) == (text,)


def test_posts_end_where_sentences_do_and_are_numbered() -> None:
    one, two = "Wali Kota Ir. H. Budi, S.Sos. hadir di Jl. Merdeka No. 17.", "Kalimat kedua."
    assert posts(" ".join([one] * 7)) == (f"{one} {one} {one} {one} (1/2)", f"{one} {one} {one} (2/2)")
    assert posts(" ".join([one, *[two] * 20])) == (
        " ".join([one, *[two] * 14]) + " (1/2)",
        " ".join([two] * 6) + " (2/2)",
    )


def test_a_paragraph_that_fits_is_not_torn() -> None:
    first, second = "Satu kalimat. " * 10, "Dua kalimat. " * 15
    assert bare(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


def test_blank_lines_become_line_ends() -> None:
    found = bare("Satu.\n\n\nDua.\nTiga.\n\n" + "Empat. " * 40)
    assert found[0].startswith("Satu.\nDua.\nTiga.\nEmpat.")
    assert all("\n\n" not in post for post in found)


def test_a_long_sentence_is_cut_at_spaces_and_a_long_word_between_graphemes() -> None:
    words = "kata panjang " * 40
    assert all(post.strip() == post and len(post) > 200 for post in bare(words)[:-1])
    assert " ".join(bare(words)) == words.strip()
    family = "👨\u200d👩\u200d👧\u200d👦"
    whole = "x" * 5000 + family * 300
    assert "".join(bare(whole)) == whole
    assert "".join(part for post in bare(family * 300) for part in graphemes(post)) == family * 300
    assert {part for post in bare(family * 300) for part in graphemes(post)} == {family}


def test_more_than_nine_and_more_than_ninety_nine_posts() -> None:
    for count in (12, 150):
        found = posts("Ini kalimat yang cukup panjang untuk sebuah kiriman. " * (count * 5))
        assert len(found) >= count
        assert [NUMBER.search(post)[0] for post in found] == [  # type: ignore[index]
            f" ({number}/{len(found)})" for number in range(1, len(found) + 1)
        ]
        assert max(map(weight, found)) <= LIMIT


PIECES = st.sampled_from(
    ["Kata", "kata ", "kata. ", "Ir. ", "No. 5 ", "“Ya,” ", "\n\n", "\n", " ", "a" * 300, "日本", "humas.go.id "]
)
ODD = st.sampled_from(
    [
        "🎉",
        "👨\u200d👩\u200d👧\u200d👦",
        "مرحبا ",
        "#tagar ",
        "… ",
        "e\u0301",
        "satu kalimat yang agak panjang, ya. ",
    ]
)


@given(st.lists(PIECES | ODD, max_size=60).map("".join), st.sampled_from([60, 140, 280]))
def test_every_post_fits_and_nothing_is_lost(text: str, limit: int) -> None:
    found = posts(text, limit)
    assert all(weight(post) <= limit for post in found)
    without_spaces = "".join("".join(bare(text, limit) if len(found) > 1 else found).split())
    assert without_spaces == "".join(text.split())
    if len(found) > 1:
        assert [tuple(map(int, NUMBER.search(post).groups())) for post in found] == [  # type: ignore[union-attr]
            (number, len(found)) for number in range(1, len(found) + 1)
        ]


@pytest.mark.timeout(60)
def test_long_texts_take_time_in_proportion() -> None:
    assert len(posts("Kalimat pendek di sini. " * 20_000)) > 1000
    assert len(posts("#tagar " * 10_000)) > 200
    assert len(posts("x" * 200_000)) > 700
