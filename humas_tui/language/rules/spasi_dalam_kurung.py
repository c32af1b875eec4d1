"""A space between parentheses and what they hold."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

SPASI_DALAM_KURUNG = Rule(
    code="spasi-dalam-kurung",
    level=Level.GALAT,
    title=N_("Space inside parentheses"),
    message=N_("There is no space between a parenthesis and what it holds."),
    why=N_("Parentheses stand close to the first and to the last character of what they hold."),
    source="Kaidah pengetikan",
    certain=True,
    kind=Patterns(
        (
            Pattern(r"\([ \u00a0]+(?=[^\s)])", fix="("),
            Pattern(r"[ \u00a0](?<![ \u00a0]{2})[ \u00a0]*\)(?<!\([ \u00a0]\))", fix=")"),
        ),
        marks=frozenset("()"),
    ),
    examples=(("Dinas Kesehatan ( Dinkes ) hadir.", "Dinas Kesehatan (Dinkes) hadir."),),
    leave_alone=("Dinas Kesehatan (Dinkes) hadir.", "Setuju ( ) Tidak setuju ( )"),
)
