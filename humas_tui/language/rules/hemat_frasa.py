"""Phrases that can be shorter."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

HEMAT_FRASA = Rule(
    code="hemat-frasa",
    level=Level.GAYA,
    title=N_("Shorter phrase"),
    message=N_("Shorter: “{fix}”."),
    why=N_("These phrases are no errors; a shorter one says the same, and the sentence gains."),
    source="Kalimat efektif: kehematan",
    kind=Words(partial(entries, "pleonasme", "S"), clitics=False),
    examples=(("Layanan ditutup dikarenakan banjir.", "Layanan ditutup karena banjir."),),
    leave_alone=("Layanan ditutup karena banjir.",),
)
