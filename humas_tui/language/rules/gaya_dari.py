"""``tujuan dari kegiatan``: *dari* that may go."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_NOUNS: Final = (
    "tujuan|isi|makna|arti|fungsi|tema|inti|maksud|judul|manfaat|nama|peran|pelaksanaan|penyelenggaraan"
)

GAYA_DARI = Rule(
    code="gaya-dari",
    level=Level.GAYA,
    title=N_("“Dari” between two nouns"),
    message=N_("“{noun}” needs no “dari” behind it."),
    why=N_(
        "What belongs to what needs no word in Indonesian: tujuan kegiatan, isi surat. Dari tells where "
        "something comes from."
    ),
    source="Kehematan kalimat efektif",
    kind=Patterns(
        (Pattern(rf"\b(?P<noun>{_NOUNS}) dari(?= [a-z])(?! (?:sini|sana|mana|situ|pada)\b)", fix=r"\g<noun>"),),
        words=frozenset(_NOUNS.split("|")),
    ),
    examples=(("Itulah tujuan dari kegiatan ini.", "Itulah tujuan kegiatan ini."),),
    leave_alone=("Itulah tujuan kegiatan ini.",),
)
