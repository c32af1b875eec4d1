"""``Barat, (20/11)``: no comma before a bracket."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_MARKS: Final = frozenset("(")

KOMA_KURUNG = Rule(
    code="koma-kurung",
    level=Level.GAYA,
    title=N_("Comma before a bracket"),
    message=N_("What stands in brackets needs no comma before it."),
    why=N_(
        "Brackets part an addition from the sentence by themselves; a comma before them is one too many. "
        "The numbers of a list in brackets are another thing: (1) …, (2) …."
    ),
    eyd=("TL01",),
    certain=True,
    kind=Patterns((Pattern(r"(?<=\w)(?P<at> ?, ?\()(?!(?:\d{1,2}|[a-zA-Z])\))", fix=" ("),), marks=_MARKS),
    examples=(("Rapat digelar di Bogor, (20/11/2019).", "Rapat digelar di Bogor (20/11/2019)."),),
    leave_alone=("Syaratnya (1) KTP, (2) KK, dan (3) surat.", "Rapat digelar di Bogor (20/11/2019)."),
)
