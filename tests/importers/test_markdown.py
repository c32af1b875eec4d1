"""What was typed is what is shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.importers.markdown import escape
from humas_tui.text import blocks as b
from humas_tui.text.clean import clean

_SIGNS = st.text(st.sampled_from(list("ab1 .)(-+*_~`#>=<[]\\&!:;/|\"'x{}@“–\u00a0😀")), max_size=30)
LINES = st.one_of(_SIGNS, st.text(max_size=20)).map(lambda text: re.sub(r"[ \t\n]+", " ", clean(text)).strip())


@settings(max_examples=400)
@given(LINES)
def test_line_shows_itself(line: str) -> None:
    """No line turns into formatting."""
    assert b.plain_text(b.parse(escape(line))) == line


@settings(max_examples=200)
@given(st.lists(LINES.filter(bool), max_size=5))
def test_lines_together_show_themselves(lines: list[str]) -> None:
    """Nor do lines below each other: a line of ``=`` would make a heading of the one above."""
    assert b.plain_text(b.parse("\n".join(map(escape, lines)))) == "\n".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        "catatan_kas_harian.xlsx",
        "3 * 4 = 12",
        "#KotaSukamaju",
        "a & b",
        "Rp4,86 (dua)",
        "https://kota.example/a_b?c=d",
    ],
)
def test_harmless_signs_are_left(line: str) -> None:
    """An officer reads the source: no backslash without need."""
    assert escape(line) == line
