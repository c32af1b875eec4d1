"""“s/d”."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = ("sampai dengan", "s.d.")

ANGKA_SAMPAI_DENGAN = Rule(
    code="angka-sampai-dengan",
    level=Level.GALAT,
    title=N_("s/d for “sampai dengan”"),
    message=N_("“{found}” is written out in a sentence: “{fix}”; the abbreviation is “s.d.”."),
    why=N_(
        "The slash stands for *and*, *or* and *per*. The abbreviation of *sampai dengan* is *s.d.*, for letters "
        "and tables; in a sentence the words are written out, between figures a dash says the same."
    ),
    eyd=("KF04b", "TF03"),
    kind=Patterns(
        (
            Pattern(r"(?<![\w/])(?:s/d|S/D)(?![\w/])\.?", fix=_WORDS),
            Pattern(r"(?<=\d )(?:sd\.?|s\.d)(?= \d)", fix=_WORDS),
        ),
        words=frozenset("s sd".split()),
    ),
    examples=(("Pendaftaran dibuka 1 s/d 10 Maret.", "Pendaftaran dibuka 1 sampai dengan 10 Maret."),),
    leave_alone=("Pendaftaran dibuka 1 sampai dengan 10 Maret.", "Murid SD dan SMP; unit S/D/P."),
)
