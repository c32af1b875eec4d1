"""A release that opens with the ceremony."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import ceremony, is_news


def find(document: Document) -> Iterator[Placed]:
    """The words with which the lead tells of the ceremony first."""
    placed = ceremony(document) if is_news(document) else None
    if placed is not None:
        part, start, end = placed
        yield "body", part, Hit(start, end)


SUSUNAN_SEREMONIAL = Rule(
    code="susunan-seremonial",
    level=Level.GAYA,
    title=N_("Ceremony first"),
    message=N_("The release opens with the ceremony: begin with what changes for citizens."),
    why=N_(
        "That somebody attended, opened or accompanied is no news. What was decided, built or made easier is; the "
        "ceremony can stand at the end."
    ),
    source="Pelatihan Humas 2019: bukan berita seremonial",
    kind=Shape(find),
    examples=(
        (
            "Dalam rangka Hari Kesehatan, puskesmas membuka layanan sore mulai Senin (7/12/2026) di Sukamaju.",
            "Puskesmas membuka layanan sore mulai Senin (7/12/2026) di Sukamaju.",
        ),
        (
            "Wali Kota Sukamaju menghadiri pembukaan layanan sore, Senin (7/12/2026).",
            "Layanan sore dibuka di Sukamaju, Senin (7/12/2026).",
        ),
    ),
)
