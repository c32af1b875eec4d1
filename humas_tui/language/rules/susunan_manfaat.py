"""What citizens have of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import carried, is_news, told_at_the_beginning, whole

#: Of the words of the benefit so much must be found in the text.
ENOUGH: Final = 0.4


def find(document: Document) -> Iterator[Placed]:
    """The benefit, where the text does not tell it; the headline, where there is none."""
    if not is_news(document):
        return
    benefits = document.fields.get("benefit", ())
    if not benefits:
        yield from told_at_the_beginning(document)
        return
    share = carried(benefits[0].paragraph, document)
    if share.share < ENOUGH:
        hit = whole(benefits[0].paragraph)
        yield "benefit", benefits[0], hit._replace(message=NOT_TOLD, names={"share": f"{share.share:.0%}"})


NOT_TOLD: Final = N_("The text tells {share} of this benefit: say who is helped, how, at what cost, until when.")
SUSUNAN_MANFAAT = Rule(
    code="susunan-manfaat",
    level=Level.SARAN,
    title=N_("Benefit for citizens missing"),
    message=N_("What do citizens have of it? Who is helped, how, at what cost, until when: the field “Benefit”."),
    why=N_(
        "Readers ask what it means for them. A release that tells of officials and ceremonies alone is not "
        "printed, "
        "and not read."
    ),
    source="Pelatihan Humas 2019: konten positif dan humanis",
    kind=Shape(find),
    examples=(
        (
            "Layanan sore dibuka di Sukamaju, Senin (7/12/2026).",
            "---\nbenefit: Pekerja dapat berobat sore tanpa biaya.\n---\nLayanan sore dibuka di Sukamaju, Senin "
            "(7/12/2026). Pekerja dapat berobat tanpa biaya.",
        ),
    ),
)
