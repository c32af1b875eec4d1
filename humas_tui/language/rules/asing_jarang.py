"""Foreign words whose Indonesian one is less known."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries, in_brackets

ASING_JARANG = Rule(
    code="asing-jarang",
    level=Level.GAYA,
    title=N_("Foreign word with a rarer equivalent"),
    message=N_("There is “{fix}” in Indonesian."),
    why=N_(
        "For these words the language office has offered an Indonesian one that is not used everywhere yet. Where "
        "it may not be understood, the foreign word stays, in italics."
    ),
    eyd=("HG03",),
    spares_styled=True,
    once=True,
    kind=Words(partial(entries, "asing", "B"), unless=in_brackets),
    examples=(
        ("Posyandu menangani stunting.", "Posyandu menangani tengkes."),
        ("Warga mendaftar lewat website.", "Warga mendaftar lewat situs web."),
    ),
    leave_alone=("Posyandu menangani *stunting*.",),
)
