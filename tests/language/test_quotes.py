"""Quotations, however the marks were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.quotes import MARKS, find_quotes


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Mari," kata dia. "Ayo."', ['"Mari,"', '"Ayo."']),
        ("“Mari,” kata dia. “Ayo.”", ["“Mari,”", "“Ayo.”"]),
        ("” Selama ini,”ujarnya.", ["” Selama ini,”"]),
        ("Penilai.”Melalui kunjungan ini”.", ["”Melalui kunjungan ini”"]),
        ("lainnya,”Kata Ross.", ["”Kata Ross."]),
        ("“Mari,“ kata dia", ["“Mari,“"]),
        ("“Belum ditutup. “Lalu ini.”", ["“Belum ditutup. ", "“Lalu ini.”"]),
        ("“Belum ditutup.", ["“Belum ditutup."]),
        ('layar 14" dan "besar"', ['"besar"']),
        ('tema ("Kota Kita")', ['"Kota Kita"']),
        ('berkata:"Ayo"', ['"Ayo"']),
    ],
)
def test_they_are_found(text: str, quoted: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotes(text).pairs] == quoted


def test_a_closing_mark_that_closes_nothing_is_known() -> None:
    quotes = find_quotes("kami hadir” katanya")
    assert (quotes.pairs, quotes.stray) == ((), (10,))


@given(st.text(alphabet=MARKS + "aB1 ,.(-", max_size=40))
def test_they_follow_one_another_and_begin_with_a_mark(text: str) -> None:
    quotes = find_quotes(text)
    end = 0
    for quote in quotes.pairs:
        assert end <= quote.start < quote.end <= len(text)
        assert text[quote.start] in MARKS
        assert not quote.closed or text[quote.end - 1] in MARKS
        end = quote.end
    assert all(text[position] in MARKS for position in quotes.stray)
