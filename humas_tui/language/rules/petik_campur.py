"""Straight and curly quotation marks in one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..prose import Document, Part
from ..rule import Rule
from ..speech import USED

_STRAIGHT: Final = '"'
_MARKS: Final = frozenset(USED)


def _find(document: Document) -> Iterator[tuple[str, Part, Hit]]:
    places = [
        (field, part, position, straight)
        for field, parts in document.fields.items()
        for part in parts
        if not _MARKS.isdisjoint(part.paragraph.characters)
        for position, straight in _marks(part)
    ]
    straights = sum(straight for *_place, straight in places)
    rarer = straights * 2 < len(places)
    if not straights or straights == len(places):
        return
    for field, part, position, straight in places:
        if straight is rarer:
            yield field, part, Hit(position, position + 1, (_other(part, position, straight),))


def _marks(part: Part) -> Iterator[tuple[int, bool]]:
    """The marks of the quotations that are closed, each with whether it is straight."""
    for quote in part.paragraph.quotes.pairs:
        if quote.closed and part.paragraph.text[quote.start] in USED:
            for position in (quote.start, quote.end - 1):
                yield position, part.paragraph.text[position] == _STRAIGHT


def _other(part: Part, position: int, straight: bool) -> str:
    if not straight:
        return _STRAIGHT
    opening = any(quote.start == position for quote in part.paragraph.quotes.pairs)
    return "“" if opening else "”"


PETIK_CAMPUR = Rule(
    code="petik-campur",
    level=Level.GAYA,
    title=N_("Straight and curly quotation marks mixed"),
    message=N_("Elsewhere in this text the quotation marks are of the other sort: {fix}"),
    why=N_(
        "A release that was put together from several sources shows it by its quotation marks: some straight, "
        "some curly. Either will do, but one text has one sort."
    ),
    source="Kaidah pengetikan",
    kind=Shape(_find, everywhere=True),
    examples=(
        (
            '“Pelayanan dibuka lagi,” kata Rina. "Warga senang," ujarnya. “Mari datang.”',
            "“Pelayanan dibuka lagi,” kata Rina. “Warga senang,” ujarnya. “Mari datang.”",
        ),
    ),
    leave_alone=("“Pelayanan dibuka lagi,” kata Rina.", '"Warga senang," ujarnya. "Mari datang."'),
)
