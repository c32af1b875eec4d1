"""``para guru-guru``: many, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_MANY: Final = frozenset("para banyak beberapa sejumlah semua seluruh berbagai".split())
#: Doubled, but not many.
_ONE: Final = frozenset(
    "undang-undang laki-laki kupu-kupu kura-kura cita-cita mata-mata alun-alun paru-paru hati-hati "
    "masing-masing rata-rata tiba-tiba oleh-oleh sehari-hari layang-layang sama-sama benar-benar "
    "ubur-ubur umbul-umbul anai-anai gado-gado ondel-ondel langit-langit pura-pura kunang-kunang".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _MANY):
        if not joined(paragraph, index + 1):
            continue
        noun = tokens[index + 1]
        half, hyphen, other = noun.lower.partition("-")
        if hyphen and half == other and len(half) > 2 and noun.lower not in _ONE:
            many = tokens[index]
            yield Hit(
                many.start,
                noun.end,
                (f"{many.text} {noun.text[: len(half)]}", noun.text),
                names={"many": many.text},
            )


KALIMAT_PARA_JAMAK = Rule(
    code="kalimat-para-jamak",
    level=Level.SARAN,
    title=N_("Many, said twice"),
    message=N_("“{many}” says that there are many; the noun need not be doubled."),
    why=N_("Words like para, banyak, beberapa tell of many. The noun behind them stays single: para guru."),
    source="Kehematan kalimat efektif",
    certain=True,
    kind=Judgement(_find, words=_MANY),
    examples=(("Acara dihadiri para guru-guru.", "Acara dihadiri para guru."),),
    leave_alone=("Acara dihadiri guru-guru.", "Banyak laki-laki hadir.", "Semua undang-undang dibahas."),
)
