"""``membuka … secara terbuka``: a root that comes back in its own adverb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_active, is_passive, roots
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_NEAR: Final = 5  # words between the verb and its adverb


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, frozenset({"secara"})):
        if not index or not joined(paragraph, index) or not joined(paragraph, index + 1):
            continue
        adverb = tokens[index + 1]
        for verb in tokens[max(0, index - _NEAR) : index]:
            if not (is_active(verb.lower) or is_passive(verb.lower)) or roots(verb.lower).isdisjoint(
                roots(adverb.lower)
            ):
                continue
            between = paragraph.text[verb.end : tokens[index].start]
            if not any(mark in between for mark in ".,;:!?"):
                start = tokens[index - 1].start
                yield Hit(
                    start, adverb.end, (tokens[index - 1].text,), names={"verb": verb.text, "adverb": adverb.text}
                )
                break


KALIMAT_AKAR_GANDA = Rule(
    code="kalimat-akar-ganda",
    level=Level.SARAN,
    title=N_("Verb and adverb of one root"),
    message=N_("“{verb}” says it already: “secara {adverb}” adds nothing."),
    why=N_("An adverb of the same root as its verb says the same again: membuka secara terbuka."),
    source="Kehematan kalimat efektif",
    kind=Judgement(_find, words=frozenset({"secara"})),
    examples=(("Kami membuka informasi secara terbuka.", "Kami membuka informasi."),),
    leave_alone=("Kami membuka informasi secara berkala.", "Rapat diadakan secara tertutup."),
)
