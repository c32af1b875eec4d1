"""Two single quotation marks in the place of a double one."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule


def _double(match: re.Match[str]) -> str:
    """The mark that was meant: a straight one for straight ones, else turned as its side of the word asks."""
    if match[0] == "''":
        return '"'
    return "“" if match.string[: match.start()][-1:].strip() in ("", "(") else "”"


PETIK_DUA_TUNGGAL = Rule(
    code="petik-dua-tunggal",
    level=Level.GALAT,
    title=N_("Two single quotation marks for a double one"),
    message=N_("Two single quotation marks stand for one double mark: {fix}"),
    why=N_(
        "Direct speech stands between double quotation marks. Two single ones look alike on the screen only; "
        "they are torn apart at the end of a line, and no program finds the quotation."
    ),
    eyd=("TJ01",),
    certain=True,
    kind=Patterns(
        (Pattern(r"(?<![‘’'])[‘’']{2}(?![‘’'])", fix=_double),),
        marks=frozenset("‘’'"),
    ),
    examples=(
        ("‘‘Pelayanan dibuka lagi,’’ kata Rina.", "“Pelayanan dibuka lagi,” kata Rina."),
        ("''Warga senang,'' ujarnya.", '"Warga senang," ujarnya.'),
    ),
    leave_alone=("Ia bercerita, “Anak saya bilang, ‘Ayo.’”", "Ma'ruf dan Jum'at."),
)
