"""“IDR” before an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_CODE: Final = re.compile(r"IDR(?<!\wIDR)[ \u00a0]?(?=\d)")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    right = "Rp " if paragraph.house.rp_space else "Rp"
    for match in _CODE.finditer(paragraph.text):
        yield Hit(*match.span(), (right,))


ANGKA_IDR = Rule(
    code="angka-idr",
    level=Level.SARAN,
    title=N_("IDR for Rp"),
    message=N_("At home the amount is written “{fix}…”."),
    why=N_("IDR is the code of banks and exchanges. Readers at home know *Rp*."),
    eyd=("KF05",),
    kind=Judgement(_find, marks=frozenset("I")),
    examples=(("Anggaran sebesar IDR 75 juta disiapkan.", "Anggaran sebesar Rp75 juta disiapkan."),),
    leave_alone=("Kurs USD/IDR melemah.",),
)
