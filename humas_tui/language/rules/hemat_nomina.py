"""A verb made of a noun and melakukan, and other ways to hide the deed."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_NO_DEEDS: Final = "pekerjaan|perbuatan|percobaan|perjalanan|perlawanan|pertandingan|pertemuan|pertengahan"

HEMAT_NOMINA = Rule(
    code="hemat-nomina",
    level=Level.GAYA,
    title=N_("Deed as a noun"),
    message=N_("Say it with a verb: melakukan pendataan is mendata."),
    why=N_(
        "Melakukan and a noun with pe- … -an (melakukan pendataan, melaksanakan pembinaan) hides the deed behind "
        "a noun. The verb is shorter and tells who does what: mendata, membina."
    ),
    source="Kalimat efektif: kehematan",
    kind=Patterns(
        (
            Pattern(
                r"\b(?:[Mm]e|[Dd]i)la(?:ku|ksana)kan(?:nya)?(?: kegiatan| proses)?"
                rf" (?!{_NO_DEEDS})pe[a-z]{{4,}}an\b"
            ),
        ),
        words=frozenset(
            f"{prefix}{verb}{end}"
            for prefix in ("me", "di")
            for verb in ("lakukan", "laksanakan")
            for end in ("", "nya")
        ),
    ),
    examples=(("Petugas melakukan pendataan warga.", "Petugas mendata warga."),),
    leave_alone=("Petugas mendata warga dan melakukan tugasnya.",),
)
