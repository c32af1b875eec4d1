"""A space between the quotation marks and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..quotes import CLOSING, OPENING
from ..rule import Rule
from ..speech import USED


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    balanced = not paragraph.quotes.stray and all(quote.closed for quote in paragraph.quotes.pairs)
    for quote in paragraph.quotes.pairs:
        if text[quote.start] not in USED or (not balanced and quote.start and text[quote.start] != OPENING[0]):
            continue  # foreign, or it cannot be told which way it is meant
        last = quote.end - 1 if quote.closed else quote.end
        begin, end = quote.start + 1, last
        while begin < last and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin == end:
            continue
        if begin > quote.start + 1:
            mark = "“" if text[quote.start] in CLOSING else text[quote.start]
            yield Hit(quote.start, begin, (mark,))
        if quote.closed and end < last:
            mark = "”" if text[last] in OPENING else text[last]
            yield Hit(end, quote.end, (mark,))


PETIK_SPASI_DALAM = Rule(
    code="petik-spasi-dalam",
    level=Level.GALAT,
    title=N_("Space inside the quotation marks"),
    message=N_("There is no space between a quotation mark and what it holds."),
    why=N_(
        "Quotation marks stand close to the first and to the last character of the quotation. With a space "
        "beside it, a mark may be printed alone at the end of a line, or turned the wrong way."
    ),
    eyd=("TJ01",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("“ Pelayanan dibuka lagi,” kata Rina.", "“Pelayanan dibuka lagi,” kata Rina."),
        ('Lomba "Kota Bersih " dibuka.', 'Lomba "Kota Bersih" dibuka.'),
        ("” Pelayanan dibuka lagi,” kata Rina.", "“Pelayanan dibuka lagi,” kata Rina."),
    ),
    leave_alone=("“Pelayanan dibuka lagi,” kata Rina.", 'Tinggi 14" dan 15" diuji.'),
)
