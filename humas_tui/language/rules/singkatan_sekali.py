"""``Badan Amil Zakat (BAZ)``, and never again: the abbreviation may go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import FUNCTION_WORDS
from ..kinds import Hit, Shape
from ..prose import Document, Part
from ..rule import Rule

_FIELD: Final = "body"
_GIVEN: Final = re.compile(r" \((?P<short>[A-Z]{2,10})\)")
_BEFORE: Final = 150  # characters in which the words stand that it is made of


def _find(document: Document) -> Iterator[tuple[str, Part, Hit]]:
    given: list[tuple[Part, re.Match[str]]] = []
    for part in document.fields.get(_FIELD, ()):
        if "(" in part.paragraph.text:
            given += [(part, match) for match in _GIVEN.finditer(part.paragraph.text) if _stands_for(match)]
    if not given:
        return
    counts = Counter(token.text for part in document.fields[_FIELD] for token in part.paragraph.tokens)
    for part, match in given:
        if counts[match["short"]] == 1:
            yield _FIELD, part, Hit(*match.span(), ("",), names={"short": match["short"]})


def _stands_for(match: re.Match[str]) -> bool:
    """Whether the letters in brackets are the first ones of the words before them."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()].replace(",", "")
    words = [word for word in before.split() if word.lower() not in FUNCTION_WORDS]
    short = match["short"]
    return "".join(word[0] for word in words[-len(short) :]).upper() == short


SINGKATAN_SEKALI = Rule(
    code="singkatan-sekali",
    level=Level.GAYA,
    title=N_("Abbreviation that is not used again"),
    message=N_("“{short}” does not come again: the abbreviation may go."),
    why=N_(
        "An abbreviation in brackets prepares for its use further down. Where it does not come again it is in "
        "the way."
    ),
    source="Keterbacaan",
    kind=Shape(_find, everywhere=True),
    examples=(("Bantuan Badan Amil Zakat (BAZ) tiba.", "Bantuan Badan Amil Zakat tiba."),),
    leave_alone=("Bantuan Badan Amil Zakat (BAZ) tiba. BAZ menambah beras.",),
)
