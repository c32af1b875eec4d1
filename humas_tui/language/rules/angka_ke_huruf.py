"""A hyphen in an ordinal that is written out."""

from __future__ import annotations

from collections.abc import Mapping

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..numerals import ONE_WORD
from ..rule import Rule


def _read() -> Mapping[str, Entry]:
    """Those of one word, and the first words of the others: *ke-dua belas*."""
    return {f"ke-{word}": Entry((f"ke{word}",)) for word in ONE_WORD.values()}


ANGKA_KE_HURUF = Rule(
    code="angka-ke-huruf",
    level=Level.GALAT,
    title=N_("Hyphen in an ordinal written out"),
    message=N_("Written out, an ordinal is one word: “{fix}”."),
    why=N_("*Ke-* is joined to a figure by a hyphen, to a word without: *ke-5*, *kelima*."),
    eyd=("KG09", "KB01a"),
    certain=True,
    kind=Words(_read, names=True),
    examples=(("Pada hari ke-lima air surut.", "Pada hari kelima air surut."),),
    leave_alone=("Pada hari kelima, hari ke-5, air surut.",),
)
