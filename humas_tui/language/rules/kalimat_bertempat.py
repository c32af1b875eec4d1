"""``Bertempat di aula (20/11).``: a place and a day are no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset({"bertempat", "berlokasi"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text, tokens = paragraph.text, paragraph.tokens
    last = 0
    for start, end in paragraph.sentences:
        first = paragraph.token_at(start)
        if first < len(tokens) and tokens[first].lower in _WORDS and tokens[first].capitalised:
            words = tokens[first + 1 : paragraph.token_at(end)]
            if not any(is_predicate(word.text) for word in words):
                if last > 1 and text[last - 1] == "." and text[last - 2].isalnum():
                    yield Hit(last - 1, tokens[first].end, ("",), names={"word": tokens[first].text})
                else:
                    yield Hit(tokens[first].start, tokens[first].end, names={"word": tokens[first].text})
        last = end


KALIMAT_BERTEMPAT = Rule(
    code="kalimat-bertempat",
    level=Level.GALAT,
    title=N_("Place and day without a sentence"),
    message=N_("This tells where and when, but not who does what: join it to the sentence before."),
    why=N_(
        "A sentence has a subject and a verb at least. What begins with bertempat and holds only a place and a "
        "day belongs to the sentence before."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    kind=Judgement(_find, words=_WORDS),
    examples=(
        (
            "Lokakarya itu digelar Dinas Sosial. Bertempat di Hotel Melati, Bogor (20/11/2019).",
            "Lokakarya itu digelar Dinas Sosial di Hotel Melati, Bogor (20/11/2019).",
        ),
    ),
    leave_alone=("Bertempat di aula, Bupati membuka lokakarya.", "Lokakarya bertempat di aula."),
)
