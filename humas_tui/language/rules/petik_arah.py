"""A quotation mark turned the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    balanced = not paragraph.quotes.stray and all(quote.closed for quote in paragraph.quotes.pairs)
    for quote in paragraph.quotes.pairs:
        before = text[quote.start - 1 : quote.start]
        if text[quote.start] == "”" and (not before or (balanced and not before.isalnum() and before not in ".,")):
            yield Hit(quote.start, quote.start + 1, ("“",))
        if balanced and text[quote.end - 1] == "“":
            yield Hit(quote.end - 1, quote.end, ("”",))


PETIK_ARAH = Rule(
    code="petik-arah",
    level=Level.GALAT,
    title=N_("Quotation mark turned the wrong way"),
    message=N_("Here the quotation mark is {fix}."),
    why=N_(
        "“ opens a quotation, ” closes it. The wrong one slips in where a space was typed beside the mark, or "
        "where text was pasted; a word processor does not turn it back."
    ),
    eyd=("TJ01",),
    certain=True,
    kind=Judgement(_find, marks=frozenset("“”")),
    examples=(
        ("”Pelayanan dibuka lagi,” kata Rina.", "“Pelayanan dibuka lagi,” kata Rina."),
        ("“Pelayanan dibuka lagi,“ kata Rina.", "“Pelayanan dibuka lagi,” kata Rina."),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi,” kata Rina. “Warga senang.”",
        "“Pelayanan dibuka lagi.",
        "Warga senang,” kata Rina.",
    ),
)
