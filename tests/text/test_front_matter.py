"""Fields above a body."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.clean import clean
from humas_tui.text.front_matter import join, split

WORDS = st.text(max_size=30).map(clean)
NAMES = st.from_regex("[a-z_]{1,9}", fullmatch=True)
#: What YAML has its own ideas of.
SIGNS = st.text(st.sampled_from("aZ19 .,:;#-–“”'\"\n()/+_&*!|>%@`[]{}?~=é🎉"), max_size=14)
GUESSED = st.sampled_from(
    ["yes", "No", "null", "2025-11-18T10:00:00+07:00", "0812-1", "1e3", "~", "<<", "=", "a" * 200]
)
VALUES = st.recursive(
    WORDS | SIGNS | GUESSED | st.booleans() | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(NAMES, WORDS | st.lists(WORDS, max_size=3)), WORDS)
def test_what_is_joined_is_split_again(fields: dict[str, object], body: str) -> None:
    assert split(join(fields, body)) == (fields, body.lstrip("\n"))


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_it_is_written_as_pyyaml_writes_it(fields: dict[str, object]) -> None:
    header = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    assert join(fields, "isi") == f"---\n{header}---\n\nisi"


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
