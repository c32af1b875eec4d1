"""di mana and yang mana as conjunctions."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _asks(paragraph: Paragraph, match: re.Match[str]) -> bool:
    end = next(
        (end for start, end in paragraph.sentences if start <= match.start("at") < end), len(paragraph.text)
    )
    return "?" in paragraph.text[match.end() : end]


HEMAT_PENGHUBUNG = Rule(
    code="hemat-penghubung",
    level=Level.GAYA,
    title=N_("di mana as a conjunction"),
    message=N_("“{found}” asks; it joins no sentences. Use yang, dengan or tempat, or begin a new sentence."),
    why=N_(
        "Di mana and yang mana ask for a place and for one of several. As a conjunction, after the English where "
        "and which, yang, dengan, tempat or a full stop is put in their place."
    ),
    source="TBBBI (2017)",
    kind=Patterns(
        (
            Pattern(r"(?<=\w, )(?P<at>(?:di mana|dimana|yang mana|hal mana))\b", unless=_asks),
            Pattern(r"(?<=[.!] )(?P<at>(?:Di mana|Dimana|Yang mana))\b", unless=_asks),
        ),
        words=frozenset({"mana", "dimana"}),
    ),
    examples=(("Jalan itu diperbaiki, di mana dananya dari APBD.", "Jalan itu diperbaiki dengan dana APBD."),),
    leave_alone=("Warga bertanya, di mana kantornya? Ia tahu di mana kantor itu.",),
)
