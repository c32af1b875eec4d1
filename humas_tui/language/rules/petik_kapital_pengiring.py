"""A capital on the verb of attribution behind a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import USED, attribution, endings


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for ending in endings(paragraph):
        token = attribution(paragraph, ending.mark + 1)
        if ending.speech and token is not None and token.capitalised and not token.text.isupper():
            yield Hit(token.start, token.end, (token.lower,))


PETIK_KAPITAL_PENGIRING = Rule(
    code="petik-kapital-pengiring",
    level=Level.GALAT,
    title=N_("Capital on the attribution of a quotation"),
    message=N_("“{found}” goes on with the sentence of the quotation: “{fix}”."),
    why=N_(
        "The words that tell who speaks are a part of the sentence that the quotation began. They do not begin "
        "another, so their verb has no capital."
    ),
    eyd=("TB07", "HF01"),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("“Pelayanan dibuka lagi besok,” Kata Rina.", "“Pelayanan dibuka lagi besok,” kata Rina."),
        ('"Apakah warga sudah diungsikan?" Tanya dia.', '"Apakah warga sudah diungsikan?" tanya dia.'),
        ("“Warga sudah diungsikan semua,” Ujarnya.", "“Warga sudah diungsikan semua,” ujarnya."),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi besok.” Pesan itu dibacakan Rina.",
        "“Pelayanan dibuka lagi besok.” Kata kuncinya ialah sabar.",
        "Lomba “Kota Bersih” Kata Bersama digelar.",
    ),
)
