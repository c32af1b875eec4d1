"""A time of day that no clock shows."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _possible(paragraph: Paragraph, match: re.Match[str]) -> bool:
    hour, minute = int(match["hour"]), int(match["minute"])
    return minute < 60 and (hour < 24 or (hour == 24 and minute == 0))


WAKTU_MUSTAHIL = Rule(
    code="waktu-mustahil",
    level=Level.GALAT,
    title=N_("Impossible time of day"),
    message=N_("No clock shows {found}."),
    why=N_("A day has 24 hours of 60 minutes; a time beyond them was mistyped, and somebody will come too late."),
    source="Waktu 24 jam",
    kind=Patterns(
        (
            Pattern(
                r"(?<=ukul )(?P<at>(?P<hour>\d{1,2})[.:](?P<minute>\d\d))(?!\d|[.:]\d)",
                unless=_possible,
            ),
            Pattern(
                r"(?<![\d.:,])(?P<at>(?P<hour>\d{1,2})[.:](?P<minute>\d\d))(?= ?(?i:wi(?:b|ta|t)\b))",
                unless=_possible,
            ),
        ),
        words=frozenset("pukul wib wita wit".split()),
    ),
    examples=(
        ("Acara dimulai pukul 25.00 WIB.", "Acara dimulai pukul 15.00 WIB."),
        ("Acara dimulai pukul 10.75.", "Acara dimulai pukul 10.45."),
    ),
    leave_alone=("Acara dimulai pukul 10.45 dan berakhir pukul 24.00 WIB.",),
)
