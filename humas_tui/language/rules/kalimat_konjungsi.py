"""``…. Sehingga …``: a word that joins clauses cannot begin a sentence."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset({"sehingga", "sedangkan"})
_JOINED: Final = {"Sehingga": " sehingga", "Sedangkan": ", sedangkan"}


def _join(match: re.Match[str]) -> str:
    return _JOINED[match["word"]]


KALIMAT_KONJUNGSI = Rule(
    code="kalimat-konjungsi",
    level=Level.SARAN,
    title=N_("Sentence that begins with “sehingga” or “sedangkan”"),
    message=N_("“{word}” joins two clauses of one sentence: let it follow the sentence before."),
    why=N_(
        "Sehingga and sedangkan join a clause to the one before it in the same sentence. A sentence that begins "
        "with one of them is the second half of another."
    ),
    eyd=("TB02", "TB04"),
    spares_quotes=True,
    kind=Patterns(
        (
            Pattern(r"(?<=[\w)])(?P<at>\. (?P<word>Sehingga|Sedangkan)\b,?)(?= \w)", fix=_join),
            Pattern(r"(?:^|(?<=[”\"’] ))(?P<at>(?P<word>Sehingga|Sedangkan))\b(?=,? \w)"),
        ),
        words=_WORDS,
    ),
    examples=(
        ("Jalan itu rusak. Sehingga warga memutar.", "Jalan itu rusak sehingga warga memutar."),
        ("Jalan diperbaiki. Sedangkan jembatan diganti.", "Jalan diperbaiki, sedangkan jembatan diganti."),
    ),
    leave_alone=("Jalan itu rusak sehingga warga memutar.", "“Loket penuh. Sehingga kami antre,” katanya."),
)
