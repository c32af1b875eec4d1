"""Foreign words that have an Indonesian one."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries, in_brackets

ASING_PADANAN = Rule(
    code="asing-padanan",
    level=Level.SARAN,
    title=N_("Foreign word"),
    message=N_("Indonesian has a word for it: “{fix}”."),
    why=N_(
        "A foreign word that has an Indonesian one is replaced by it: lokakarya, siaran pers, daring. If it has "
        "to stay, it is set in italics (*workshop*), and the desk says no more."
    ),
    eyd=("HG03",),
    spares_styled=True,
    kind=Words(partial(entries, "asing", "A"), unless=in_brackets),
    examples=(
        ("Warga mengikuti workshop penulisan press release.", "Warga mengikuti lokakarya penulisan siaran pers."),
        ("Launching itu dibuka dengan talkshow.", "Peluncuran itu dibuka dengan gelar wicara."),
    ),
    leave_alone=("Warga mengikuti *workshop* di Skill Center Bandung.", "Gelar wicara (talkshow) itu."),
)
