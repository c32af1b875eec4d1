"""No hyphen behind a bound form, unless a capital or a figure follows (antarkota, non-ASN)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..bound import bound_forms, standard
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_SHORTEST: Final = 3  # letters of what follows
#: English words are written in English.
_ENGLISH: Final = frozenset({"stop", "aging", "profit", "fiction", "stick", "bullying", "virus", "tasking"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if "-" not in paragraph.characters:
        return
    forms = bound_forms()
    for token in paragraph.tokens:
        head, hyphen, rest = token.text.partition("-")
        if not hyphen or len(rest) < _SHORTEST or head.lower() not in forms:
            continue
        if rest.isalpha() and rest == rest.lower() and rest not in _ENGLISH | {head.lower()}:
            yield Hit(token.start, token.end, (standard(head) + rest,))


TERIKAT_HUBUNG = Rule(
    code="terikat-hubung",
    level=Level.GAYA,
    title=N_("Hyphen behind a bound form"),
    message=N_("No hyphen before a small letter: “{fix}”."),
    why=N_(
        "A bound form is joined to the word that follows without a hyphen: antarkota, nonformal, pascabencana. "
        "The hyphen is for capitals and figures: non-ASN, pasca-2024."
    ),
    eyd=("KB01b",),
    kind=Judgement(_find, marks=frozenset("-")),
    examples=(
        ("Bus antar-kota dan pendidikan non-formal.", "Bus antarkota dan pendidikan nonformal."),
        ("Pasca-bencana, warga pulang.", "Pascabencana, warga pulang."),
    ),
    leave_alone=("Pegawai non-ASN bekerja non-stop pasca-Lebaran.",),
)
