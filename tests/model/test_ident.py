"""Identifiers: they sort by time, are short, and can be told from other words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.model import is_identifier, new_identifier
from humas_tui.model.ident import ALPHABET, EPOCH, LENGTH, TIME_LENGTH

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2990, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, MOMENTS)
def test_they_sort_by_the_time_of_creation(one: datetime, two: datetime) -> None:
    first, second = sorted((one, two))
    if second - first >= timedelta(milliseconds=1):
        assert new_identifier(first) < new_identifier(second)
    else:
        assert new_identifier(first)[: TIME_LENGTH - 1] <= new_identifier(second)[: TIME_LENGTH - 1]


@given(MOMENTS)
def test_they_have_their_form_and_are_known_by_it(moment: datetime) -> None:
    identifier = new_identifier(moment)
    assert len(identifier) == LENGTH == 13
    assert set(identifier) <= set(ALPHABET)
    assert is_identifier(identifier)


def test_the_alphabet_has_no_letters_that_are_mistaken_for_others() -> None:
    assert len(set(ALPHABET)) == 32
    assert list(ALPHABET) == sorted(ALPHABET)
    assert not set(ALPHABET) & set("ilouABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_the_time_is_the_same_in_every_zone() -> None:
    moment = datetime(2026, 11, 18, 9, tzinfo=UTC)
    elsewhere = moment.astimezone(tz=None)
    assert new_identifier(moment)[:TIME_LENGTH] == new_identifier(elsewhere)[:TIME_LENGTH]


def test_two_made_in_one_moment_differ() -> None:
    made = {new_identifier(EPOCH) for _ in range(50)}
    assert len(made) > 45
    assert {identifier[:TIME_LENGTH] for identifier in made} == {"0" * TIME_LENGTH}


def test_two_made_on_different_days_differ_in_their_first_four_characters() -> None:
    """So four characters are mostly enough to name a release."""
    start = datetime(2026, 11, 1, tzinfo=UTC)
    prefixes = {new_identifier(start + timedelta(days=day))[:4] for day in range(365)}
    assert len(prefixes) == 365


def test_a_clock_before_the_epoch_is_taken_for_the_epoch() -> None:
    assert new_identifier(datetime(1999, 1, 1, tzinfo=UTC))[:TIME_LENGTH] == "0" * TIME_LENGTH


@pytest.mark.parametrize(
    "text", ["", "latest", "06a2abe4gr2r", "06a2abe4gr2raa", "06A2ABE4GR2RA", "06a2abe4gr2rü"]
)
def test_other_words_are_no_identifiers(text: str) -> None:
    assert not is_identifier(text)
