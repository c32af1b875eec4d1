"""“%” and “persen” in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..prose import Document, Part
from ..rule import Rule

_SIGN: Final = re.compile(r"(?<=\d)[ \u00a0]?(?P<form>%|persen\b)")


def _find(document: Document) -> Iterator[tuple[str, Part, Hit]]:
    places = [
        (field, part, match)
        for field, parts in document.fields.items()
        for part in parts
        if "%" in part.paragraph.characters or "persen" in part.paragraph.words
        for match in _SIGN.finditer(part.paragraph.text)
    ]
    signs = sum(match["form"] == "%" for *_place, match in places)
    rarer = "%" if signs * 2 < len(places) else "persen"
    if 0 < signs < len(places):
        for field, part, match in places:
            if match["form"] == rarer:
                yield field, part, Hit(*match.span(), (" persen" if rarer == "%" else "%",))


ANGKA_PERSEN_CAMPUR = Rule(
    code="angka-persen-campur",
    level=Level.GAYA,
    title=N_("The sign and the word for per cent mixed"),
    message=N_("Elsewhere in this text it is written the other way: “{fix}”."),
    why=N_(
        "*5%* and *5 persen* are both right. A release that writes now one, now the other looks pasted together."
    ),
    eyd=("KG03",),
    kind=Shape(_find, everywhere=True),
    examples=(
        (
            "Angka itu naik 5 persen, lalu 6%, lalu 7 persen.",
            "Angka itu naik 5 persen, lalu 6 persen, lalu 7 persen.",
        ),
    ),
    leave_alone=("Angka itu naik 5 persen, lalu 6 persen.", "Angka itu naik 5%, lalu 6%."),
)
