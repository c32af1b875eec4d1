"""No space before the mark that opens a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..quotes import CLOSING, MARKS
from ..rule import Rule
from ..speech import USED

#: What a quotation may begin behind without a space.
_STICKS_TO: Final = "([{/—–-‘'\ufffc" + MARKS


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for quote in paragraph.quotes.pairs:
        before = text[quote.start - 1 : quote.start]
        if text[quote.start] not in USED or not quote.closed:
            continue
        if before and not before.isspace() and before not in _STICKS_TO:
            mark = "“" if text[quote.start] in CLOSING else text[quote.start]
            yield Hit(quote.start, quote.start + 1, (f" {mark}",))


PETIK_SPASI_SEBELUM = Rule(
    code="petik-spasi-sebelum",
    level=Level.GALAT,
    title=N_("No space before the opening quotation mark"),
    message=N_("A space is missing before the opening quotation mark."),
    why=N_("A quotation begins a space behind the word or the punctuation mark before it."),
    eyd=("TJ01",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("Bupati mengatakan,“Kami siap membantu.”", "Bupati mengatakan, “Kami siap membantu.”"),
        ('Lomba bertema"Kota Bersih" dibuka.', 'Lomba bertema "Kota Bersih" dibuka.'),
        ("Warga menunggu.”Kami siap membantu,” katanya.", "Warga menunggu. “Kami siap membantu,” katanya."),
    ),
    leave_alone=(
        "Lomba itu (“Kota Bersih”) dibuka.",
        'Layar 14" dan 15" dijual.',
        "“Pelayanan dibuka lagi,”kata Rina.",
    ),
)
