"""Words that go together: terdiri atas, didasari oleh, bergantung pada."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

_PAIRS: Final = {
    "berdasar kepada": "berdasarkan",
    "berdasarkan atas": "berdasarkan",
    "berdasarkan kepada": "berdasarkan",
    "berdasarkan pada": "berdasarkan",
    "bergantung dari": "bergantung pada",
    "bergantung kepada": "bergantung pada",
    "dasari dari": "dasari oleh",
    "didasari atas": "didasari oleh",
    "didasari dari": "didasari oleh",
    "didasari pada": "didasarkan pada",
    "didasarkan atas": "didasarkan pada",
    "diperuntukkan kepada": "diperuntukkan bagi",
    "diperuntukkan untuk": "diperuntukkan bagi",
    "disebabkan karena": "disebabkan oleh",
    "sehubungan hal": "sehubungan dengan hal",
    "sesuai kepada": "sesuai dengan",
    "tergantung dari": "bergantung pada",
    "tergantung kepada": "bergantung pada",
    "tergantung pada": "bergantung pada",
    "terdiri dari": "terdiri atas",
    "terdiri daripada": "terdiri atas",
}


def _pairs() -> dict[str, Entry]:
    return {wrong: Entry((right,)) for wrong, right in _PAIRS.items()}


PASANGAN_KATA = Rule(
    code="pasangan-kata",
    level=Level.SARAN,
    title=N_("Pair of words"),
    message=N_("These two do not go together: “{fix}”."),
    why=N_(
        "Some verbs have a preposition of their own: terdiri atas, didasari oleh, bergantung pada, disebabkan "
        "oleh, diperuntukkan bagi."
    ),
    source="TBBBI (2017)",
    kind=Words(_pairs, clitics=False),
    examples=(
        ("Panitia terdiri dari lima orang.", "Panitia terdiri atas lima orang."),
        ("Rilis itu didasari dari data.", "Rilis itu didasari oleh data."),
    ),
    leave_alone=("Panitia terdiri atas lima orang berdasarkan keputusan.",),
)
