"""``diupayakan untuk dilaksanakan``: passive twice over."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset("dicoba diusahakan diupayakan".split())

KALIMAT_PASIF_GANDA = Rule(
    code="kalimat-pasif-ganda",
    level=Level.SARAN,
    title=N_("Passive twice over"),
    message=N_("Two passives in a row hide who does it: “{second}”, or name who tries."),
    why=N_(
        "Diupayakan untuk dilaksanakan leaves out twice who acts. Say who: Dinas berupaya melaksanakannya; or "
        "leave the first out."
    ),
    source="Kalimat efektif",
    spares_quotes=True,
    kind=Patterns(
        (
            Pattern(
                r"\b(?P<first>dicoba|diusahakan|diupayakan) (?:untuk )?(?P<second>di[a-z]{4,}(?:kan|i|an)?)\b",
                fix=(r"\g<second>", r"akan \g<second>"),
            ),
        ),
        words=_WORDS,
    ),
    examples=(("Jalan itu diupayakan untuk diperbaiki.", "Jalan itu diperbaiki."),),
    leave_alone=("Jalan itu diperbaiki.", "Bantuan diupayakan Dinas Sosial."),
)
