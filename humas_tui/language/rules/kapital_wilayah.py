"""``kota Bandung``: what a place is belongs to its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import DAYS, FUNCTION_WORDS, MONTHS, NATURE, OFFICES, UNITS
from ..grammar.walk import capital_follows, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = UNITS | NATURE
#: Before them the word means no place that bears the name: *ibu kota Jawa Barat*, *anak sungai*.
_NOT_AFTER: Final = frozenset(
    "ibu ibukota anak antar dalam luar tengah pinggir semua para seluruh setiap tiap".split()
)
#: Capitals that begin no name of a place.
_NO_NAME: Final = (
    DAYS
    | MONTHS
    | UNITS
    | OFFICES
    | FUNCTION_WORDS
    | frozenset(
        "indonesia anda bapak ibu saya kami kita beliau ia dia wali kepala dinas pemerintah tuhan allah".split()
    )
)
_ROADS: Final = frozenset({"jalan", "gang"})
#: A road is named where somebody stands in it; *jalan Betung–Sekayu* is one that leads from there to here.
_ON_THE_ROAD: Final = frozenset("di ke dari sepanjang".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS | _ROADS):
        token = tokens[index]
        if token.capitalised or not capital_follows(paragraph, index):
            continue
        name = tokens[index + 1]
        before = tokens[index - 1].lower if index else ""
        if name.lower in _NO_NAME or before in _NOT_AFTER or (len(name.text) > 1 and name.text.isupper()):
            continue
        if token.lower in _ROADS and (before not in _ON_THE_ROAD or "-" in name.text):
            continue
        yield Hit(token.start, token.end, (token.text.capitalize(),), names={"name": name.text})


KAPITAL_WILAYAH = Rule(
    code="kapital-wilayah",
    level=Level.GALAT,
    title=N_("Small letter in the name of a place"),
    message=N_("“{found}” is part of the name “{fix} {name}” and begins with a capital."),
    why=N_(
        "A word for a place (city, regency, village, river, island, street) is part of the name that follows it "
        "and begins with a capital: Kota Bandung, Sungai Musi, Jalan Diponegoro. Without a name it is a common "
        "word: ibu kota, peta jalan, kota kelahiran."
    ),
    eyd=("HF16",),
    kind=Judgement(_find, words=_WORDS | _ROADS),
    examples=(
        ("Warga kota Bandung memilah sampah.", "Warga Kota Bandung memilah sampah."),
        ("Banjir merendam desa Sukamaju, kecamatan Cibeber.", "Banjir merendam Desa Sukamaju, Kecamatan Cibeber."),
        ("Air sungai Citarum meluap.", "Air Sungai Citarum meluap."),
        ("Kirab melewati lapangan di jalan Merdeka.", "Kirab melewati lapangan di Jalan Merdeka."),
    ),
    leave_alone=(
        "Pontianak adalah ibu kota Kalimantan Barat.",
        "Pemerintah menyusun peta jalan Making Indonesia.",
        "Ia kembali ke kota kelahiran Soekarno.",
        "Perbaikan jalan Sekayu-Betung dimulai.",
        "Pertemuan di kota Senin pagi.",
    ),
)
