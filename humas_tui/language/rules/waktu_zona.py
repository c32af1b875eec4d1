"""A time zone in small letters."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

WAKTU_ZONA = Rule(
    code="waktu-zona",
    level=Level.GALAT,
    title=N_("Time zone in small letters"),
    message=N_("“{found}” is written “{fix}”."),
    why=N_(
        "WIB, WITA and WIT are abbreviations: capitals, without full stops. Many newspapers write *Wita*; that "
        "is left alone."
    ),
    eyd=("KF03",),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"(?<=\d )(?P<at>wib|Wib|wIB)\b", fix="WIB"),
            Pattern(r"(?<=\d )(?P<at>wita)\b", fix="WITA"),
            Pattern(r"(?<=\d )(?P<at>wit|Wit)\b", fix="WIT"),
            Pattern(r"(?<=\d )(?P<at>[Ww]\.[Ii]\.[Bb])\b\.?(?=\s|\Z)", fix="WIB"),
            Pattern(r"(?<=\d)(?P<at>(?P<zone>WIB|WITA|WIT))\b", fix=r" \g<zone>"),
        ),
        marks=frozenset("0123456789"),
        words=frozenset("wib wita wit w".split()),
    ),
    examples=(
        ("Acara dimulai pukul 10.00 wib.", "Acara dimulai pukul 10.00 WIB."),
        ("Acara dimulai pukul 10.00 Wit.", "Acara dimulai pukul 10.00 WIT."),
    ),
    leave_alone=("Acara dimulai pukul 10.00 WIB, 11.00 Wita, dan 12.00 WIT.",),
)
