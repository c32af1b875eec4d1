"""An ordinal without its hyphen, or with one before a Roman figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: “ke 5 negara” is a way, “HUT ke 5” an ordinal. One of these begins what is counted off, some words before it …
_BEGINS: Final = re.compile(
    r"\b(?:(?i:hut|ulang tahun|ultah|hari jadi|milad|harlah|dies natalis|haul|muktamar|kongres|munas|mtq)\b"
    r"|(?i:sesi|putaran)\b|[Hh]ari [A-Z])"
)
_REACH: Final = 6  # words
#: … or one of these stands beside it …
_BESIDE: Final = frozenset(
    """
    abad peringkat urutan posisi ranking presiden gubernur bupati angkatan edisi periode gelombang seri jilid
    generasi kloter episode babak etape juara terbesar terbanyak terbaik tertinggi terluas yang kali hari pekan
    minggu
    bulan tahun tahap lantai anak
    """.split()
)
#: … or this behind it; but nowhere one goes to, unless what is counted off stands beside it.
_TIMES: Final = frozenset({"kali", "kalinya"})
_PLACES: Final = frozenset(
    """
    negara kota kabupaten provinsi desa kelurahan kecamatan daerah wilayah titik lokasi tempat rumah sekolah masjid
    kantor orang warga keluarga pihak nomor rekening jam persen juta ribu miliar derajat arah puskesmas pasar pulau
    besar teratas
    """.split()
)
_LOOSE: Final = re.compile(
    r"(?P<ke>[Kk][Ee])(?<![\w-]..)(?P<gap>[ \u00a0]*[-–]?[ \u00a0]*)(?P<figure>\d{1,3})(?![\w/]|[.,]\d)"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _LOOSE.finditer(paragraph.text):
        gap = match["gap"]
        if gap != "-" and (not gap.isspace() or _is_ordinal(paragraph, match)):
            yield Hit(*match.span(), (f"{match['ke']}-{match['figure']}",))


def _is_ordinal(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether something is counted off here, and nobody goes anywhere."""
    tokens = paragraph.tokens
    index = paragraph.token_at(match.start())  # of “ke”; the figure is the next
    behind = tokens[index + 2].lower if index + 2 < len(tokens) else ""
    if behind in _TIMES:
        return True
    sentence = max((begin for begin, _end in paragraph.sentences if begin <= match.start()), default=0)
    start = max(sentence, tokens[max(0, index - _REACH)].start)
    begun = list(_BEGINS.finditer(paragraph.text, start, match.start()))
    if begun and not paragraph.text[begun[-1].end() : match.start()].strip():
        return True
    beside = index > 0 and tokens[index - 1].start >= sentence and tokens[index - 1].lower in _BESIDE
    return (bool(begun) or beside) and behind not in _PLACES


ANGKA_KE = Rule(
    code="angka-ke",
    level=Level.GALAT,
    title=N_("Ordinal without its hyphen"),
    message=N_("A hyphen joins “ke-” to its figure: “{fix}”."),
    why=N_(
        "An ordinal is written *ke-5*, *kelima* or *V*. Without the hyphen *ke* is a preposition, and the "
        "reader goes to five countries: *ke 5 negara*."
    ),
    eyd=("KG09", "TE05"),
    kind=Judgement(_find, marks=frozenset("0123456789")),
    examples=(
        ("HUT ke 79 RI diperingati di balai kota.", "HUT ke-79 RI diperingati di balai kota."),
        ("Hari Jadi Kota Sukabumi ke -102 meriah.", "Hari Jadi Kota Sukabumi ke-102 meriah."),
        ("Untuk yang ke 3 kalinya kota itu menang.", "Untuk yang ke-3 kalinya kota itu menang."),
        ("Kota itu merayakan HUT ke 16 Kabupaten Induk.", "Kota itu merayakan HUT ke-16 Kabupaten Induk."),
        ("Peringkat ke74 diraih kota itu.", "Peringkat ke-74 diraih kota itu."),
    ),
    leave_alone=(
        "HUT ke-79 RI diperingati di balai kota.",
        "Hari ini harga turun ke 14, dan anak yang menang ke 10 besar.",
        "Bantuan dikirim ke 5 negara dan ke 12 titik.",
        "Pada tahun 2019 rombongan pergi ke 3 kota.",
        "Hubungi ke 0812 atau ke 112.",
    ),
)
