"""``anda``: always with a capital."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset({"anda", "andalah"})

KAPITAL_ANDA = Rule(
    code="kapital-anda",
    level=Level.GALAT,
    title=N_("“Anda” in small letters"),
    message=N_("“Anda” begins with a capital wherever it stands."),
    why=N_("The word Anda begins with a capital at every place in a sentence."),
    eyd=("HF23",),
    certain=True,
    kind=Patterns((Pattern(r"\banda(?=(?:lah)?\b)(?!-)", fix="Anda"),), words=_WORDS),
    examples=(("Apakah anda sudah mendaftar?", "Apakah Anda sudah mendaftar?"),),
    leave_alone=("Apakah Anda sudah mendaftar?", "Ia andal dan tanggap."),
)
