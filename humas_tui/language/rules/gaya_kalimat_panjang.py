"""A sentence of more than thirty words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import sentence_words
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from .kalimat_panjang import LONGEST

#: One sentence in sixteen of the news is longer. Source: the readability study of this project.
_LONG: Final = 30


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if len(paragraph.tokens) <= _LONG:
        return
    for start, end, tokens in sentence_words(paragraph):
        words = [token for token in tokens if token.text.isascii() and token.text[0].isalpha()]
        if _LONG < len(words) <= LONGEST:
            yield Hit(start, end, names={"words": str(len(words)), "limit": str(_LONG)})


GAYA_KALIMAT_PANJANG = Rule(
    code="gaya-kalimat-panjang",
    level=Level.GAYA,
    title=N_("Long sentence"),
    message=N_("This sentence has {words} words; up to {limit} are read with ease."),
    why=N_("A sentence that is read aloud to a full hall, or on a telephone, has thirty words at most."),
    source="Keterbacaan",
    kind=Judgement(_find),
    examples=(
        (
            "Lokakarya yang digelar Biro Humas itu diikuti pengelola media sosial dari seluruh kabupaten dan "
            "kota yang datang sejak pagi untuk belajar menulis rilis, memotret kegiatan, menyusun takarir, dan "
            "menjawab pertanyaan warga.",
            "Lokakarya itu diikuti pengelola media sosial dari seluruh kabupaten dan kota.",
        ),
    ),
    leave_alone=("Lokakarya itu diikuti pengelola media sosial.",),
)
