"""``Namun warga …``: one word that links a sentence to the one before."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import begins_sentence
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _stands_inside(paragraph: Paragraph, match: re.Match[str]) -> bool:
    return not begins_sentence(paragraph, match.start("link"))


KOMA_PENGHUBUNG_TUNGGAL = Rule(
    code="koma-penghubung-tunggal",
    level=Level.GAYA,
    title=N_("No comma behind a linking word"),
    message=N_("Behind “{link}” at the begin of a sentence a comma helps to read on."),
    why=N_(
        "Words like namun, bahkan, selanjutnya link a sentence to the one before it as oleh karena itu does. A "
        "comma behind them is usual."
    ),
    eyd=("TB05",),
    kind=Patterns(
        (
            Pattern(
                r"(?P<link>Namun|Bahkan|Kemudian|Selanjutnya|Akhirnya|Jadi)(?= [a-zA-Z])",
                fix=r"\g<link>,",
                unless=_stands_inside,
            ),
        ),
        words=frozenset("namun bahkan kemudian selanjutnya akhirnya jadi".split()),
    ),
    examples=(("Hujan turun. Namun warga tetap datang.", "Hujan turun. Namun, warga tetap datang."),),
    leave_alone=("Namun, warga tetap datang.", "Warga kemudian pulang."),
)
