"""``dkk``, ``dll``: abbreviations of letters and files end with a full stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import rows
from ..grammar.walk import places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_SHORT: Final = frozenset(row[0] for row in rows("singkatan.tsv") if row[3] == "KF04a")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for index in places(paragraph, _SHORT):
        token = paragraph.tokens[index]
        if (
            token.text.isupper()
            or paragraph.text[token.start - 1 : token.start] == "/"
            or paragraph.text[token.end : token.end + 1] == "."
        ):
            continue
        yield Hit(token.start, token.end, ("Yth." if token.lower == "yth" else f"{token.text}.",))


SINGKATAN_TITIK = Rule(
    code="singkatan-titik",
    level=Level.SARAN,
    title=N_("Abbreviation without its full stop"),
    message=N_("The abbreviation ends with a full stop: “{fix}”."),
    why=N_("Abbreviations used in letters and documents end with a full stop: dkk., dll., dsb., hlm., yth."),
    eyd=("KF04a",),
    certain=True,
    kind=Judgement(_find, words=_SHORT),
    examples=(
        ("Hadir Rudi dkk dari panitia.", "Hadir Rudi dkk. dari panitia."),
        ("Alat (sapu, sekop, dll) disiapkan.", "Alat (sapu, sekop, dll.) disiapkan."),
    ),
    leave_alone=("Petugas membawa sapu, dll.", "TTD"),
)
