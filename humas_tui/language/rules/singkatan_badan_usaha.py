"""``PT. Maju``, ``CV. Jaya``: no full stop."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset("pt cv ud pd".split())

SINGKATAN_BADAN_USAHA = Rule(
    code="singkatan-badan-usaha",
    level=Level.GALAT,
    title=N_("Full stop behind PT or CV"),
    message=N_("No full stop stands behind PT, CV and the like."),
    why=N_("Abbreviations made of initial letters are written in capitals without full stops: PT, CV, UD, PD."),
    eyd=("KF03",),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"\b(?P<at>(?P<form>PT|CV|UD|PD)\. ?)(?=[A-Z][a-z])", fix=r"\g<form> "),
            Pattern(r"\b(?P<at>P\.T\.?|C\.V\.?)(?= [A-Z])", fix=lambda match: match[0].replace(".", "")),
            Pattern(r"\b(?:Pt|pt)\.? (?=[A-Z])", fix="PT "),
            Pattern(r"\b(?:Cv|cv)\.? (?=[A-Z])", fix="CV "),
        ),
        words=_WORDS | {"p", "c"},
    ),
    examples=(
        ("Bantuan datang dari PT. Maju Jaya.", "Bantuan datang dari PT Maju Jaya."),
        ("Pemenangnya CV.Karya Abadi.", "Pemenangnya CV Karya Abadi."),
    ),
    leave_alone=("Bantuan datang dari PT Maju Jaya.",),
)
