"""``…, untuk itu …``: two sentences held together by a comma."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

#: They begin a sentence. *unjuk itu* is no Indonesian: a slip for *untuk itu*.
_LINKS: Final = (
    "un[tj]uk itu|oleh karena itu|oleh sebab itu|oleh karenanya|karena itu|selain itu|sementara itu|di samping "
    "itu|namun demikian|meskipun demikian|meski demikian|dengan demikian|dengan begitu|meski begitu|tidak hanya "
    "itu|tak hanya itu"
)


def _parted(match: re.Match[str]) -> str:
    link = match["link"].replace("unjuk", "untuk")
    return f". {link[0].upper()}{link[1:]},"


KALIMAT_KOMA = Rule(
    code="kalimat-koma",
    level=Level.GALAT,
    title=N_("Two sentences held together by a comma"),
    message=N_("“{link}” begins a new sentence: “{fix}”."),
    why=N_(
        "Phrases like untuk itu, oleh karena itu, selain itu link a sentence to the one before it; they do not "
        "join two sentences into one. A full stop stands before them, a comma behind."
    ),
    eyd=("TA01", "TB05"),
    spares_quotes=True,
    kind=Patterns(
        (
            Pattern(
                rf"(?<! dan)(?<! serta)(?<! yang)(?<=[\w)])(?P<at>, (?P<link>{_LINKS}),?)(?= \w)"
                r"(?! (?:pula|juga|adalah|bukan)\b)",
                fix=_parted,
            ),
        ),
        marks=frozenset(","),
        words=frozenset("itu karenanya demikian begitu".split()),
    ),
    examples=(
        ("Jalan itu rusak, untuk itu warga diminta sabar.", "Jalan itu rusak. Untuk itu, warga diminta sabar."),
        ("Loket penuh, oleh karena itu, layanan ditambah.", "Loket penuh. Oleh karena itu, layanan ditambah."),
    ),
    leave_alone=("Jalan itu rusak. Untuk itu, warga diminta sabar.", "Warga datang dan, selain itu, membantu."),
)
