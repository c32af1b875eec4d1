"""A space beside a slash between two words."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

SPASI_GARIS_MIRING = Rule(
    code="spasi-garis-miring",
    level=Level.SARAN,
    title=N_("Space beside a slash"),
    message=N_("The slash stands close to both words: {fix}"),
    why=N_(
        "A slash that stands for *and*, *or* or *per* joins two words and has no space on either side. Between "
        "the names in a line of credits it may have one on both."
    ),
    eyd=("TN02",),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"(?<=\w)(?P<at>[ \u00a0]+/)(?=\w)", fix="/"),
            Pattern(r"(?<=\w)(?P<at>/[ \u00a0]+)(?=\w)", fix="/"),
            Pattern(r"(?<=[a-z])(?P<at>[ \u00a0]+/[ \u00a0]+)(?=[a-z])", fix="/"),
        ),
        marks=frozenset("/"),
    ),
    examples=(
        ("Kabupaten/ kota diminta melapor.", "Kabupaten/kota diminta melapor."),
        ("Warga dan / atau pedagang diundang.", "Warga dan/atau pedagang diundang."),
    ),
    leave_alone=("Kabupaten/kota diminta melapor.", "(Tim Komunikasi Publik / Diskominfo)"),
)
