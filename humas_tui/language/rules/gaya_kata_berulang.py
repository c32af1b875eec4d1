"""The same word again and again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_TIMES: Final = 3
_WITHIN: Final = 20  # words
_SHORTEST: Final = 6  # letters
_OTHERS: Final = frozenset(
    "dengan kepada sebagai adalah tersebut terhadap menjadi dalam untuk seperti antara secara karena sehingga "
    "tahun persen rupiah miliar".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    seen: dict[str, list[int]] = {}
    for index, token in enumerate(paragraph.tokens):
        word = token.lower
        if len(word) < _SHORTEST or token.quoted or word in _OTHERS or not word.isalpha():
            continue
        if token.capitalised and not token.initial:
            continue  # a name is not said otherwise
        times = seen.setdefault(word, [])
        times.append(index)
        if len(times) >= _TIMES and index - times[-_TIMES] <= _WITHIN and not is_predicate(word):
            yield Hit(token.start, token.end, names={"times": str(_TIMES)})
            times.clear()


GAYA_KATA_BERULANG = Rule(
    code="gaya-kata-berulang",
    level=Level.GAYA,
    title=N_("The same word again"),
    message=N_("“{found}” for the third time within a few lines: leave it out, or say it otherwise."),
    why=N_("A word that comes back three times within twenty words wearies. Often one of them may go."),
    source="Keterbacaan",
    kind=Judgement(_find),
    examples=(
        (
            "Pengelola konten membuat konten tentang konten daerah.",
            "Pengelola media membuat konten tentang daerah.",
        ),
    ),
    leave_alone=("Pengelola media membuat konten tentang daerah.",),
)
