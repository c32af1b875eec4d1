"""Fields above a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.clean import clean
from humas_tui.text.front_matter import join, split

WORDS = st.text(max_size=30).map(clean)


@given(st.dictionaries(st.from_regex("[a-z_]{1,9}", fullmatch=True), WORDS | st.lists(WORDS, max_size=3)), WORDS)
def test_what_is_joined_is_split_again(fields: dict[str, object], body: str) -> None:
    assert split(join(fields, body)) == (fields, body.lstrip("\n"))


def test_values_stay_as_they_were_typed() -> None:
    text = "---\nday: 2026-02-30\nphone: 0812\ntime: 13:00\nno: no\nempty:\n---\nisi"
    fields, body = split(text)
    assert fields == {"day": "2026-02-30", "phone": "0812", "time": "13:00", "no": "no", "empty": None}
    assert body == "isi"


@pytest.mark.parametrize(
    "text",
    [
        "isi",
        "---\nisi",
        "---\n[a\n---\nisi",
        "---\n- a\n---\nisi",
        "---\na: &a [*a]\n---\nisi",
        "----\na: b\n---\n",
    ],
)
def test_what_is_no_front_matter_is_body(text: str) -> None:
    assert split(text) == ({}, text)
