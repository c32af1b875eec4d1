"""Spaces inside an amount."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _whole(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether there is no space, or just one full stop with a space behind it: a sentence may end there."""
    spaces = sum(character.isspace() for character in match["at"])
    return spaces == 0 or (spaces == 1 and match["cents"] is None)


ANGKA_RUPIAH_SELA = Rule(
    code="angka-rupiah-sela",
    level=Level.GALAT,
    title=N_("Spaces inside an amount"),
    message=N_("An amount has no spaces: {fix}"),
    why=N_(
        "Full stop and comma stand between the figures of one number. With spaces the number is torn at the end "
        "of a line, and a reader takes a part of it for the whole."
    ),
    eyd=("TA08",),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"[Rr][Pp](?<![A-Za-z]..)[. \u00a0]{0,2}(?P<at>\d{1,3}(?:\.[ \u00a0]?\d{3})+(?!\d)"
                r"(?P<cents>,[ \u00a0]?\d\d(?!\d))?)",
                fix=lambda match: re.sub(r"\s", "", match["at"]),
                unless=_whole,
            ),
        ),
        marks=frozenset("R"),
    ),
    examples=(("Nilai kontrak Rp344. 320. 772. 000, 00.", "Nilai kontrak Rp344.320.772.000,00."),),
    leave_alone=("Nilai kontrak Rp344.320.772. 250 orang bekerja.", "Nilai kontrak Rp344.320.772,00."),
)
