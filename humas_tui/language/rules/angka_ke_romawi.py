"""“ke-” before a Roman figure."""

from __future__ import annotations

from collections.abc import Mapping

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..numerals import roman
from ..rule import Rule


def _read() -> Mapping[str, Entry]:
    """Up to 100, without L and C, which count a group as often: *kelompok ke-C*."""
    figures = {number: roman(number) for number in range(1, 100)}
    return {
        f"ke-{letters.lower()}": Entry((letters, f"ke-{n}")) for n, letters in figures.items() if letters != "L"
    }


ANGKA_KE_ROMAWI = Rule(
    code="angka-ke-romawi",
    level=Level.GALAT,
    title=N_("ke- before a Roman figure"),
    message=N_("A Roman figure is an ordinal by itself: “{fix}”."),
    why=N_("An ordinal is a Roman figure, *ke-* with an Arabic one, or a word: *HUT LXXIX*, *HUT ke-79*."),
    eyd=("KG09",),
    kind=Words(_read, names=True, clitics=False),
    examples=(("Lomba ke-XIV dibuka di balai kota.", "Lomba XIV dibuka di balai kota."),),
    leave_alone=("Lomba XIV dan lomba ke-14 dibuka.",),
)
