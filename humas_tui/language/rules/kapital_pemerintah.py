"""``Pemerintah Daerah``, ``Kepala Daerah`` that name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import gap, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_HEADS: Final = frozenset("pemerintah pemerintahan kepala perangkat organisasi aparatur pejabat dinas".split())
_SECOND: Final = frozenset("daerah pusat perangkat sipil negara terkait setempat".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _HEADS):
        token = tokens[index]
        if not token.capitalised or token.initial or paragraph.titled or not joined(paragraph, index):
            continue
        last = index
        while joined(paragraph, last + 1) and tokens[last + 1].lower in _SECOND and tokens[last + 1].capitalised:
            last += 1
        if last == index or not tokens[index - 1].text.islower():
            continue
        behind = gap(paragraph, last + 1)
        if behind[:1] in {"", ".", ",", ";"} or (behind == " " and tokens[last + 1].text.islower()):
            end = tokens[last].end
            yield Hit(token.start, end, (paragraph.text[token.start : end].lower(),))


KAPITAL_PEMERINTAH = Rule(
    code="kapital-pemerintah",
    level=Level.SARAN,
    title=N_("Capital for a government that is not named"),
    message=N_("No name follows “{found}”: small letters are enough."),
    why=N_(
        "Pemerintah, kepala daerah, perangkat daerah are common nouns. With the name of what is governed they are "
        "a name: Pemerintah Kota Bandung."
    ),
    eyd=("HF20",),
    kind=Judgement(_find, words=_HEADS),
    examples=(
        ("Warga mendukung kebijakan Pemerintah Daerah.", "Warga mendukung kebijakan pemerintah daerah."),
        ("Rapat diikuti seluruh Kepala Daerah.", "Rapat diikuti seluruh kepala daerah."),
    ),
    leave_alone=("Kebijakan Pemerintah Daerah Istimewa Yogyakarta didukung.", "Pemerintah daerah mendukungnya."),
)
