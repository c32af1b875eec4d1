"""Sentences that begin alike."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import sentence_words
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    before = ""
    for _start, _end, words in sentence_words(paragraph):
        if len(words) < 3 or words[0].quoted:
            before = ""
            continue
        begin = f"{words[0].lower} {words[1].lower}"
        if begin == before and words[0].text[0].isalpha():
            yield Hit(words[0].start, words[1].end)
        before = begin


GAYA_AWAL_SAMA = Rule(
    code="gaya-awal-sama",
    level=Level.GAYA,
    title=N_("Sentences that begin alike"),
    message=N_("The sentence before begins with “{found}” too."),
    why=N_(
        "Two sentences in a row that begin with the same words read like a list. Begin with something else, or "
        "join them."
    ),
    source="Keterbacaan",
    kind=Judgement(_find),
    examples=(
        (
            "Dinas Sosial membuka posko. Dinas Sosial juga membagikan beras.",
            "Dinas Sosial membuka posko dan membagikan beras.",
        ),
    ),
    leave_alone=("Dinas Sosial membuka posko. Beras juga dibagikan.",),
)
