"""Before two consonants nothing melts: memproses, mentransfer, mengkritik."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule


def _unmelted(match: re.Match[str]) -> str:
    """With the letter that melted before r or l. Not menr-: «menristek» is a ministry."""
    letter = "k" if match["me"].endswith("ng") else "p"
    return f"{match['me']}{letter}{match['rest']}"


LULUH_GUGUS = Rule(
    code="luluh-gugus",
    level=Level.GALAT,
    title=N_("Melted before two consonants"),
    message=N_("Before two consonants nothing melts: “{fix}”."),
    why=N_(
        "The first letter of a root melts only if a vowel follows it. Before two consonants it stays: memproses, "
        "memprioritaskan, mentransfer, mengkritik. With peN- usage differs (pemrosesan)."
    ),
    source="TBBBI (2017); KBBI",
    certain=True,
    kind=Patterns(
        (
            Pattern(r"\b(?P<me>[Mm]e(?:m|ng))(?P<rest>[rl][aiueo]\w{3,})", _unmelted),
            Pattern(r"\b(?P<me>[Mm]en)(?P<rest>ra(?:nsfer|nsformasi|nskrip|ktir|ining)\w*)", r"\g<me>t\g<rest>"),
        )
    ),
    examples=(
        ("Dinas memroses dan memrioritaskan berkas.", "Dinas memproses dan memprioritaskan berkas."),
        ("Warga mengritik anggaran.", "Warga mengkritik anggaran."),
        ("Bank menransfer dana.", "Bank mentransfer dana."),
    ),
    leave_alone=("Menristek membahas pemrosesan dan pemrograman.", "Tukang mengelas pagar."),
)
