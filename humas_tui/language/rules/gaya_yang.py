"""Three times *yang* in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import sentence_words
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_TIMES: Final = 3


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for _start, _end, words in sentence_words(paragraph):
        found = [word for word in words if word.lower == "yang" and not word.quoted]
        if len(found) >= _TIMES:
            third = found[_TIMES - 1]
            yield Hit(third.start, third.end, names={"times": str(len(found))})


GAYA_YANG = Rule(
    code="gaya-yang",
    level=Level.GAYA,
    title=N_("“Yang” too often"),
    message=N_("“Yang” {times} times in one sentence: make two of it."),
    why=N_(
        "Each yang opens a sentence inside the sentence. With three of them nobody knows what belongs to what."
    ),
    source="Keterbacaan",
    kind=Judgement(_find, words=frozenset({"yang"})),
    examples=(
        (
            "Warga yang datang menerima kupon yang ditukar dengan beras yang baru.",
            "Warga yang datang menerima kupon. Kupon itu ditukar dengan beras baru.",
        ),
    ),
    leave_alone=("Warga yang datang menerima kupon yang baru.",),
)
