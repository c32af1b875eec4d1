"""Passive upon passive: nobody does anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_active, is_passive
from ..grammar.walk import sentence_words
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_IN_A_ROW: Final = 3  # sentences
_IN_ONE: Final = 4  # verbs


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if paragraph.text.lower().count("di") < _IN_A_ROW:
        return
    row = 0
    for start, end, words in sentence_words(paragraph):
        passive = [word for word in words if not word.quoted and is_passive(word.lower)]
        active = any(not word.quoted and is_active(word.lower) for word in words)
        row = row + 1 if passive and not active else 0
        if len(passive) >= _IN_ONE and not active:
            yield Hit(start, end, message=_MANY, names={"number": str(len(passive))})
        elif row == _IN_A_ROW:
            yield Hit(passive[0].start, passive[0].end, names={"number": str(row)})


_MANY: Final = N_("{number} passive verbs in one sentence, and nobody who acts.")

GAYA_PASIF = Rule(
    code="gaya-pasif",
    level=Level.GAYA,
    title=N_("One passive after the other"),
    message=N_("{number} sentences in a row without anybody who acts: say who does it."),
    why=N_(
        "Passive verbs hide who acts. After three sentences of them the reader knows what was done, and nothing "
        "of those who did it."
    ),
    source="Kalimat efektif",
    kind=Judgement(_find),
    examples=(
        (
            "Loket dibuka pukul 08.00. Warga dilayani petugas. Berkas diperiksa di meja dua.",
            "Loket dibuka pukul 08.00. Warga dilayani petugas. Kepala loket memeriksa berkas di meja dua.",
        ),
    ),
    leave_alone=("Loket dibuka pukul 08.00. Petugas melayani warga.",),
)
