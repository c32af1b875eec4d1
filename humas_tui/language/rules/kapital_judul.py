"""A sentence of the body whose words all begin with a capital, as in a headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import lines
from ..grammar.verbs import is_predicate
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = 8
_COMMON: Final = 3
_NOUNS: Final = frozenset(lines("kata_umum.txt"))
_LAST: Final = frozenset(".!?")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if not paragraph.titled or paragraph.role != "body" or paragraph.text.rstrip()[-1:] not in _LAST:
        return
    for start, end in paragraph.sentences:
        words = [
            token
            for token in paragraph.tokens[paragraph.token_at(start) : paragraph.token_at(end - 1) + 1]
            if len(token.text) > 3 and token.text[0].isalpha()
        ]
        common = sum(token.lower in _NOUNS or is_predicate(token.lower) for token in words)
        if len(words) >= _WORDS and common >= _COMMON and all(token.capitalised for token in words):
            yield Hit(start, end)


KAPITAL_JUDUL = Rule(
    code="kapital-judul",
    level=Level.SARAN,
    title=N_("Sentence written like a headline"),
    message=N_("Every word has a capital here: in a sentence only names do."),
    why=N_(
        "Capitals at the begin of each word belong to titles. In a sentence they make every word look like a name."
    ),
    eyd=("HF21",),
    kind=Judgement(_find),
    examples=(
        (
            "Seluruh Peserta Diharapkan Hadir Tepat Waktu Dengan Membawa Kartu Tanda Peserta Masing-Masing.",
            "Seluruh peserta diharapkan hadir tepat waktu dengan membawa kartu tanda peserta masing-masing.",
        ),
    ),
    leave_alone=("Kepala Dinas Komunikasi dan Informatika Kota Bogor membuka pelatihan penulisan berita warga.",),
)
