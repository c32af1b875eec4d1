"""English words and the loanwords that were made of them."""

from __future__ import annotations

import pytest

from humas_tui.language.loanwords import is_respelling

PAIRS = "energy energi;truck truk;progress progres;institute institut;carbon karbon;social sosial;finish finis"
PAIRS += (
    ";marathon maraton;hybrid hibrid;industry industri;thermometer termometer;manager manajer;complex kompleks"
)
STRANGERS = "mobile mobil;market maret;rate rata;care cara;position positron;orange oranye;energi energi"


@pytest.mark.parametrize("pair", PAIRS.split(";"))
def test_a_loanword_is_told(pair: str) -> None:
    assert is_respelling(*pair.split())


@pytest.mark.parametrize("pair", STRANGERS.split(";"))
def test_another_word_is_none(pair: str) -> None:
    assert not is_respelling(*pair.split())
