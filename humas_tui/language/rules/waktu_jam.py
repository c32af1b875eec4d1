"""“jam” before a time of day."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

WAKTU_JAM = Rule(
    code="waktu-jam",
    level=Level.SARAN,
    title=N_("“jam” for “pukul”"),
    message=N_("A time of day is “pukul”; “jam” counts hours."),
    why=N_(
        "*Pukul dua* is a time of day, *dua jam* is how long something lasts. In speech both are *jam*; what a "
        "speaker says may stay as it was said."
    ),
    source="KBBI",
    spares_quotes=True,
    kind=Patterns(
        (
            Pattern(r"\bjam(?= \d{1,2}[.:]\d\d\b)", fix="pukul"),
            Pattern(r"\bJam(?= \d{1,2}[.:]\d\d\b)", fix="Pukul"),
            Pattern(r"\bjam(?= \d{1,2} (?:pagi|siang|sore|petang|malam|WIB|WITA|Wita|WIT)\b)", fix="pukul"),
        ),
        words=frozenset({"jam"}),
    ),
    examples=(("Acara dimulai jam 10.00 WIB.", "Acara dimulai pukul 10.00 WIB."),),
    leave_alone=(
        "Acara berlangsung 2 jam sejak pukul 10.00.",
        "“Mulai jam 10.00,” kata Rina.",
        "Dalam 24 jam 10 orang sembuh.",
    ),
)
