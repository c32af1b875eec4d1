"""``di setiap Kecamatan``: a capital for a place that is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import UNITS, regions
from ..grammar.walk import gap, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_CAPITALS: Final = frozenset(word.capitalize() for word in UNITS)

_AND: Final = frozenset({"dan", "serta", "atau", "maupun"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    until = -1
    for index in places(paragraph, UNITS):
        token = tokens[index]
        if index <= until or token.text not in _CAPITALS or token.initial or not joined(paragraph, index):
            continue
        until = index
        if gap(paragraph, index + 1) == "/" and until + 1 < len(tokens) and tokens[until + 1].text in _CAPITALS:
            until += 1
        before = tokens[index - 1].text
        if paragraph.titled or not before.islower() or _is_region(before):
            continue
        if _names_nothing(paragraph, until):
            end = tokens[until].end
            yield Hit(token.start, end, (paragraph.text[token.start : end].lower(),))


def _is_region(word: str) -> bool:
    """Whether it is a region in small letters, and the capital behind it belongs to its name: *sukabumi Kota*."""
    return word.capitalize() in regions()


def _names_nothing(paragraph: Paragraph, index: int) -> bool:
    """Whether no name can stand behind the token: a small word does, or the end of a sentence or a part of it."""
    behind = gap(paragraph, index + 1)
    if behind.strip():
        return behind[0] in ".,;)"
    tokens = paragraph.tokens
    if index + 3 < len(tokens) and tokens[index + 1].lower in _AND and tokens[index + 2].text in _CAPITALS:
        return not tokens[index + 3].capitalised  # Kota dan Kabupaten Bogor
    return index + 1 == len(tokens) or tokens[index + 1].text.islower()


KAPITAL_WILAYAH_UMUM = Rule(
    code="kapital-wilayah-umum",
    level=Level.GALAT,
    title=N_("Capital for a place that is not named"),
    message=N_("No name follows “{found}”: it is written with a small letter."),
    why=N_(
        "A word for a place or a unit of government has a capital only where a name follows it: Kecamatan "
        "Cisarua, but setiap kecamatan, tingkat provinsi, kabupaten/kota."
    ),
    eyd=("HF17",),
    kind=Judgement(_find, words=UNITS),
    examples=(
        ("Lomba diadakan di setiap Kecamatan.", "Lomba diadakan di setiap kecamatan."),
        ("Saat ini Kota/Kabupaten wajib melapor.", "Saat ini kota/kabupaten wajib melapor."),
        ("Kader di Kelurahan dan Desa mendata warga.", "Kader di kelurahan dan desa mendata warga."),
    ),
    leave_alone=(
        "Rapat di Kecamatan Cisarua dihadiri lurah.",
        "Menurut Pemerintah Kota, jalan itu aman.",
        "Warga dari Kota dan Kabupaten Bogor hadir.",
        "Bupati dan Wali Kota hadir.",
    ),
)
