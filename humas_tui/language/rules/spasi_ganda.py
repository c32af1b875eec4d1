"""More than one space between two words."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

SPASI_GANDA = Rule(
    code="spasi-ganda",
    level=Level.GALAT,
    title=N_("Double space"),
    message=N_("One space is enough."),
    why=N_("Words are parted by one space. A second one is a slip that shows in print and in narrow columns."),
    source="Kaidah pengetikan",
    certain=True,
    kind=Patterns((Pattern(r"(?<=\S)(?P<at>[ \u00a0]{2,})(?=\S)", fix=" "),), marks=frozenset(" \u00a0")),
    examples=(("Pelayanan  dibuka pukul 08.00.", "Pelayanan dibuka pukul 08.00."),),
    leave_alone=("Pelayanan dibuka.", "   Alinea yang menjorok."),
)
