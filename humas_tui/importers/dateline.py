"""The dateline: ``SUKABUMI, bipol.co-Peran Humas …`` is a place, a paper, and a first sentence.

No gazetteer is asked: the place of a release is a district or a village as often as a city, and there are
eighty thousand. A dateline is known by its form; words that open a sentence or name an office in the same
form (``PKK-``, ``SIARAN PERS –``, ``Wali Kota –``) are told apart by the lists below. When in doubt it is
none: the text then stays as it is, and nothing is lost. Forms: releases and local papers, 2018 to 2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..text import blocks as b
from ..text.dates import find_date
from .furniture import WEEKDAYS

#: A dateline stands in so many first characters of a paragraph.
REACH: Final = 160

_SEPARATOR: Final = re.compile(r"\s*(?:-{1,3}|[–—])\s*|\s*:\s+")
_MEDIUM: Final = r"(?i:[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|news|org|info|tv|press|example))"
_WORD: Final = r"[A-Z][\w.’'-]*"
_DATELINE: Final = re.compile(
    rf"(?:(?P<agency>{_MEDIUM}|KBRN|ANTARA|RRI)\s*[,|]\s*)?"
    rf"(?P<place>{_WORD}(?:\ {_WORD}){{0,4}})"
    r"(?P<additions>(?:\s*,[^,():|\n]{1,40}){0,3})"
    r"(?:\s*,?\s*\((?P<note>[^()\n]{1,40})\))?"
)
_BEGINNING: Final = re.compile(r"[“”\"‘'’*_\[(\\]*(?:\d|[^\W\d_])")
_EMPHASIS: Final = re.compile(r"(?P<mark>\*\*|__|\*|_)(?P<inside>[^*_\n]{1,160}?)(?P=mark)")
_DOMAIN: Final = re.compile(_MEDIUM)
_WEEKDAY: Final = re.compile(WEEKDAYS, re.IGNORECASE)

# A word that never is in the name of a place, though it may stand where a place does.
_NO_PLACE: Final = re.compile(
    r"(?:pem(?:kot|kab|prov|erintah|da|des)|(?:dis|din|kem(?:en)?)[a-z]{3,}|pol(?:res|da|sek|ri|resta|isi)|"
    r"badan|dinas|bagian|biro|bidang|kantor|kementerian|sekretariat|setda|sekda|sekretaris|lembaga|komisi|"
    r"wali|walikota|wako|wawali|bupati|wabup|gubernur|wagub|presiden|menteri|menko|wapres|wakil|ketua|kepala|"
    r"kadis|kabag|kasubag|camat|lurah|kapolres|kapolda|dandim|danrem|pj|plt|plh|pjs|ibu|bapak|pak|bu|"
    r"siaran|pers|press|rilis|release|realese|keterangan|klarifikasi|undangan|liputan|ralat|penarikan|"
    r"pengumuman|imbauan|informasi|info|berita|update|breaking|news|foto|video|catatan|nb|ps|hak|jawab|"
    r"tema|agenda|acara|waktu|tempat|tanggal|hari|pukul|perihal|hal|lampiran|nomor|no|kepada|yth|dari|sifat|"
    r"pendahuluan|kesimpulan|penutup|latar|belakang|artinya|tanya|jawaban|pertanyaan|contoh|sumber|penulis|"
    r"editor|reporter|pewarta|kontributor|laporan|narasumber|narahubung|kontak|telp|telepon|email|judul|"
    r"peran|program|kegiatan|rapat|peringatan|lomba|festival|pelatihan|workshop|seminar|jalan|jl|gedung|"
    r"bulog|baznas|korpri|koni|bappeda|bapenda|bawaslu|basarnas|satpol|damkar|tagana|puskesmas|posyandu|"
    r"perumda|pramuka|kodim|korem|kejari|kejati|kadin|kpud?|tni|smkn?|sman?|smpn?|sdn?|ini|itu|yang|dan|"
    r"senin|selasa|rabu|kamis|jumat|sabtu|ahad|minggu|kesehatan|covid)\.?",
    re.IGNORECASE,
)
_GENERIC: Final = frozenset("kota kabupaten kab. kecamatan kec. desa kelurahan provinsi".split())
#: Regencies and provinces that are known by capitals alone; other short capitals are offices.
_CAPITALS: Final = frozenset("DIY DKI IKN NTB NTT OKI OKU PALI TTS TTU".split())
#: How a syllable of Indonesian may begin with more than one consonant; ``BPBD`` and ``PGRI`` do not.
_ONSETS: Final = frozenset(
    "BL BR CL CR DR DW FL FR GL GR GW KH KL KR KW NG NGR NY PL PR PS SK SL SM SN SP SR ST STR SW SY TR TW".split()
)
# What follows a place that is glued to it: ``Muarasabak-Kabupaten …``, but not ``Semarang-Demak …``.
_OPENERS: Final = frozenset(
    "anggota badan bupati camat dalam dinas gubernur guna hari jajaran kabupaten kantor kepala ketua kota lurah "
    "masyarakat memasuki menjelang pada para pelaksana pemerintah pemkab pemkot pemprov penjabat peran pj plt "
    "program puluhan ratusan ribuan sebagai sebanyak sejumlah sekretaris seluruh setelah tim untuk wakil wali "
    "walikota warga".split()
)
_PROVINCES: Final = frozenset(
    "aceh bali banten bengkulu gorontalo jambi lampung maluku papua riau indonesia yogyakarta jawa sumatera "
    "kalimantan sulawesi nusa kepulauan kota kabupaten kab kab. provinsi kecamatan kec kec.".split()
)
_UNITS: Final = re.compile(
    r"(?:\w*humas\w*|\w*kominfo\w*|\w*news\w*|\w*pos|\w*post|tribun\w*|detik\w*|kompas\w*|antara\w*|radar|media|"
    r"suara|harian|koran|jurnal|info\w*|mc|rri|lkbn|liputan\w*|warta|kabar|berita|redaksi|[A-Z]{2,3})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dateline:
    """A dateline as found. ``place`` may be empty where only a paper is named; ``sources`` are papers and
    units; ``days`` are dates as written; ``rest`` is the paragraph behind it, Markdown."""

    place: str
    sources: tuple[str, ...]
    days: tuple[str, ...]
    rest: str


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph of Markdown, or None."""
    emphasis = _EMPHASIS.match(paragraph)
    inside = emphasis["inside"] if emphasis else ""
    text = inside + paragraph[emphasis.end() :] if emphasis else paragraph
    for separator in _SEPARATOR.finditer(text, 0, REACH):
        opening = _DATELINE.fullmatch(text[: separator.start()])
        if opening is None or not _is_dateline(opening, separator[0], text[separator.end() :]):
            continue
        rest = text[separator.end() :]
        if emphasis and separator.end() < len(inside):
            mark = emphasis["mark"]
            rest = f"{mark}{inside[separator.end() :]}{mark}{text[len(inside) :]}"
        return _sorted_out(opening, rest)
    return None


def _is_dateline(opening: re.Match[str], separator: str, rest: str) -> bool:
    """Whether words in the form of a dateline are one, seen before their separator and what follows."""
    beginning = _BEGINNING.match(rest)
    if (
        beginning is None
        or beginning[0][-1].islower()
        or len(rest.split(maxsplit=12)) < (12 if ":" in separator else 5)
    ):
        return False
    place = opening["place"]
    if _DOMAIN.fullmatch(place):
        return not opening["additions"]
    if place.casefold() in _GENERIC or any(
        _NO_PLACE.fullmatch(word) or _is_acronym(word) for word in place.split()
    ):
        return False
    if not all(map(_is_addition, _additions(opening))):
        return False
    if ":" in separator:
        return "." in rest and place.count(" ") <= 1
    if separator == "-" and not (opening["additions"] or opening["note"]):
        first = re.match(r"\W*([^\W\d_]*)", rest)
        word = first[1] if first else ""
        return (place.isupper() and not word.isupper()) or word.casefold() in _OPENERS
    return True


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals is too short, or cannot be spoken: ``PKK``, ``BPBD``, ``UMKM``."""
    if not word.isupper() or word in _CAPITALS or "." in word:
        return False
    if not 3 < len(word) < 6:
        return len(word) <= 3
    onset, *middle, coda = re.split("[AEIOUY]+", word) if re.search("[AEIOUY]", word) else (word, "")
    return (
        (len(onset) > 1 and onset not in _ONSETS)
        or (len(coda) > 1 and coda != "NG")
        or any(len(run) > 2 for run in middle)
    )


def _additions(opening: re.Match[str]) -> list[str]:
    return [part.strip(" *_") for part in opening["additions"].split(",")[1:]]


def _is_addition(part: str) -> bool:
    """Whether words behind the place can belong to a dateline: a paper, a date, a region in capitals."""
    return bool(part) and (_is_source(part) or _is_day(part) or all(word[0].isupper() for word in part.split()))


def _is_source(part: str) -> bool:
    words = part.split()
    if _DOMAIN.fullmatch(part):
        return True
    return words[0].casefold() not in _PROVINCES and any(_UNITS.fullmatch(word) for word in words)


def _is_day(part: str) -> bool:
    return find_date(part) is not None or _WEEKDAY.fullmatch(part) is not None


def _sorted_out(opening: re.Match[str], rest: str) -> Dateline:
    """The parts of a dateline, each where it belongs; figures in brackets that are no date stay in the text."""
    place = opening["place"]
    sources = [opening["agency"]] if opening["agency"] else []
    days = []
    if _DOMAIN.fullmatch(place):
        sources.append(place)
        place = ""
    for part in _additions(opening):
        if _is_day(part):
            days.append(part)
        elif _is_source(part):
            sources.append(part)
        else:
            place = f"{place}, {part}"
    note = (opening["note"] or "").strip()
    if note and _is_day(note):
        days.append(note)
    elif re.search(r"\d", note):
        rest = f"({note}) {rest}"
    elif note:
        sources.append(note)
    return Dateline(_plain(place), tuple(map(_plain, sources)), tuple(map(_plain, days)), rest)


def _plain(markdown: str) -> str:
    return b.plain_text(b.parse(markdown)) if "\\" in markdown else markdown
