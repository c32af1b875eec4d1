"""A quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Neighbours
from ..prose import Paragraph
from ..rule import Rule
from ..speech import USED

_STRAY: Final = N_("This quotation mark closes nothing: where does the quotation begin?")


def _find(before: Paragraph | None, paragraph: Paragraph, after: Paragraph | None) -> Iterator[Hit]:
    quotes = paragraph.quotes
    for quote in quotes.pairs:
        last = quote.end == len(paragraph.text)
        if quote.closed or paragraph.text[quote.start] not in USED:
            continue
        if not (last and after is not None and _goes_on(after)):
            yield Hit(quote.start, quote.start + 1)
    for position in quotes.stray:
        if paragraph.text[position] in USED:
            yield Hit(position, position + 1, message=_STRAY)


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether a quotation goes on here: each of its paragraphs begins with a mark, the last of them is closed."""
    return paragraph.text[:1] in ("“", '"')


PETIK_TIMPANG = Rule(
    code="petik-timpang",
    level=Level.SARAN,
    title=N_("Quotation mark without its partner"),
    message=N_("This quotation is not closed: where does it end?"),
    why=N_(
        "Readers must see where somebody's words begin and where they end; a mark that is missing makes the "
        "rest of the release sound like the speaker. Where speech runs over several paragraphs, each of them "
        "begins with a mark and only the last is closed."
    ),
    eyd=("TJ01",),
    kind=Neighbours(_find, marks=frozenset(USED)),
    examples=(
        ("Menurut Rina, “pelayanan dibuka lagi besok.", "Menurut Rina, pelayanan dibuka lagi besok."),
        ("Pelayanan dibuka lagi besok”, kata Rina.", "Pelayanan dibuka lagi besok, kata Rina."),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi besok.\n\n“Warga diharap bersabar,” kata Rina.",
        'Layar 14" dijual.',
    ),
)
