"""per, for each, is a word of its own: per tahun."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

_UNITS: Final = (
    "hari minggu bulan tahun triwulan semester jam menit detik orang jiwa kapita kilogram kilometer hektare liter "
    "meter ton lembar unit kepala paket"
).split()


def _joined() -> dict[str, Entry]:
    return {f"per{unit}": Entry((f"per {unit}",)) for unit in _UNITS}


TERIKAT_PER = Rule(
    code="terikat-per",
    level=Level.GALAT,
    title=N_("per written together"),
    message=N_("Per, for each, is a word of its own: “{fix}”."),
    why=N_(
        "Per in the sense of each, from or by is written apart: per tahun, per orang, per 1 Januari. Joined "
        "stands the prefix per-: perorangan, perkotaan."
    ),
    eyd=("KE03",),
    certain=True,
    kind=Words(_joined),
    examples=(("Tarifnya Rp2.000 perorang perhari.", "Tarifnya Rp2.000 per orang per hari."),),
    leave_alone=("Usaha perorangan dibantu per tahun.",),
)
