"""``kecil tetapi …``: a comma before *tetapi*, *tapi*, *namun* between two clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset({"tetapi", "tapi", "namun"})
_AHEAD: Final = 5  # words behind it in which a clause shows by its verb


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        first = index
        if not token.text.islower() or token.initial or not joined(paragraph, index):
            continue
        if tokens[index - 1].lower == "akan" and joined(paragraph, index - 1):
            first -= 1
        before = tokens[first - 1]
        ahead = tokens[index + 1 : index + 1 + _AHEAD]
        if before.lower in {"dan", "akan"} or not any(is_predicate(word.lower) for word in ahead):
            continue
        word = paragraph.text[tokens[first].start : token.end]
        yield Hit(before.end, token.end, (f", {word}",), names={"word": word})


KOMA_TETAPI = Rule(
    code="koma-tetapi",
    level=Level.GAYA,
    title=N_("No comma before “tetapi”"),
    message=N_("A comma stands before “{word}” where it joins two clauses."),
    why=N_("Between two clauses of which one is set against the other a comma stands before tetapi."),
    eyd=("TB02",),
    spares_quotes=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Warga sudah datang tetapi loket belum dibuka.", "Warga sudah datang, tetapi loket belum dibuka."),
    ),
    leave_alone=("Rumah itu kecil tetapi rapi.", "Warga datang, tetapi loket belum dibuka."),
)
