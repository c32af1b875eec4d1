"""A sentence of more than thirty words."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import LONG_SENTENCE, TOO_LONG_SENTENCE, sentence_words
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if len(paragraph.tokens) <= LONG_SENTENCE:
        return
    for start, end, tokens in sentence_words(paragraph):
        words = [token for token in tokens if token.text.isascii() and token.text[0].isalpha()]
        if LONG_SENTENCE < len(words) <= TOO_LONG_SENTENCE:
            yield Hit(start, end, names={"words": str(len(words)), "limit": str(LONG_SENTENCE)})


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
