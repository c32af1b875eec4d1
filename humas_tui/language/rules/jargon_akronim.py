"""Acronyms of the office."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

JARGON_AKRONIM = Rule(
    code="jargon-akronim",
    level=Level.GAYA,
    title=N_("Acronym of the office"),
    message=N_("Readers may not know it; spelt out: “{fix}”."),
    why=N_(
        "Tupoksi, monev, bimtek are short for those who use them daily. Spelt out, everybody understands them. "
        "Told once for each."
    ),
    source="Bahasa sederhana bagi pembaca umum",
    once=True,
    kind=Words(partial(entries, "jargon", "K")),
    examples=(
        ("Humas menjalankan tupoksinya di medsos.", "Humas menjalankan tugas dan fungsinya di media sosial."),
    ),
    leave_alone=("Humas menjalankan tugas dan fungsinya.",),
)
