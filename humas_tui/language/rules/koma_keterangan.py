"""``sosial khususnya``: a comma before what tells more closely."""

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

_WORDS: Final = frozenset({"khususnya", "terutama", "yakni", "yaitu"})
_NOT_AFTER: Final = frozenset(
    "yakni yaitu dan pada di dalam untuk yang dari bagi adalah sebagai pada ke serta atau dengan kepada "
    "oleh secara lebih paling kebutuhan hal alasan faktor penyebab".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        if not token.text.islower() or not joined(paragraph, index) or not joined(paragraph, index + 1):
            continue
        before = tokens[index - 1]
        tells = token.text in {"yakni", "yaitu"} and before.lower.endswith("nya")
        how = token.text in {"terutama", "khususnya"} and is_predicate(before.lower)
        if before.lower not in _NOT_AFTER and not tells and not how:
            yield Hit(before.end, token.end, (f", {token.text}",), names={"word": token.text})


KOMA_KETERANGAN = Rule(
    code="koma-keterangan",
    level=Level.GAYA,
    title=N_("No comma before an addition"),
    message=N_("A comma before “{word}” shows that an addition begins."),
    why=N_("An addition with khususnya, terutama, yakni, yaitu is parted from the sentence by a comma."),
    eyd=("TB13",),
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Ia mengelola media sosial khususnya milik kota.", "Ia mengelola media sosial, khususnya milik kota."),
    ),
    leave_alone=("Ia mengelola media sosial, khususnya milik kota.", "Warga dan khususnya pedagang diundang."),
)
