"""Pun is part of twelve conjunctions: walaupun, meskipun."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_CONJUNCTIONS: Final = "[Ww]alau|[Mm]eski|[Kk]alau|[Aa]tau|[Bb]agaimana|[Ss]ungguh|[Kk]endati|[Aa]ndai|mau|biar"

PUN_SERANGKAI = Rule(
    code="pun-serangkai",
    level=Level.GALAT,
    title=N_("pun written apart"),
    message=N_("This conjunction is one word: “{fix}”."),
    why=N_(
        "In conjunctions pun is joined: walaupun, meskipun, maupun, kalaupun, ataupun, bagaimanapun, sungguhpun, "
        "kendatipun, biarpun, andaipun; adapun at the begin of a sentence."
    ),
    eyd=("KE02",),
    certain=True,
    kind=Patterns(
        (
            Pattern(rf"\b(?P<word>{_CONJUNCTIONS}) pun\b", r"\g<word>pun"),
            Pattern(r"\bAda pun\b", "Adapun"),
        ),
        words=frozenset({"pun"}),
    ),
    examples=(
        (
            "Walau pun hujan, warga mau pun petugas tetap hadir.",
            "Walaupun hujan, warga maupun petugas tetap hadir.",
        ),
        ("Ada pun syaratnya mudah.", "Adapun syaratnya mudah."),
    ),
    leave_alone=("Siapa pun boleh, tidak ada pun tidak apa.",),
)
