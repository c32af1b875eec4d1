"""Bound forms and what they take."""

from __future__ import annotations

import pytest

from humas_tui.language.bound import bound_forms, standard


@pytest.mark.parametrize(
    ("form", "word", "takes"),
    [
        ("antar", "daerah", True),
        ("antar", "jemput", False),
        ("antar", "barang", False),
        ("pasca", "gempa", True),
        ("paska", "gempa", True),
        ("pra", "dan", False),
        ("non", "di", False),
        ("semi", "final", True),
        ("semi", "yang", False),
        ("tuna", "netra", True),
        ("sub", "2", False),
    ],
)
def test_a_form_takes_what_the_table_says(form: str, word: str, takes: bool) -> None:
    assert bound_forms()[form].takes(word) is takes


def test_a_misspelt_form_is_put_right_with_its_capital() -> None:
    assert (standard("paska"), standard("Paska"), standard("Non")) == ("pasca", "Pasca", "Non")
