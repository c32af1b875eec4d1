"""“-an” behind a figure without its hyphen."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

ANGKA_AN = Rule(
    code="angka-an",
    level=Level.GALAT,
    title=N_("-an behind a figure without its hyphen"),
    message=N_("A hyphen joins figure and ending: “{fix}”."),
    why=N_("A figure and the ending *-an* are joined by a hyphen: *tahun 1990-an*, *uang 5.000-an*."),
    eyd=("KG10", "TE05"),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"(?P<figure>\d(?<![\w.]\d)[\d.]*(?<=\d{2}))(?:[ \u00a0]+-?[ \u00a0]*|[-–][ \u00a0]+|–)?an\b",
                fix=r"\g<figure>-an",
            ),
        ),
        marks=frozenset("0123456789"),
    ),
    examples=(
        ("Gedung itu dibangun pada tahun 1990an.", "Gedung itu dibangun pada tahun 1990-an."),
        ("Gedung itu dibangun pada tahun 90 an.", "Gedung itu dibangun pada tahun 90-an."),
    ),
    leave_alone=("Gedung itu dibangun pada tahun 1990-an.", "Pada 1990 anak itu lahir."),
)
