"""di and ke before a name are words of their own (di Jakarta)."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

DEPAN_NAMA = Rule(
    code="depan-nama",
    level=Level.GALAT,
    title=N_("Preposition joined to a name"),
    message=N_("The preposition is a word of its own: “{fix}”."),
    why=N_(
        "Before the name of a place di and ke stand by themselves, without a hyphen: di Jakarta, ke Bandung. The "
        "hyphen belongs to prefixes: di-Indonesia-kan, ke-Tuhan-an."
    ),
    eyd=("KD01",),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"(?<![\w-])(?P<at>(?P<word>[Dd]i|ke)-?(?P<name>[A-Z][a-z]{2,}(?<!an)(?<!i)))(?![\w-])",
                r"\g<word> \g<name>",
            ),
        ),
    ),
    examples=(
        ("Rapat diBandung pindah ke-Jakarta.", "Rapat di Bandung pindah ke Jakarta."),
        ("Pameran dibuka di-Gedung Sate.", "Pameran dibuka di Gedung Sate."),
    ),
    leave_alone=(
        "Naskah itu di-Indonesiakan.",
        "Pak Dimas ke Jakarta pada HUT ke-80.",
        "Semangat ke-Indonesiaan.",
    ),
)
