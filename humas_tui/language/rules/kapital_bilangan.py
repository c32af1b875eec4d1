"""``Rp300 Miliar``, ``7 Bulan``: what is counted is a common word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_COUNTED: Final = frozenset(
    "ribu juta miliar milyar triliun persen rupiah meter kilometer hektare hektar kilogram gram ton "
    "liter orang peserta unit bulan hari jam menit detik kali paket".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _COUNTED):
        token = tokens[index]
        if not token.capitalised or token.text.isupper() or not joined(paragraph, index) or paragraph.titled:
            continue
        after = tokens[index + 1] if joined(paragraph, index + 1) else None
        before = tokens[index - 1]
        named = after is not None and after.capitalised and after.lower not in _COUNTED
        counted = before.text[-1].isdigit() or (before.lower in _COUNTED and before.capitalised)
        if counted and not named:
            yield Hit(token.start, token.end, (token.lower,))


KAPITAL_BILANGAN = Rule(
    code="kapital-bilangan",
    level=Level.SARAN,
    title=N_("Capital behind a figure"),
    message=N_("What is counted is a common word: “{fix}”."),
    why=N_("Behind a figure stand common words: Rp300 miliar, 7 bulan, 5 persen. They have no capital."),
    eyd=("HF01",),
    certain=True,
    kind=Judgement(_find, words=_COUNTED),
    examples=(("Biaya jalan itu mencapai Rp300 Miliar.", "Biaya jalan itu mencapai Rp300 miliar."),),
    leave_alone=("Biayanya Rp300 miliar.", "Program 100 Hari Kerja dimulai."),
)
