"""Initials that are nowhere explained and not widely known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import lines, rows
from ..grammar.names import regions
from ..kinds import Hit, Shape
from ..prose import Document, Part
from ..rule import Rule

_FIELD: Final = "body"
_LETTERS: Final = range(3, 9)
_EXPLAINED: Final = re.compile(r"\((?P<before>[A-Z]{3,8})\b|\b(?P<behind>[A-Z]{3,8}) \(")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    common = {word for line in lines("singkatan_umum.txt") for word in line.split()}
    return frozenset(common | {row[0] for row in (*rows("singkatan.tsv"), *rows("kepanjangan.tsv"))})


def _find(document: Document) -> Iterator[tuple[str, Part, Hit]]:
    parts = document.fields.get(_FIELD, ())
    told: set[str] = set()
    for part in parts:
        for match in _EXPLAINED.finditer(part.paragraph.text):
            told.add(match["before"] or match["behind"])
    for part in parts:
        tokens = part.paragraph.tokens
        for index, token in enumerate(tokens):
            word = token.text
            if len(word) not in _LETTERS or not (word.isupper() and word.isalpha()) or word in told:
                continue
            if word in _known() or word.title() in regions() or token.quoted or _shouts(index, len(tokens), part):
                continue
            told.add(word)
            yield _FIELD, part, Hit(token.start, token.end)


def _shouts(index: int, number: int, part: Part) -> bool:
    """Whether it is a word in capitals: the place of the dateline, or one of several such words."""
    tokens = part.paragraph.tokens
    beside = [*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2]]
    return index == 0 or any(len(token.text) > 3 and token.text.isupper() for token in beside) or number < 4


SINGKATAN_TAK_DIKENAL = Rule(
    code="singkatan-tak-dikenal",
    level=Level.GAYA,
    title=N_("Initials that few readers know"),
    message=N_("What does “{found}” stand for? Say it where it comes first."),
    why=N_(
        "Initials that are neither widely known nor explained stop the reader. Spell them out once, or do without."
    ),
    source="Keterbacaan",
    once=True,
    kind=Shape(_find, everywhere=True),
    examples=(("Warga diterima petugas PPKLH di aula.", "Warga diterima petugas lingkungan di aula."),),
    leave_alone=("Warga diterima petugas KPU di aula.", "Petugas Pusat Kendali (PKD) datang. PKD buka."),
)
