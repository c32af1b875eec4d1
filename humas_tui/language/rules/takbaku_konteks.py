"""Words that are nonstandard in one of their meanings."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_KONTEKS = Rule(
    code="takbaku-konteks",
    level=Level.GAYA,
    title=N_("Word that is nonstandard in one meaning"),
    message=N_("Is “{fix}” meant? “{found}” is nonstandard or says something else."),
    why=N_(
        "These words have a standard meaning of their own or are common in speech (bis, presentase, kaos), so the "
        "sentence decides; in most of them another word was meant."
    ),
    source="KBBI",
    once=True,
    kind=Words(partial(entries, "takbaku", "B"), headlines=False),
    examples=(
        ("Warga naik bis ke kantor.", "Warga naik bus ke kantor."),
        ("Presentase warga yang hadir naik.", "Persentase warga yang hadir naik."),
    ),
    leave_alone=("Persentase warga yang hadir naik.",),
)
