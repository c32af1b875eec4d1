"""A quoted sentence that begins without a capital."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import SAYING, USED, attribution, is_speech


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for quote in paragraph.quotes.pairs:
        index = paragraph.token_at(quote.start)
        if not quote.closed or index == len(paragraph.tokens) or not _begins(paragraph, quote.start, quote.end):
            continue
        word, start, end = paragraph.tokens[index].text, *paragraph.tokens[index][2:4]
        if start == quote.start + 1 and word.islower() and word.isalpha() and not paragraph.tokens[index].styled:
            yield Hit(start, end, (word[0].upper() + word[1:],))


def _begins(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the quotation between these marks is a whole sentence, not the rest of one."""
    if not is_speech(paragraph, start, end - 1):
        return False
    before = paragraph.text[:start].rstrip()
    if not before or (before[-1] in ".!?" and not before.endswith("..")):
        return paragraph.text[end - 2] in ",.!?" or attribution(paragraph, end) is not None
    index = paragraph.token_at(start) - 1
    return before[-1] in ",:" and index >= 0 and paragraph.tokens[index].lower in SAYING


PETIK_KAPITAL_AWAL = Rule(
    code="petik-kapital-awal",
    level=Level.GALAT,
    title=N_("Quoted sentence without a capital"),
    message=N_("A quoted sentence begins with a capital: “{fix}”."),
    why=N_(
        "The first word of direct speech has a capital, wherever in the sentence the quotation stands. Only "
        "where the attribution has interrupted it, speech goes on without one."
    ),
    eyd=("HF06",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("Rina mengatakan, “pelayanan dibuka lagi besok.”", "Rina mengatakan, “Pelayanan dibuka lagi besok.”"),
        ('"pelayanan dibuka lagi besok," kata Rina.', '"Pelayanan dibuka lagi besok," kata Rina.'),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi,” kata Rina, “karena antrean sudah panjang.”",
        "Menurut Rina, “tatap muka langsung dengan warga” sudah cukup.",
    ),
)
