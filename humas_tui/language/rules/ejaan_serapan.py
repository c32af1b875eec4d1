"""English words beside a loanword that differs in a letter: energy, energi."""

from __future__ import annotations

from collections.abc import Iterable

from ...i18n import N_
from ..doubts import alone
from ..finding import Level
from ..kinds import Hit, Judgement
from ..loanwords import is_respelling
from ..prose import Paragraph
from ..rule import Rule
from ..spelling import Kind


def _find(paragraph: Paragraph) -> Iterable[Hit]:
    for one in alone(paragraph, Kind.FOREIGN):
        fixes = tuple(fix for fix in one.hit.fixes if is_respelling(one.token.lower, fix))
        if fixes:
            yield Hit(one.token.start, one.token.end, fixes)


EJAAN_SERAPAN = Rule(
    code="ejaan-serapan",
    level=Level.GAYA,
    title=N_("English spelling of a loanword"),
    message=N_("“{found}” is English; Indonesian has “{fix}”."),
    why=N_(
        "Many English words have come into Indonesian in a spelling of their own: energi, kritik, standar. The "
        "English spelling is set in italics or replaced."
    ),
    eyd=("HG03",),
    spares_styled=True,
    once=True,
    kind=Judgement(_find),
    examples=(("Kota itu hemat energy listrik.", "Kota itu hemat energi listrik."),),
    leave_alone=("Kota itu hemat energi listrik.",),
)
