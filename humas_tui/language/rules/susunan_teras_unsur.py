"""A lead that does not say when, where, or who."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document, Paragraph
from ..rule import Rule
from ..structure import is_news, lead, whole

_WHEN: Final = re.compile(
    r"\d{1,2}[/.-]\d{1,2}|\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|hari "
    r"ini|kemarin|besok|januari|februari|maret|"
    r"april|mei|juni|juli|agustus|september|oktober|november|desember|pekan|bulan|tahun) ?",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"\b(?:di|ke|dari|se-) "
    r"?\W?[A-Z]\w+|\b(?:Kota|Kabupaten|Provinsi|Kecamatan|Kelurahan|Desa|Jalan|Pemkot|Pemkab|Pemprov)\b"
)
_WHO: Final = re.compile(r"\b[A-Z][a-z]\w+|\b[A-Z]{3,}\b|\b(?:warga|siswa|pelajar|petani|pedagang|pekerja|ibu)\b")


def missing(paragraph: Paragraph, *, placed: bool) -> list[str]:
    """What the lead does not say, as words that officers know; ``placed``: a dateline says where."""
    text = paragraph.text
    asked = ((_WHO, "siapa"), (_WHERE, "di mana"), (_WHEN, "kapan"))
    return [word for pattern, word in asked if not pattern.search(text) and not (word == "di mana" and placed)]


def find(document: Document) -> Iterator[Placed]:
    """The lead, where it leaves one of the questions open."""
    part = lead(document)
    if not is_news(document) or part is None:
        return
    placed = document.release is not None and bool(document.release.place)
    if lacking := missing(part.paragraph, placed=placed):
        yield "body", part, whole(part.paragraph)._replace(names={"missing": ", ".join(lacking)})


SUSUNAN_TERAS_UNSUR = Rule(
    code="susunan-teras-unsur",
    level=Level.SARAN,
    title=N_("Lead that leaves a question open"),
    message=N_("The lead does not say: {missing}."),
    why=N_(
        "Journalists look for what, who, where and when in the first paragraph; why and how come in the next two. "
        "A release without them is put aside."
    ),
    source="Piramida terbalik: apa, siapa, di mana, kapan dalam teras",
    kind=Shape(find),
    examples=(
        (
            "Pemerintah Kota Sukamaju membuka layanan sore di delapan puskesmas.",
            "Pemerintah Kota Sukamaju membuka layanan sore di delapan puskesmas mulai Senin (7/12/2026).",
        ),
    ),
    leave_alone=(
        "Banjir merendam 312 rumah di Kecamatan Banyu Asih, Kota Sukamaju, Kamis (5/11/2026) dini hari.",
    ),
)
