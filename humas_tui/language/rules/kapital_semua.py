"""``GIAT BERSIH SUNGAI``: words in capitals throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import FUNCTION_WORDS
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: Two words or more that no abbreviation is as long as, or that follow each other in three.
_LOUD: Final = re.compile(r"\b[A-Z]{2,}(?:[ -][A-Z]{2,})+\b")
_LONG: Final = 6  # letters: abbreviations are shorter
_DATELINE: Final = re.compile(r"\s*(?:[,(–—|:-]|$)")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _LOUD.finditer(text):
        words = match[0].split(" ")
        if sum(len(word) >= _LONG for word in words) + (len(words) > 3) < 2 and paragraph.role != "headline":
            continue
        if paragraph.role == "body" and match.start() < 3 and _DATELINE.match(text, match.end()):
            continue
        yield Hit(*match.span(), (_lowered(words),))


def _lowered(words: list[str]) -> str:
    return " ".join(word.lower() if word.lower() in FUNCTION_WORDS else word.title() for word in words)


KAPITAL_SEMUA = Rule(
    code="kapital-semua",
    level=Level.SARAN,
    title=N_("Words in capitals throughout"),
    message=N_("Capitals throughout are hard to read and shout at the reader: “{fix}”."),
    why=N_(
        "Only abbreviations are written in capitals throughout. A name of a programme, a heading or a headline "
        "has a capital at the begin of each word."
    ),
    eyd=("HF20", "HF21"),
    kind=Judgement(_find),
    examples=(
        (
            "Aksi GIAT BERSIH SUNGAI DAN PEMBUATAN TAMAN digelar.",
            "Aksi Giat Bersih Sungai dan Pembuatan Taman digelar.",
        ),
        ("Program SEMESTA BERENCANA dimulai.", "Program Semesta Berencana dimulai."),
    ),
    leave_alone=(
        "BEKASI UTARA — Wali Kota membuka pasar.",
        "DPRD DKI dan BPBD DIY rapat.",
        "RSUD R SYAMSUDIN hadir.",
    ),
)
