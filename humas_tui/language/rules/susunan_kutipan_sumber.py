"""A quotation without a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..kinds.functions import Placed
from ..prose import Document, Part
from ..rule import Rule
from ..speech import SAYING
from ..structure import is_news, prose, speeches


def find(document: Document) -> Iterator[Placed]:
    """Quotations of which neither their paragraph nor the one before says who spoke."""
    if not is_news(document):
        return
    parts = prose(document)
    said = speeches(document)
    attributed = {id(speech.part) for speech in said if speech.attributed}
    for speech in said:
        if speech.attributed or id(speech.part) in attributed:
            continue
        place = next(number for number, part in enumerate(parts) if part is speech.part)
        before = parts[place - 1] if place else None
        if before is None or not _announces(before):
            yield "body", speech.part, Hit(speech.start, speech.end)


def _announces(part: Part) -> bool:
    """Whether the paragraph before ends in words that announce a quotation."""
    return part.paragraph.text.rstrip().endswith(":") or any(
        token.lower in SAYING for token in part.paragraph.tokens[-12:]
    )


SUSUNAN_KUTIPAN_SUMBER = Rule(
    code="susunan-kutipan-sumber",
    level=Level.SARAN,
    title=N_("Quotation without a speaker"),
    message=N_("Who says this? Name the speaker behind the quotation: “…,” ujar Name, title."),
    why=N_("A quotation that nobody has spoken cannot be printed. The speaker is named in the same paragraph."),
    source="Kode Etik Jurnalistik, pasal 2 dan 3: sumber berita jelas",
    kind=Shape(find),
    examples=(
        (
            "Layanan sore dibuka Senin (7/12/2026) di Sukamaju.\n\n“Kami ingin semua pekerja dapat berobat.”",
            "Layanan sore dibuka Senin (7/12/2026) di Sukamaju.\n\n“Kami ingin semua pekerja dapat berobat,” ujar "
            "Wali Kota Sukamaju Sekar Pramudita.",
        ),
    ),
    leave_alone=("Sekar mengatakan, “Kami ingin semua pekerja dapat berobat.”",),
)
