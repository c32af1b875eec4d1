"""``Pemkab. Agam``: an acronym has no full stop."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_ACRONYMS: Final = (
    "Pemkab Pemkot Pemprov Pemda Setda Sekda Sekwan Kadis Kabag Kabid Kasi Kasubag Kasubbag Diskominfo Dinkes "
    "Disdik Dishub Wabup Wagub Kapolres Kapolsek Dandim Danramil"
).split()

SINGKATAN_PEMDA = Rule(
    code="singkatan-pemda",
    level=Level.SARAN,
    title=N_("Full stop behind an acronym"),
    message=N_("“{acronym}” is an acronym: it has no full stop."),
    why=N_("Acronyms such as Pemkab, Setda, Kadis are read as words and have no full stop."),
    eyd=("KF06",),
    kind=Patterns(
        (Pattern(rf"\b(?P<acronym>{'|'.join(_ACRONYMS)})\. ?(?=[A-Z])", fix=r"\g<acronym> "),),
        words=frozenset(word.lower() for word in _ACRONYMS),
    ),
    examples=(("Rombongan Pemkab. Agam tiba.", "Rombongan Pemkab Agam tiba."),),
    leave_alone=("Rombongan Pemkab Agam tiba.", "Ia bekerja di Setda."),
)
