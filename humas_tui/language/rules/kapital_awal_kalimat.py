"""``… di aula. dalam sambutannya``: a sentence begins with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import lines
from ..grammar.names import FUNCTION_WORDS
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..sentences import ABBREVIATIONS

_BEGIN: Final = re.compile(r"(?<=[\w)%])\. +(?P<word>[a-z]{2,})(?=[ ,])")
_BEFORE: Final = re.compile(r"[^\s(“\"]+$")
_SHORT: Final = ABBREVIATIONS | {"mis", "bdk", "lih", "no"}
_LONGEST: Final = 24  # characters: no abbreviation is longer
_FIRST: Final = re.compile(r"(?P<word>[a-z]{3,})(?P<small> [a-z]+ [a-z]+)?(?= )")
#: Known for no name of a program or a firm, which may begin so.
_COMMON: Final = frozenset(lines("kata_umum.txt")) | FUNCTION_WORDS


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    first = _FIRST.match(text)
    known = first is not None and (first["small"] or first["word"] in _COMMON)
    if first is not None and known and paragraph.role == "body" and text.rstrip()[-1] in '.!?"”':
        yield Hit(*first.span("word"), (first["word"].capitalize(),))
    for match in _BEGIN.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        if before is None or _is_short(before[0]):
            continue
        yield Hit(*match.span("word"), (match["word"].capitalize(),))


def _is_short(word: str) -> bool:
    """Whether the full stop belongs to the word: an abbreviation, an initial, a number."""
    return len(word) < 3 or "." in word or word.lower() in _SHORT or (not word.isalpha() and word[-1] != ")")


KAPITAL_AWAL_KALIMAT = Rule(
    code="kapital-awal-kalimat",
    level=Level.SARAN,
    title=N_("Sentence that begins with a small letter"),
    message=N_("A sentence begins with a capital: “{fix}”."),
    why=N_("The first letter of a sentence is a capital."),
    eyd=("HF01",),
    kind=Judgement(_find),
    examples=(
        (
            "Rapat dibuka pukul 08.00 di aula. dalam sambutannya, Camat berterima kasih.",
            "Rapat dibuka pukul 08.00 di aula. Dalam sambutannya, Camat berterima kasih.",
        ),
        ("pada acara itu hadir pula tokoh masyarakat.", "Pada acara itu hadir pula tokoh masyarakat."),
    ),
    leave_alone=(
        "Turut hadir dr. spesialis anak dan ns. senior.",
        "Petugas membawa sapu, sekop, dll. untuk kerja bakti.",
        "“Kapan dibuka?” tanya warga.",
        "- sapu lidi dan pengki",
    ),
)
