"""``5 Kg``, ``10 KM``: units of measure in small letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import rows
from ..grammar.walk import places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset("kg km ha cm mm".split())


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """How a unit is written, by how it should not be."""
    return {row[0]: row[1] for row in rows("singkatan.tsv") if row[3].startswith("KF05") and row[1] in _WORDS}


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        if token.text in _units() and index and tokens[index - 1].text[-1].isdigit():
            yield Hit(token.start, token.end, (_units()[token.text],))


SINGKATAN_SATUAN = Rule(
    code="singkatan-satuan",
    level=Level.SARAN,
    title=N_("Unit of measure in capitals"),
    message=N_("The unit is written “{fix}”."),
    why=N_("Abbreviations of units have small letters and no full stop: 5 kg, 10 km, 3 ha."),
    eyd=("KF05",),
    certain=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(("Beras 5 Kg dibawa sejauh 10 KM.", "Beras 5 kg dibawa sejauh 10 km."),),
    leave_alone=("Beras 5 kg dibawa ke Km. 10.",),
)
