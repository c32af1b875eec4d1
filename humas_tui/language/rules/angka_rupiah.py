"""“Rp” with a full stop, or in other letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WRONG: Final = re.compile(r"[Rr][Pp](?<!\w..)(?:\.[ \u00a0]*|(?<!Rp)[ \u00a0]*)(?=\d)")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    right = "Rp " if paragraph.house.rp_space else "Rp"
    for match in _WRONG.finditer(paragraph.text):
        yield Hit(*match.span(), (right,))


ANGKA_RUPIAH = Rule(
    code="angka-rupiah",
    level=Level.GALAT,
    title=N_("Rp with a full stop"),
    message=N_("The sign of the rupiah is “Rp”, without a full stop."),
    why=N_(
        "Signs of currencies and units are no abbreviations: they have no full stop. The sign is *Rp*, not *RP*."
    ),
    eyd=("KF05",),
    certain=True,
    kind=Judgement(_find, marks=frozenset("0123456789")),
    examples=(
        ("Harga beras Rp. 15.000 sekilo.", "Harga beras Rp15.000 sekilo."),
        ("Harga beras RP 15.000 sekilo.", "Harga beras Rp15.000 sekilo."),
    ),
    leave_alone=("Harga beras Rp15.000 atau Rp 15.000 sekilo.", "Uang kertas Rp. Diganti rupiah baru."),
)
