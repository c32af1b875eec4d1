"""``No 12``, ``Jl Merdeka``: abbreviations of an address end with a full stop."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset("no jl jln gg kav".split())

SINGKATAN_NOMOR = Rule(
    code="singkatan-nomor",
    level=Level.GALAT,
    title=N_("Abbreviation of an address without its full stop"),
    message=N_("In an address it is written “{fix}”."),
    why=N_("Abbreviations in addresses end with a full stop: Jl. Merdeka No. 12, Gg. Kelinci, Kav. 5."),
    eyd=("KF04c",),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"\b(?:No|no|NO)(?= \d)", fix="No."),
            Pattern(r"\b(?:Jln|jln|JLN|JL)\.? (?=[A-Z])", fix="Jl. "),
            Pattern(r"\b(?:Jl|jl)(?= [A-Z])", fix="Jl."),
            Pattern(r"\b(?:Gg|gg)(?= [A-Z])", fix="Gg."),
            Pattern(r"\b(?:Kav|kav)(?= [A-Z\d])", fix="Kav."),
        ),
        words=_WORDS,
    ),
    examples=(
        ("Kantor pindah ke Jl Merdeka No 12.", "Kantor pindah ke Jl. Merdeka No. 12."),
        ("Posko ada di Jln. Pahlawan.", "Posko ada di Jl. Pahlawan."),
    ),
    leave_alone=("Kantor ada di Jl. Merdeka No. 12.", "Jalan Merdeka ditutup."),
)
