"""``baik A, maupun B``: no comma inside the pair."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset({"maupun"})
_REACH: Final = 90  # characters before it in which the list would begin


def _is_list(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether three are listed: another comma stands between *baik*, or the begin, and this one."""
    before = paragraph.text[max(0, match.start() - _REACH) : match.start()]
    return "," in re.split(r"\bbaik\b|[.?!;:“\"]", before)[-1]


KOMA_MAUPUN = Rule(
    code="koma-maupun",
    level=Level.SARAN,
    title=N_("Comma before “maupun”"),
    message=N_("No comma stands before “maupun” where two things are joined."),
    why=N_(
        "The two halves of baik … maupun … are not parted: baik pagi maupun sore. A comma stands there in a list "
        "of three only."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    kind=Patterns((Pattern(r"(?<=\w)(?P<at>, maupun)\b", fix=" maupun", unless=_is_list),), words=_WORDS),
    examples=(("Layanan buka baik pagi, maupun sore.", "Layanan buka baik pagi maupun sore."),),
    leave_alone=("Layanan buka, baik pagi maupun sore.", "Layanan buka baik pagi, siang, maupun sore."),
)
