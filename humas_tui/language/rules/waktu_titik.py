"""A colon in a time of day."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

_ZONES: Final = frozenset("wib wita wit".split())
_BEFORE: Final = frozenset("pukul jam".split())


def _no_time(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether nothing beside it says that it is a time: hours and minutes of a span are four figures."""
    index = paragraph.token_at(match.start())
    around = {token.lower for token in paragraph.tokens[max(0, index - 3) : index]} & _BEFORE
    return not around and not {token.lower for token in paragraph.tokens[index : index + 5]} & _ZONES


WAKTU_TITIK = Rule(
    code="waktu-titik",
    level=Level.GAYA,
    title=N_("Colon in a time of day"),
    message=N_("The press writes the time with a full stop: {fix}"),
    why=N_(
        "EYD allows both *pukul 10.00* and *pukul 10:00*. News agencies and newspapers write the full stop, and "
        "so does this program wherever it prints a time; one text has one form."
    ),
    eyd=("TD06",),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])",
                fix=r"\g<hour>.\g<minute>",
                unless=_no_time,
            ),
        ),
        marks=frozenset(":"),
    ),
    examples=(
        ("Acara dimulai pukul 10:00 WIB.", "Acara dimulai pukul 10.00 WIB."),
        ("Buka 08:00–15:30 WIB.", "Buka 08.00–15.30 WIB."),
    ),
    leave_alone=("Acara dimulai pukul 10.00 WIB.", "Skala 1:10 dan QS 2:45.", "Waktu lari 01:38:016."),
)
