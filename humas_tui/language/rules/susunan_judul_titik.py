"""A full stop behind the headline."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

SUSUNAN_JUDUL_TITIK = Rule(
    code="susunan-judul-titik",
    level=Level.GALAT,
    title=N_("Full stop behind the headline"),
    message=N_("A headline has no full stop."),
    why=N_("A headline is no sentence of the text: EYD puts no full stop behind it. ? and ! may stand there."),
    source="EYD V, tanda titik: tidak dipakai pada akhir judul",
    certain=True,
    fields=("headline",),
    kind=Patterns((Pattern(r"(?<![.…])(?P<at>(?P<last>[\w)”\"])\.)\s*$", r"\g<last>"),), marks=frozenset(".")),
    examples=(("Delapan Puskesmas Buka Layanan Sore.", "Delapan Puskesmas Buka Layanan Sore"),),
    leave_alone=("Siapa yang Boleh Mendaftar?", "Layanan Sore Dibuka Lagi …"),
)
