"""``GIAT BERSIH SUNGAI``: words in capitals throughout."""

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

#: Two words or more that no abbreviation is as long as, or that follow each other in three.
_LOUD: Final = re.compile(r"\b[A-Z]{2,}(?:[ -][A-Z]{2,})+\b")
_LONG: Final = 6  # letters: abbreviations are shorter
_DATELINE: Final = re.compile(r"\s*(?:[,(–—|:-]|$)")


#: Words that somebody wants to be heard; a single one of them is loud enough.
_HEARD: Final = frozenset(
    "GRATIS WAJIB PENTING SEGERA DILARANG HARUS SEMUA SELURUH JANGAN SANGAT SEKARANG HANYA BEBAS RESMI".split()
) | frozenset(word.upper() for word in lines("kata_umum.txt") if len(word) > 4)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    if text.isupper() and paragraph.role != "headline":
        return
    for index, token in enumerate(paragraph.tokens):
        if token.text in _HEARD and not _shouts(paragraph, index - 1) and not _shouts(paragraph, index + 1):
            yield Hit(token.start, token.end, (token.text.capitalize() if token.initial else token.lower,))
    for match in _LOUD.finditer(text):
        words = match[0].split(" ")
        loud = sum(len(word) >= _LONG for word in words) + (len(words) > 3) > 1
        if not loud and not (paragraph.role == "headline" and text.isupper()):
            continue
        if paragraph.role == "body" and match.start() < 3 and _DATELINE.match(text, match.end()):
            continue
        yield Hit(*match.span(), (_lowered(words),))


def _shouts(paragraph: Paragraph, index: int) -> bool:
    """Whether the word there is in capitals as well: then it is a run of them."""
    return 0 <= index < len(paragraph.tokens) and paragraph.tokens[index].text.isupper()


def _lowered(words: list[str]) -> str:
    return " ".join(word.lower() if word.lower() in FUNCTION_WORDS else word.title() for word in words)


KAPITAL_SEMUA = Rule(
    code="kapital-semua",
    level=Level.GAYA,
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
        ("Layanan itu GRATIS bagi warga.", "Layanan itu gratis bagi warga."),
        ("Program SEMESTA BERENCANA dimulai.", "Program Semesta Berencana dimulai."),
    ),
    leave_alone=(
        "BEKASI UTARA — Wali Kota membuka pasar.",
        "DPRD DKI dan BPBD DIY rapat.",
        "RSUD R SYAMSUDIN hadir.",
    ),
)
