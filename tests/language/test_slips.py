"""Slips of the pen: each is found again, and the likelier one is the cheaper one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.slips import near
from tests.language.seeding import slip

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=16)


@given(WORDS, st.integers())
def test_any_slip_is_found_again(word: str, seed: int) -> None:
    assert word in near(slip(random.Random(seed), word), {word})


@given(WORDS)
def test_a_word_is_no_slip_of_itself(word: str) -> None:
    assert near(word, {word}) == {}


def test_two_slips_are_too_many() -> None:
    assert near("kgtan", {"kegiatan"}) == {}


def test_what_happens_often_costs_little() -> None:
    meant = {"kegiatan", "kegitaan", "kagitan"}
    assert near("kegitan", meant) == {"kegiatan": 0, "kegitaan": 0, "kagitan": 8}
    assert near("tangggal", {"tanggal"})["tanggal"] < near("tangxgal", {"tanggal"})["tanggal"]
    assert near("sayz", {"saya"})["saya"] < near("sayp", {"saya"})["saya"]  # z lies beside a
    assert near("kaya", {"saya"})["saya"] > near("saka", {"saya"})["saya"]  # the first letter is seldom wrong
