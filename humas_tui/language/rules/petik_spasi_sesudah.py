"""No space behind the mark that closes a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import USED, endings

#: Written together with a quoted word: “lockdown”nya.
_ENCLITICS: Final = ("nya", "lah", "kah", "ku", "mu", "an", "kan", "i")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for ending in endings(paragraph):
        behind = ending.mark + 1
        if not text[behind : behind + 1].isalnum() or not ending.mark or text[ending.mark - 1].isspace():
            continue
        if ending.mark - ending.begin > 1:
            token = paragraph.tokens[paragraph.token_at(behind)]
            if token.start == behind and token.text not in _ENCLITICS:
                yield Hit(ending.mark, behind, (f"{text[ending.mark]} ",))


PETIK_SPASI_SESUDAH = Rule(
    code="petik-spasi-sesudah",
    level=Level.GALAT,
    title=N_("No space behind the closing quotation mark"),
    message=N_("A space is missing behind the closing quotation mark."),
    why=N_(
        "The closing quotation mark belongs to the quotation; the word behind it is the next word of the "
        "sentence, and a space parts the two."
    ),
    eyd=("TJ01",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("“Pelayanan dibuka lagi,”kata Rina.", "“Pelayanan dibuka lagi,” kata Rina."),
        ('"Warga sudah diungsikan semua,"ujarnya.', '"Warga sudah diungsikan semua," ujarnya.'),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi,” kata Rina.",
        "Istilah “tatap muka”nya sudah lama dipakai.",
        'Layar 14"itu pecah.',
    ),
)
