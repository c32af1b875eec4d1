"""``di masing-masing kecamatan``: *masing-masing* stands behind, or is *setiap*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_PREPOSITIONS: Final = frozenset("di ke dari pada oleh untuk bagi kepada dengan dalam terhadap antara dan".split())
_NO_NOUN: Final = frozenset(
    "dan yang di ke dari untuk dengan sebesar sebanyak sejumlah seluas dua tiga empat lima enam juga ini itu "
    "tersebut pada oleh serta atau agar sesuai secara adalah sebagai saja".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, frozenset({"masing-masing"})):
        if not joined(paragraph, index + 1) or not index:
            continue
        noun = tokens[index + 1]
        if tokens[index - 1].lower not in _PREPOSITIONS or not noun.text[0].isalpha() or noun.lower in _NO_NOUN:
            continue
        if not is_predicate(noun.lower):
            token = tokens[index]
            yield Hit(token.start, noun.end, (f"setiap {noun.text}",), names={"noun": noun.text})


KALIMAT_MASING_MASING = Rule(
    code="kalimat-masing-masing",
    level=Level.GAYA,
    title=N_("“Masing-masing” before a noun"),
    message=N_("Before a noun it is “setiap {noun}”."),
    why=N_(
        "Masing-masing follows the noun that it goes with (daerah masing-masing) or stands for it. Before a noun "
        "the word is setiap or tiap-tiap."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    certain=True,
    kind=Judgement(_find, words=frozenset({"masing-masing"})),
    examples=(("Posko ada di masing-masing kecamatan.", "Posko ada di setiap kecamatan."),),
    leave_alone=("Warga pulang ke desa masing-masing.", "Hadiah untuk masing-masing sebesar Rp1 juta."),
)
