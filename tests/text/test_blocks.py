"""Markdown as blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.blocks import (
    Break,
    Code,
    Heading,
    Link,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Styled,
    Text,
    Verbatim,
    parse,
    plain,
    plain_text,
)


def test_every_kind_of_block() -> None:
    body = "# A\n\nB\n\n> C\n\n- D\n- E\n\n3. F\n\n```\nG\n```\n\n***\n"
    kinds = [type(block) for block in parse(body)]
    assert kinds == [Heading, Paragraph, Quotation, Listing, Listing, Verbatim, Rule]
    listing = parse(body)[4]
    assert isinstance(listing, Listing)
    assert listing.start == 3


def test_every_kind_of_inline() -> None:
    (paragraph,) = parse("a **b *c*** ~~d~~ `e` [f](https://g.id)\nh")
    assert isinstance(paragraph, Paragraph)
    kinds = [type(inline) for inline in paragraph.children]
    assert kinds == [Text, Styled, Text, Styled, Text, Code, Text, Link, Break, Text]


@pytest.mark.parametrize(
    "line",
    [
        "catatan_kas_harian.xlsx",
        "3 * 4 dan 12 * 500",
        "Ma’mun <b>x</b> &amp; Tani & Niaga",
        "[mengapa]",
        "a_b_c*d",
    ],
)
def test_names_and_sums_never_turn_into_formatting(line: str) -> None:
    (paragraph,) = parse(line)
    assert isinstance(paragraph, Paragraph)
    assert all(isinstance(inline, Text) for inline in paragraph.children)
    assert plain(paragraph.children) == line.replace("&amp;", "&")


@given(st.text(max_size=300))
def test_any_text_is_parsed(body: str) -> None:
    plain_text(parse(body))


@given(st.lists(st.from_regex("[A-Za-z]{1,9}", fullmatch=True), min_size=1, max_size=30))
def test_words_are_kept(words: list[str]) -> None:
    assert plain_text(parse("\n\n".join(words))).split() == words
