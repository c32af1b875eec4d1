"""``bidangnya tersebut``: told twice which one is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_passive
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: Here *-nya* points at nothing.
_OTHERS: Final = frozenset(
    "hanya punya tanya bertanya khususnya akhirnya namanya katanya menurutnya sebelumnya".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, frozenset({"tersebut"})):
        if not joined(paragraph, index):
            continue
        noun = tokens[index - 1]
        if (
            len(noun.text) > 5
            and noun.lower.endswith("nya")
            and noun.lower not in _OTHERS
            and not is_passive(noun.lower)
        ):
            root = noun.text[:-3]
            yield Hit(noun.start, tokens[index].end, (f"{root} tersebut", noun.text))


KALIMAT_NYA_TERSEBUT = Rule(
    code="kalimat-nya-tersebut",
    level=Level.GALAT,
    title=N_("“-nya” and “tersebut” together"),
    message=N_("“-nya” and “tersebut” both point back: one is enough, “{fix}”."),
    why=N_("Both -nya and tersebut point at what was named before. Together they say it twice."),
    source="Kehematan kalimat efektif",
    kind=Judgement(_find, words=frozenset({"tersebut"})),
    examples=(("Mereka mahir di bidangnya tersebut.", "Mereka mahir di bidang tersebut."),),
    leave_alone=("Mereka mahir di bidang tersebut.", "Katanya tersebut di sana."),
)
