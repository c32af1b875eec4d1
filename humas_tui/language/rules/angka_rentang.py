"""A hyphen between two figures that mean “to”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_UNITS: Final = (
    "tahun|bulan|minggu|pekan|hari|jam|menit|detik|persen|kilometer|km|meter|orang|kali|derajat"
    "|ribu|juta|miliar|triliun"
)
_HYPHEN: Final = r"[ \u00a0]*-[ \u00a0]*"
_YEAR: Final = r"(?:19|20)\d\d"
_SPAN: Final = re.compile(
    rf"(?<![\w/.,-])(?:(?P<first>{_YEAR})(?P<years>{_HYPHEN})(?P<last>{_YEAR})(?![\w/-]|[.,]\d)"
    rf"|(?P<from>\d{{1,3}})(?P<figures>{_HYPHEN})(?P<to>\d{{1,3}})(?=[ \u00a0](?:{_UNITS})\b|%))"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _SPAN.finditer(paragraph.text):
        years = match["years"] is not None
        first, last = (match["first"], match["last"]) if years else (match["from"], match["to"])
        if int(first) < int(last):
            yield Hit(*match.span("years" if years else "figures"), (paragraph.house.dash,))


ANGKA_RENTANG = Rule(
    code="angka-rentang",
    level=Level.GAYA,
    title=N_("Hyphen between two figures"),
    message=N_("Between two figures that mean “from … to …” stands a dash without spaces: “{fix}”."),
    why=N_(
        "A dash between two years or two figures means *to*. Most of the press writes a hyphen; a release that "
        "is printed as a document shows care with the dash."
    ),
    eyd=("TF03",),
    kind=Judgement(_find, marks=frozenset("-")),
    examples=(
        ("Masa bakti 2022 - 2027 dimulai.", "Masa bakti 2022–2027 dimulai."),
        ("Perbaikan selesai dalam 2-3 bulan.", "Perbaikan selesai dalam 2–3 bulan."),
    ),
    leave_alone=("Masa bakti 2022–2027 dimulai.", "Skor 21-17 dan nomor 2020-2019.", "Tanggal 20-11-2019."),
)
