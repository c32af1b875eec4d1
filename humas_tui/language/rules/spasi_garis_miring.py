"""A space beside a slash between two words."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _apart(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether it parts no two words, or names between spaces."""
    before, behind = paragraph.text[: match.start()][-1:], paragraph.text[match.end()]
    spaced = match[0][0] != "/" and match[0][-1] != "/"
    return not before.isalnum() or (spaced and not (before.islower() and behind.islower()))


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
            Pattern(
                r"[ \u00a0](?<![ \u00a0]{2})[ \u00a0]*/[ \u00a0]*(?=\w)|/[ \u00a0]+(?=\w)", fix="/", unless=_apart
            ),
        ),
        marks=frozenset("/"),
    ),
    examples=(
        ("Kabupaten/ kota diminta melapor.", "Kabupaten/kota diminta melapor."),
        ("Warga dan / atau pedagang diundang.", "Warga dan/atau pedagang diundang."),
    ),
    leave_alone=("Kabupaten/kota diminta melapor.", "(Tim Komunikasi Publik / Diskominfo)"),
)
