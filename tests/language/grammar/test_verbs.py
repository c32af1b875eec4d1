"""Verbs are known by their spelling, and words that only look like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.grammar.verbs import is_active, is_passive, is_predicate, roots


@pytest.mark.parametrize(
    "word", "membuka mengatakan menyampaikan menulis melayani merawat memberi mencuci".split()
)
def test_verbs_with_me_are_active(word: str) -> None:
    assert is_active(word)
    assert is_predicate(word)


@pytest.mark.parametrize("word", "mereka menteri merah melalui menurut media meja mengenai melainkan".split())
def test_words_that_begin_like_them_are_not(word: str) -> None:
    assert not is_active(word)


@pytest.mark.parametrize("word", "dibuka dihadiri diserahkan diminta ditunjuk dilaksanakan".split())
def test_verbs_with_di_are_passive(word: str) -> None:
    assert is_passive(word)
    assert is_predicate(word)


@pytest.mark.parametrize(
    "word", "dinas direktur diri dimana diantara digital distribusi diskusi dia ditahun".split()
)
def test_words_that_begin_with_di_are_not(word: str) -> None:
    assert not is_passive(word)


@pytest.mark.parametrize("word", "berangkat terjadi hadir adalah akan telah bisa".split())
def test_other_predicates_are_known(word: str) -> None:
    assert is_predicate(word)


@pytest.mark.parametrize("word", "tersebut terhadap berbagai terutama bersama warga kota".split())
def test_what_says_nothing_of_a_subject_is_no_predicate(word: str) -> None:
    assert not is_predicate(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("membuka", "terbuka"),
        ("mengatur", "teratur"),
        ("menyebarkan", "tersebar"),
        ("memutar", "berputar"),
        ("dikelola", "pengelolaan"),
    ],
)
def test_words_of_one_root_share_it(one: str, other: str) -> None:
    assert roots(one) & roots(other)


@pytest.mark.parametrize(
    ("one", "other"), [("membuka", "berkala"), ("berjalan", "berlanjut"), ("menulis", "terbatas")]
)
def test_words_of_two_roots_share_none(one: str, other: str) -> None:
    assert not roots(one) & roots(other)


@given(st.text(alphabet="abdegiklmnoprstuy", min_size=4, max_size=14))
def test_a_word_may_always_be_its_own_root(word: str) -> None:
    assert word in roots(word)
    assert all(len(root) >= 4 for root in roots(word))
