"""The shelf: named, newest first, searched, filtered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.desk import Shelf
from humas_tui.desk.shelf import context
from humas_tui.errors import NotFoundError, UsageError
from humas_tui.model import Category, Release, Status
from tests.fakes import FixedClock
from tests.samples import STEMS, blank, release

SAMPLES = [release(stem) for stem in STEMS]


def shelf(*releases: Release) -> Shelf:
    made = Shelf()
    made.fill(releases or SAMPLES)
    return made


def test_the_one_made_last_stands_first() -> None:
    identifiers = [found.id for found in shelf().newest()]
    assert identifiers == sorted(identifiers, reverse=True)


def test_a_release_is_named_by_a_unique_prefix() -> None:
    one, two = blank(headline="a"), blank(headline="b")
    one = one.revised(one.updated, id="06a2abc000001")
    two = two.revised(two.updated, id="06a2abd000002")
    both = shelf(one, two)
    assert both.named("06A2ABC") is one
    assert both.named(two.id) is two
    with pytest.raises(UsageError, match="2"):
        both.named("06a2ab")
    for name in ("06a", "zzzz", ""):
        with pytest.raises(NotFoundError):
            both.named(name)


def test_latest_is_the_one_edited_last() -> None:
    clock = FixedClock()
    clock.wait(days=400)
    edited = SAMPLES[0].revised(clock.now(), headline="Baru")
    filled = shelf()
    filled.lay(edited)
    assert filled.named("latest") is edited
    with pytest.raises(NotFoundError):
        Shelf().named("latest")


def test_search_takes_every_word_in_any_case_in_headline_place_summary_and_body() -> None:
    filled = shelf()
    for word in ("PUSKESMAS", "karangsari", "43 persen"):
        assert filled.find(word)
    assert not filled.find("puskesmas xyzzy")
    assert list(filled.find("  ")) == list(filled.newest())


def test_filters_go_with_the_search() -> None:
    found = shelf().find("sukamaju", Status.TERBIT, Category.KRISIS)
    assert found
    assert all((r.status, r.category) == (Status.TERBIT, Category.KRISIS) for r in found)


@given(st.lists(st.text("abs k", max_size=4), min_size=1, max_size=12))
def test_typing_on_and_taking_back_finds_what_a_fresh_search_finds(queries: list[str]) -> None:
    used = shelf()
    for query in queries:
        assert list(used.find(query)) == list(shelf().find(query))


def test_the_next_value_of_a_release_is_searched() -> None:
    filled = shelf()
    assert not filled.find("xyzzy")
    filled.lay(SAMPLES[0].revised(SAMPLES[0].updated, body="xyzzy"))
    assert [found.id for found in filled.find("xyzzy")] == [SAMPLES[0].id]


def test_the_words_around_the_first_hit() -> None:
    shown, marked = context(blank(body="Satu dua tiga\nempat lima enam tujuh"), ("lima",))
    assert "\n" not in shown
    assert [shown[start:end] for start, end in marked] == ["lima"]
    assert context(blank(headline="Lima"), ("lima",))[0] == "Lima"
    assert context(blank(), ("lima",)) == ("", ())
