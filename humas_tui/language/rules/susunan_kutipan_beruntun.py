"""Two paragraphs in a row that are nothing but quotations."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Neighbours
from ..prose import Paragraph
from ..rule import Rule
from ..speech import is_speech


def find(before: Paragraph | None, paragraph: Paragraph, _after: Paragraph | None) -> Iterator[Hit]:
    """A paragraph that opens with a quotation behind one that did so too."""
    if before is not None and _opens_with_speech(before) and (end := _opens_with_speech(paragraph)):
        yield Hit(0, end)


def _opens_with_speech(paragraph: Paragraph) -> int:
    """Where the quotation ends with which a paragraph of the body begins; 0 where it begins otherwise."""
    if paragraph.role != "body" or not paragraph.quotes.pairs:
        return 0
    first = paragraph.quotes.pairs[0]
    return first.end if first.start == 0 and is_speech(paragraph, 0, first.end - 1) else 0


SUSUNAN_KUTIPAN_BERUNTUN = Rule(
    code="susunan-kutipan-beruntun",
    level=Level.GAYA,
    title=N_("Quotation behind quotation"),
    message=N_("Two quotations stand one behind the other: put a sentence of the report between them."),
    why=N_(
        "Between two quotations the report goes on, so that the reader knows who speaks now and why. Quotations "
        "in "
        "a row read like minutes."
    ),
    source="Praktik siaran pers",
    kind=Neighbours(find, marks=frozenset('"“”')),
    examples=(
        (
            "“Layanan sore dibuka untuk semua pekerja,” ujar Sekar.\n\n“Kami juga menambah tenaga perawat,” "
            "ujarnya.",
            "“Layanan sore dibuka untuk semua pekerja,” ujar Sekar.\n\nTenaga perawat ditambah dua puluh "
            "orang.\n\n"
            "“Kami juga menambah tenaga perawat,” ujarnya.",
        ),
    ),
)
