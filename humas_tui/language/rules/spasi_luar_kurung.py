"""No space between parentheses and the words around them."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

#: Part of a word in parentheses: siswa(i), (me)makai. It has no more letters, all of them small.
_PART_OF_A_WORD: Final = 4


def _glued(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the parentheses belong to the word, or hold the code of an area before its number."""
    opening = paragraph.text.rfind("(", 0, match.start())
    inside = paragraph.text[opening + 1 : match.start()]
    part = inside.isalpha() and inside.islower() and len(inside) <= _PART_OF_A_WORD
    code = inside.lstrip("+").isdigit() and paragraph.text[match.end() : match.end() + 1].isdigit()
    return opening >= 0 and (part or code)


SPASI_LUAR_KURUNG = Rule(
    code="spasi-luar-kurung",
    level=Level.GALAT,
    title=N_("No space outside parentheses"),
    message=N_("A space is missing outside the parentheses."),
    why=N_(
        "A space parts the opening parenthesis from the word before it, and the closing one from the next word."
    ),
    source="Kaidah pengetikan",
    certain=True,
    kind=Patterns(
        (
            Pattern(r"\((?<=[^\W_]\()(?![-–]|[a-z]{1,4}\)|\w\))(?=[^()]{1,200}\))", fix=" ("),
            Pattern(r"\)(?<=[\w.%”\"]\))(?=[^\W_])", fix=") ", unless=_glued),
        ),
        marks=frozenset("()"),
    ),
    examples=(
        ("Pelaksana tugas(Plt.) camat hadir.", "Pelaksana tugas (Plt.) camat hadir."),
        ("Dinas Kesehatan (Dinkes)membuka posko.", "Dinas Kesehatan (Dinkes) membuka posko."),
    ),
    leave_alone=(
        "Para siswa(i) dan warga (me)nyanyi bersama.",
        "Hubungi (0266)221766 atau (0266) 221766.",
        "Peserta (20), wali (15), dan guru(-guru) hadir.",
    ),
)
