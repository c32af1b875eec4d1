"""Nonstandard words that the edited press uses too."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_LAZIM = Rule(
    code="takbaku-lazim",
    level=Level.GAYA,
    title=N_("Nonstandard word in common use"),
    message=N_("KBBI prefers “{fix}” to “{found}”."),
    why=N_(
        "Newspapers print these spellings as well (plat nomor, coklat, dollar), though KBBI refers from them to "
        "another one. An office that wants to be exact follows KBBI."
    ),
    source="KBBI",
    once=True,
    kind=Words(partial(entries, "takbaku", "D"), headlines=False),
    examples=(("Plat nomor dan coklat itu disita.", "Pelat nomor dan cokelat itu disita."),),
    leave_alone=("Pelat nomor itu disita.",),
)
