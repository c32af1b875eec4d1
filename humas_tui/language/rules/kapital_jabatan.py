"""``gubernur Ridwan``: an office before the name of the one who holds it, or of what is governed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import DAYS, FUNCTION_WORDS, MONTHS, NOBODY, OFFICES
from ..grammar.walk import capital_follows, joined, places, title_case
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: The two words of an office, and what may stand before it as part of it.
_PAIRS: Final = {"wali": "kota", "kepala": "desa", "perdana": "menteri"}
_WORDS: Final = OFFICES | frozenset(_PAIRS)
_BEFORE: Final = frozenset({"wakil", "penjabat"})
_NO_NAME: Final = DAYS | MONTHS | FUNCTION_WORDS | frozenset("kabinet indonesia direktur anda se".split())
_SHORT_NAMES: Final = frozenset({"RI", "AS"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        last = index
        if token.lower in _PAIRS:
            last += 1
            if last == len(tokens) or tokens[last].lower != _PAIRS[token.lower] or not joined(paragraph, last):
                continue
        elif index and tokens[index - 1].lower in _PAIRS and joined(paragraph, index):
            continue
        if token.capitalised or not capital_follows(paragraph, last):
            continue
        first = index
        if index and tokens[index - 1].text in _BEFORE and joined(paragraph, index):
            first -= 1
        if (first and tokens[first - 1].lower in NOBODY) or not _is_name(tokens[last + 1].text):
            continue
        start, end = tokens[first].start, tokens[last].end
        yield Hit(start, end, (title_case(paragraph.text[start:end]),))


def _is_name(word: str) -> bool:
    if len(word) > 1 and word.isupper():
        return word in _SHORT_NAMES
    return word.lower() not in _NO_NAME


KAPITAL_JABATAN = Rule(
    code="kapital-jabatan",
    level=Level.GALAT,
    title=N_("Office before a name in small letters"),
    message=N_("Before the name of a person or a place the office begins with a capital: “{fix}”."),
    why=N_(
        "An office begins with a capital where the name of its holder, of an authority or of a place follows: "
        "Gubernur Jawa Barat, Wakil Bupati Garut. Without a name, or of many, it has none: para bupati, calon "
        "wali kota."
    ),
    eyd=("HF10",),
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Acara dibuka bupati Siti Rahma.", "Acara dibuka Bupati Siti Rahma."),
        ("Surat itu diteken wakil wali kota Bogor.", "Surat itu diteken Wakil Wali Kota Bogor."),
        ("Warga menemui kepala desa Sukamaju.", "Warga menemui Kepala Desa Sukamaju."),
    ),
    leave_alone=(
        "Para bupati Jawa Barat berkumpul.",
        "Calon gubernur DKI berdebat.",
        "Ia dilantik menjadi camat.",
    ),
)
