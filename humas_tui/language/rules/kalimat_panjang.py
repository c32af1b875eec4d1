"""A sentence of more than forty words."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import TOO_LONG_SENTENCE, sentence_words
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if len(paragraph.tokens) <= TOO_LONG_SENTENCE:
        return
    for start, end, tokens in sentence_words(paragraph):
        words = [token for token in tokens if token.text.isascii() and token.text[0].isalpha()]
        spoken = sum(word.quoted for word in words)
        if len(words) > TOO_LONG_SENTENCE and spoken < len(words) / 2:  # else it is the speaker's
            yield Hit(start, end, names={"words": str(len(words)), "limit": str(TOO_LONG_SENTENCE)})


KALIMAT_PANJANG = Rule(
    code="kalimat-panjang",
    level=Level.GAYA,
    title=N_("Very long sentence"),
    message=N_("This sentence has {words} words: make two or three of it (at most {limit})."),
    why=N_(
        "Nobody keeps more than forty words in mind until the full stop. In published news a sentence has 17 "
        "words, and one in sixteen has more than 30."
    ),
    source="Keterbacaan",
    kind=Judgement(_find),
    examples=(
        (
            "Lokakarya yang digelar Biro Humas itu diikuti pengelola media sosial dari seluruh kabupaten dan "
            "kota yang datang sejak pagi untuk belajar menulis rilis, memotret kegiatan, menyusun takarir, "
            "menjawab pertanyaan warga, menghitung jangkauan, dan membuat laporan bulanan yang rapi bagi pimpinan "
            "daerah masing-masing.",
            "Lokakarya itu diikuti pengelola media sosial dari seluruh kabupaten dan kota.",
        ),
    ),
    leave_alone=("Lokakarya itu diikuti pengelola media sosial.",),
)
