"""The rules of marks, spaces and figures together: on any text they come to rest, and mend only what they name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.language.engine import Checker, mended
from humas_tui.language.finding import Finding
from humas_tui.language.house import LONG_DASH, House
from humas_tui.language.rules import rules

FAMILIES = {"petik", "spasi", "tanda", "ulang", "angka", "hubung", "tanggal", "waktu"}
RULES = tuple(rule for rule in rules() if FAMILIES & set(rule.names))
HOUSE = House(rp_space=True, dash=LONG_DASH)
PIECES = (
    "warga kota kata Kata ujarnya Rina mengatakan langkah siswa siswi se ke yang HUT Rabu Senin maret November "
    "pukul jam wib persen orang juta rupiah Rp Rp. IDR an 2 5 12 20 90 2019 12500 1.250 12.5 12,5 10:00 25.00 "
    "20/11/2019 31/11 20-21 s/d kata2 langkah -langkah 000 , . : ; ! ? ... .. … ( ) / - -- – “ ” \" ' ’’ ‘‘ â€œ % "
    "S.H. Kasi"
).split()
BETWEEN = ["", " ", " ", "  ", "\u00a0", "\n\n"]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BETWEEN)), max_size=24).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)
ROUNDS = 12


def found(checker: Checker, text: str) -> tuple[Finding, ...]:
    findings = checker.check(text)
    assert findings is not None
    assert checker.faults == {}
    return findings


@given(TEXTS)
@settings(deadline=None)
def test_what_is_found_lies_in_the_text(text: str) -> None:
    for finding in found(Checker(RULES), text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] not in finding.fixes
        assert "{" not in finding.message


@pytest.mark.parametrize("house", [House(), HOUSE], ids=["plain", "other"])
@given(text=TEXTS)
@settings(deadline=None)
def test_mending_what_is_certain_comes_to_rest(house: House, text: str) -> None:
    checker = Checker(RULES, house)
    seen = {text}
    for _round in range(ROUNDS):
        certain = [finding for finding in found(checker, text) if finding.certain]
        if not certain:
            return
        text = mended(text, certain)
        assert text not in seen, "two rules undo each other"
        seen.add(text)
    pytest.fail(f"still mending: {text!r}")


@given(TEXTS)
@settings(deadline=None)
def test_no_word_is_lost(text: str) -> None:
    """Letters stay as they are, but for capitals: only marks, spaces and figures are touched unasked."""
    certain = [finding for finding in found(Checker(RULES), text) if finding.certain]
    spelling = {"tanggal-bulan", "angka-rupiah-ganda", "tanda-rusak", "waktu-zona", "angka-persen-campur"}
    kept = [finding for finding in certain if finding.rule not in spelling]
    assert letters(mended(text, kept)) == letters(text)


def letters(text: str) -> str:
    return "".join(character.lower() for character in text if character.isalpha())
