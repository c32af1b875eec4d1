"""Loan words of religion in the spelling of KBBI. Off: many offices keep the spelling of the mosque."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_AGAMA = Rule(
    code="takbaku-agama",
    level=Level.GALAT,
    title=N_("Loan word of religion"),
    message=N_("KBBI spells “{found}” as “{fix}”."),
    why=N_(
        "KBBI has standard spellings for words of worship (salat, Ramadan, musala). Many offices keep the "
        "spelling that is nearer to Arabic; an office that follows KBBI switches this rule on."
    ),
    source="KBBI",
    on=False,
    kind=Words(partial(entries, "takbaku", "C"), names=True),
    examples=(
        ("Warga sholat di musholla.", "Warga salat di musala."),
        ("Pada bulan Ramadhan layanan tutup lebih awal.", "Pada bulan Ramadan layanan tutup lebih awal."),
    ),
    leave_alone=("Warga salat Idulfitri di lapangan.",),
)
