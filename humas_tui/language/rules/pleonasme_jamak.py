"""A plural told twice: para guru-guru, beberapa daerah-daerah."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

#: Doubled words that are no plural.
_NO_PLURAL: Final = (
    "alun|biri|cita|ciri|cumi|gara|hati|hari|kira|kisi|kupu|kura|kunang|laba|laki|layang|lumba|masing|mata|oleh|orang|"
    "paru|pura|rata|sama|sehari|seolah|tiba|ubun|umbul|undang|besar|baik|benar|betul|anak"
)
_MANY: Final = "[Pp]ara|[Bb]anyak|[Bb]eberapa|[Ss]emua|[Ss]eluruh|[Bb]erbagai(?: macam)?|[Ss]ejumlah|[Kk]umpulan"

PLEONASME_JAMAK = Rule(
    code="pleonasme-jamak",
    level=Level.SARAN,
    title=N_("Plural told twice"),
    message=N_("The plural is told twice: “{fix}”."),
    why=N_(
        "Para, beberapa, semua, seluruh, berbagai, sejumlah tell the plural already; the noun is not doubled as "
        "well: para guru or guru-guru."
    ),
    source="Kalimat efektif: kehematan",
    kind=Patterns(
        (
            Pattern(
                rf"\b(?:{_MANY}) (?P<at>(?!(?:{_NO_PLURAL})-)(?P<noun>[a-z]{{3,}})-(?P=noun)(?P<end>nya|an)?)\b",
                r"\g<noun>\g<end>",
            ),
        ),
        marks=frozenset("-"),
    ),
    examples=(("Para guru-guru dan beberapa daerah-daerah.", "Para guru dan beberapa daerah."),),
    leave_alone=("Semua undang-undang dan banyak laki-laki.", "Guru-guru hadir."),
)
