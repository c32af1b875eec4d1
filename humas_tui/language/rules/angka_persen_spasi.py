"""A space before the sign for per cent."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

ANGKA_PERSEN_SPASI = Rule(
    code="angka-persen-spasi",
    level=Level.SARAN,
    title=N_("Space before the sign for per cent"),
    message=N_("The sign stands close to its figure: {fix}"),
    why=N_("The sign % belongs to the figure and stands close to it; the word *persen* has its space."),
    eyd=("KG03",),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"[ \u00a0]%(?<=\d.%)", fix="%"),
            Pattern(r"persen(?<=\dpersen)\b", fix=" persen"),
        ),
        marks=frozenset("0123456789"),
    ),
    examples=(
        ("Terealisasi 60 % dari anggaran.", "Terealisasi 60% dari anggaran."),
        ("Terealisasi 60persen dari anggaran.", "Terealisasi 60 persen dari anggaran."),
    ),
    leave_alone=("Terealisasi 60% atau 60 persen.",),
)
