"""The space between “Rp” and the amount, as the house has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_SIGN: Final = re.compile(r"Rp(?<!\wRp)(?P<space>[ \u00a0]*)(?=\d)")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    right = "Rp " if paragraph.house.rp_space else "Rp"
    for match in _SIGN.finditer(paragraph.text):
        if bool(match["space"]) is not paragraph.house.rp_space:
            yield Hit(*match.span(), (right,))


ANGKA_RUPIAH_SPASI = Rule(
    code="angka-rupiah-spasi",
    level=Level.GAYA,
    title=N_("Space between Rp and the amount"),
    message=N_("In this house the amount is written “{fix}…”."),
    why=N_(
        "EYD writes *Rp75.000*, some newspapers *Rp 75.000*. The office decides in its profile; a release has "
        "one of the two."
    ),
    eyd=("KF05", "KG03"),
    certain=True,
    kind=Judgement(_find, marks=frozenset("R")),
    examples=(("Harga beras Rp 15.000 sekilo.", "Harga beras Rp15.000 sekilo."),),
    leave_alone=("Harga beras Rp15.000 sekilo.",),
)
