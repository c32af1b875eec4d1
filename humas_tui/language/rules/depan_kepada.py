"""To people: kepada, not ke."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

#: Behind these somebody goes there: turun ke masyarakat.
_MOTION: Final = frozenset("turun terjun kembali langsung pergi datang jemput dari akses sampai hingga".split())
_PEOPLE: Final = (
    "masyarakat|warga|publik|wartawan|petani|nelayan|pelajar|siswa|korban|konsumen|pelanggan|pengungsi|peserta"
)


def _goes_there(paragraph: Paragraph, match: re.Match[str]) -> bool:
    index = paragraph.token_at(match.start())
    return index > 0 and paragraph.tokens[index - 1].lower in _MOTION


DEPAN_KEPADA = Rule(
    code="depan-kepada",
    level=Level.GAYA,
    title=N_("ke before people"),
    message=N_("To people it is kepada: “{fix}”."),
    why=N_(
        "Ke leads to a place, kepada to people: ke pasar, kepada masyarakat. Where somebody goes among them, ke "
        "is right: turun ke masyarakat."
    ),
    source="TBBBI (2017)",
    kind=Patterns(
        (Pattern(rf"\b(?P<at>(?P<k>[Kk])e) (?=(?:{_PEOPLE})\b)", r"\g<k>epada", unless=_goes_there),),
        words=frozenset(_PEOPLE.split("|")),
    ),
    examples=(("Informasi disampaikan ke masyarakat.", "Informasi disampaikan kepada masyarakat."),),
    leave_alone=("Lurah turun ke masyarakat dan pergi ke pasar.",),
)
