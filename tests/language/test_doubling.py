"""Two words that are one word said twice."""

from __future__ import annotations

import pytest

from humas_tui.language.doubling import repeats


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("langkah", "langkah"),
        ("langkah", "langkahnya"),
        ("berlari", "lari"),
        ("berlari", "larian"),
        ("sebaik", "baiknya"),
        ("siswa", "siswi"),
        ("sayur", "mayur"),
    ],
)
def test_halves_of_a_reduplication(first: str, second: str) -> None:
    assert repeats(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("bandung", "jakarta"),
        ("langkah", "lang"),
        ("yang", "ng"),
        ("di", "di"),
        ("kota", "kotak"),
        ("anya", "nya"),
    ],
)
def test_what_only_looks_like_one(first: str, second: str) -> None:
    assert not repeats(first, second)
