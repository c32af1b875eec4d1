"""English words for which the desk knows no other: to be set in italics."""

from __future__ import annotations

from collections.abc import Iterable

from ...i18n import N_
from ..doubts import of_kind
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..spelling import Kind


def _find(paragraph: Paragraph) -> Iterable[Hit]:
    for one in of_kind(paragraph, Kind.FOREIGN):
        if not one.token.capitalised:
            yield Hit(one.token.start, one.token.end, (f"*{one.token.text}*",))


ASING_MIRING = Rule(
    code="asing-miring",
    level=Level.GAYA,
    title=N_("Foreign word not in italics"),
    message=N_("“{found}” looks English: in italics (*{found}*), or an Indonesian word."),
    why=N_(
        "A word of another language is set in italics, so that the reader does not stumble over it. Better is an "
        "Indonesian one."
    ),
    eyd=("HG03",),
    spares_styled=True,
    once=True,
    kind=Judgement(_find),
    examples=(("Acara digelar di ballroom itu.", "Acara digelar di *ballroom* itu."),),
    leave_alone=("Acara digelar di *ballroom* itu.",),
)
