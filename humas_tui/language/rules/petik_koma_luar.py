"""The comma between a quotation and its attribution on the wrong side of the mark, or one too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import USED, attribution, endings

_ONE_TOO_MANY: Final = N_("Behind a question mark or an exclamation mark there is no comma.")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for ending in endings(paragraph):
        start, end = ending.mark, ending.mark + 1
        outside = text[end : end + 2].lstrip().startswith(",")
        if outside:
            end = text.index(",", end) + 1
        if text[max(0, start - 1)] == "," or (text[max(0, start - 1)] == "." and text[start - 2].isalnum()):
            start -= 1
        if not ending.speech or not start or attribution(paragraph, end) is None:
            continue
        if text[start - 1] in "?!" and end - start > 1:
            yield Hit(start, end, (text[ending.mark],), message=_ONE_TOO_MANY)
        elif outside:
            yield Hit(start, end, (f",{text[ending.mark]}",))


PETIK_KOMA_LUAR = Rule(
    code="petik-koma-luar",
    level=Level.GALAT,
    title=N_("Comma on the wrong side of the closing quotation mark"),
    message=N_("The comma stands before the closing quotation mark: {fix}"),
    why=N_(
        "The comma that parts direct speech from its attribution stands inside the quotation, before the "
        "closing mark. Speech that ends in a question mark or an exclamation mark has none."
    ),
    eyd=("TB07", "TB08"),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("“Pelayanan dibuka lagi besok”, kata Rina.", "“Pelayanan dibuka lagi besok,” kata Rina."),
        ('"Apakah pelayanan dibuka besok?", tanya Rina.', '"Apakah pelayanan dibuka besok?" tanya Rina.'),
        ("“Pelayanan dibuka lagi besok.”, kata Rina.", "“Pelayanan dibuka lagi besok,” kata Rina."),
        ('"Mari menjaga kota kita!," ajaknya.', '"Mari menjaga kota kita!" ajaknya.'),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi besok,” kata Rina.",
        "Kami menyebutnya “Kota Kita Bersih Sekali”, kata Rina.",
        "“Kota Bersih”, “Kota Hijau”, dan “Kota Ramah” dilombakan.",
    ),
)
