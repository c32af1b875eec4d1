"""No comma between a quotation and its attribution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import USED, attribution, endings

#: A quotation may end in these without a comma being due where it does not end in a word.
_ENDS_LIKE_A_WORD: Final = ")%"


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for ending in endings(paragraph):
        last = text[ending.mark - 1 : ending.mark]
        if not ending.speech or not (last.isalnum() or last in _ENDS_LIKE_A_WORD):
            continue
        if last and attribution(paragraph, ending.mark + 1) is not None:
            word = paragraph.tokens[paragraph.token_at(ending.mark) - 1]
            yield Hit(word.start, ending.mark, (f"{text[word.start : ending.mark]},",))


PETIK_KOMA_KURANG = Rule(
    code="petik-koma-kurang",
    level=Level.GALAT,
    title=N_("No comma between a quotation and its attribution"),
    message=N_("A comma stands before the closing quotation mark: “{fix}”."),
    why=N_(
        "A comma parts direct speech from the words that tell who speaks. It stands before the closing "
        "quotation mark. Only a question mark or an exclamation mark takes its place."
    ),
    eyd=("TB07",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("“Pelayanan dibuka lagi besok” kata Rina.", "“Pelayanan dibuka lagi besok,” kata Rina."),
        ('"Warga terdampak sudah 40%" ujarnya.', '"Warga terdampak sudah 40%," ujarnya.'),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi besok,” kata Rina.",
        "“Apakah pelayanan dibuka besok?” tanya Rina.",
        "Program “Kota Bersih” kata Rina sudah selesai.",
        "Spanduk bertulis “Mari Menjaga Kota Kita Bersama” tulis Rina.",
    ),
)
