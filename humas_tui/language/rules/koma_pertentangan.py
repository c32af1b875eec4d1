"""``… rusak sedangkan …``: a comma before what sets one clause against another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset({"melainkan", "sedangkan"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for index in places(paragraph, _WORDS):
        token = paragraph.tokens[index]
        if token.text.islower() and joined(paragraph, index) and not token.initial:
            before = paragraph.tokens[index - 1]
            if before.lower not in {"dan", "akan", "tapi", "namun"}:
                yield Hit(before.end, token.end, (f", {token.text}",), names={"word": token.text})


KOMA_PERTENTANGAN = Rule(
    code="koma-pertentangan",
    level=Level.GALAT,
    title=N_("No comma before “sedangkan” or “melainkan”"),
    message=N_("A comma stands before “{word}”."),
    why=N_("Before sedangkan and melainkan, which set one clause against another, stands a comma."),
    eyd=("TB02",),
    certain=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Jalan diperbaiki sedangkan jembatan diganti.", "Jalan diperbaiki, sedangkan jembatan diganti."),
        ("Itu bukan bantuan melainkan hak warga.", "Itu bukan bantuan, melainkan hak warga."),
    ),
    leave_alone=("Itu bukan bantuan, melainkan hak warga.", "Sedangkan jembatan diganti, jalan belum."),
)
