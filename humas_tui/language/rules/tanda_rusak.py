"""Quotation marks and dashes broken on the way from another program."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

#: UTF-8 read as Windows-1252: what is seen, and what it was. The last byte of a closing mark is often lost.
_BROKEN: Final = {
    "â€œ": "“",
    "â€\x9d": "”",
    "â€˜": "‘",
    "â€™": "’",
    "â€“": "–",
    "â€”": "—",
    "â€¦": "…",
    "â€¢": "•",
    "â€": "”",
    "Â ": " ",
    "Â\xa0": " ",
}


def _whole(match: re.Match[str]) -> str:
    return _BROKEN[match[0]]


TANDA_RUSAK = Rule(
    code="tanda-rusak",
    level=Level.GALAT,
    title=N_("Broken characters"),
    message=N_("These characters were broken on the way here; they were “{fix}”."),
    why=N_(
        "Text that was saved by one program and read by another in a different encoding shows three strange "
        "letters for a quotation mark or a dash. Whoever prints the release prints them too."
    ),
    source="Kaidah pengetikan",
    certain=True,
    kind=Patterns(
        (Pattern("â€[œ\x9d˜™“”¦¢]?|Â[ \xa0]", fix=_whole),),
        marks=frozenset("âÂ"),
    ),
    examples=(("â€œPelayanan dibuka,â€\x9d kata Rina.", "“Pelayanan dibuka,” kata Rina."),),
    leave_alone=("Kafe “Château” dibuka.",),
)
