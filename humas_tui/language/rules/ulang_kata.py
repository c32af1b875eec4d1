"""A word twice in a row: a reduplication without its hyphen, or a word too many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ...i18n import N_
from ..doubling import SHORTEST
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: Nobody says these twice: one of them is too many.
_ONCE: Final = frozenset(
    """
    yang dan dari untuk pada dengan ini akan oleh agar atau dalam adalah juga telah kepada karena serta bahwa
    sebagai tersebut hingga sampai namun tetapi tentang terhadap antara para tidak bisa dapat harus ada
    kalau jika bila
    """.split()
)
#: A verb, as a rule: it was typed twice.
_VERBS: Final = ("me", "di", "ter")
_VERB: Final = 7  # letters of the shortest


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for first, second in pairwise(paragraph.tokens):
        word, again = first.lower, second.lower
        if not again.startswith(word) or (len(again) > len(word) and again != f"{word}nya"):
            continue
        if len(word) < SHORTEST or not word.isalpha() or text[first.end : second.start].strip(" "):
            continue
        if second.capitalised and not paragraph.titled:
            continue  # Sri Sri, Bora Bora; a sentence that ends in the word with which the next begins has a mark
        once, twice = second.text if second.lower != word else first.text, f"{first.text}-{second.text}"
        if word in _ONCE:
            yield Hit(first.start, second.end, (once,))
        elif word.startswith(_VERBS) and len(word) >= _VERB:
            yield Hit(first.start, second.end, (once, twice))
        else:
            yield Hit(first.start, second.end, (twice, once))


ULANG_KATA = Rule(
    code="ulang-kata",
    level=Level.GALAT,
    title=N_("A word twice in a row"),
    message=N_("“{found}”: is it a reduplication with its hyphen, or one word too many? “{fix}”"),
    why=N_(
        "Two like words in a row are either a reduplication, which has a hyphen, or a slip that the eye passes "
        "over, above all at the end of a line."
    ),
    eyd=("KB02a", "TE02"),
    kind=Judgement(_find),
    examples=(
        ("Pemerintah menyiapkan langkah langkah darurat.", "Pemerintah menyiapkan langkah-langkah darurat."),
        ("Bantuan untuk untuk warga sudah tiba.", "Bantuan untuk warga sudah tiba."),
        ("Petugas membersihkan membersihkan saluran.", "Petugas membersihkan saluran."),
        ("Warga membawa anak anaknya.", "Warga membawa anak-anaknya."),
    ),
    leave_alone=(
        "Pemerintah menyiapkan langkah-langkah darurat.",
        "Warga makan makanan bergizi.",
        "Kiai Sri Sri hadir. Hadir pula camat.",
        "Pasar itu dibuka, dibuka untuk umum.",
    ),
)
