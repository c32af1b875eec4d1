"""Words that no list knows. Off: names, dialect and terms are among them, and few slips."""

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
    return (one.hit for one in of_kind(paragraph, Kind.UNKNOWN))


EJAAN_TAK_DIKENAL = Rule(
    code="ejaan-tak-dikenal",
    level=Level.GAYA,
    title=N_("Unknown word"),
    message=N_("The dictionary does not know “{found}”."),
    why=N_(
        "The word is in no list, and no common word stands beside it. Most of these are names, dialect and terms "
        "of a trade; now and then one is a slip. Words that an office has accepted are left out."
    ),
    source="KBBI",
    on=False,
    once=True,
    kind=Judgement(_find),
    examples=(("Warga menyajikan wxyzu di balai.", "Warga menyajikan nasi di balai."),),
    leave_alone=("Warga menyajikan nasi di balai.",),
)
