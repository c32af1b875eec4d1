"""No comma between the words that announce a quotation and the quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import SAYING, USED, is_speech


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for quote in paragraph.quotes.pairs:
        index = paragraph.token_at(quote.start)
        if not index or index == len(paragraph.tokens) or not quote.closed:
            continue
        verb = paragraph.tokens[index - 1]
        whole = paragraph.tokens[index].capitalised and text[quote.end - 2] in ".,!?"
        announced = verb.lower in SAYING and verb.end < quote.start and text[verb.end : quote.start].isspace()
        if whole and announced and is_speech(paragraph, quote.start, quote.end - 1):
            yield Hit(verb.start, verb.end, (f"{verb.text},",))


PETIK_KOMA_SEBELUM = Rule(
    code="petik-koma-sebelum",
    level=Level.GALAT,
    title=N_("No comma before a quotation that is announced"),
    message=N_("A comma stands between the attribution and the quotation: “{fix}”."),
    why=N_(
        "A comma parts the words that announce direct speech from the speech itself. A title or a term in "
        "quotation marks belongs to the sentence and has none before it."
    ),
    eyd=("TB07",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("Rina mengatakan “Pelayanan dibuka lagi besok.”", "Rina mengatakan, “Pelayanan dibuka lagi besok.”"),
        ('Rina menambahkan "Apakah warga sudah tahu?"', 'Rina menambahkan, "Apakah warga sudah tahu?"'),
    ),
    leave_alone=(
        "Rina mengatakan, “Pelayanan dibuka lagi besok.”",
        "Rina menyebutkan “Kota Bersih” sebagai tema.",
        "Rina mengatakan bahwa “tatap muka” cukup.",
    ),
)
