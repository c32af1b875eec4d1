"""Before a root of one syllable the prefix is menge-: mengecat, mengecek."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

#: Roots of one syllable, and how they are met with a prefix for longer ones. Forms that are words of their own
#: (menges, merem, melap) are not among them.
_MET: Final = {
    "bom": "membom",
    "bor": "membor",
    "cat": "mencat mengcat",
    "cek": "mencek mengcek",
    "cor": "mencor mengcor",
    "klik": "mengklik",
    "las": "menglas",
    "pel": "mempel mengpel",
    "pos": "mempos mengpos",
    "rem": "mengrem",
    "sah": "mensah mengsah",
    "tes": "mentes mengtes",
    "tik": "mentik mengtik",
}
_SUFFIXES: Final = ("", "kan", "i")


def _forms() -> dict[str, Entry]:
    return {
        wrong + suffix: Entry((f"menge{root}{suffix}",))
        for root, met in _MET.items()
        for wrong in met.split()
        for suffix in _SUFFIXES
    }


LULUH_SESUKU = Rule(
    code="luluh-sesuku",
    level=Level.GALAT,
    title=N_("menge- before one syllable"),
    message=N_("Before a root of one syllable the prefix is menge-: “{fix}”."),
    why=N_(
        "The prefix meN- is menge- before a root of one syllable: cat, cek, bom, las, tes become mengecat, "
        "mengecek, mengebom, mengelas, mengetes. So is klik in KBBI: mengeklik."
    ),
    source="TBBBI (2017); KBBI",
    certain=True,
    kind=Words(_forms),
    examples=(
        ("Petugas mencek dan mencat pagar.", "Petugas mengecek dan mengecat pagar."),
        ("DPRD mensahkan anggaran.", "DPRD mengesahkan anggaran."),
    ),
    leave_alone=("Petugas mengecek mental peserta.",),
)
