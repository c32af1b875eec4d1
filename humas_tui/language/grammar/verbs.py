"""The shapes of Indonesian verbs, as far as spelling tells them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ACTIVE: Final = re.compile(r"(?:mem[bpfv]|men[cdjtsz]|meng[aiueoghk]|meny[aiueo]|me[lrwymn][aiueo])\w{2,}")
_NO_ACTIVE: Final = frozenset(
    """
    mereka merah merdeka menteri mental menit menu menara meninggal melati melayu merek memo memori mengapa
    menurut mengenai mengingat menjelang melalui melainkan menuju mencapai metode metro mewah meriah memang
    menengah merata merauke mentawai mentega melon merpati mereda memar melek melek mendadak mendatang mentah
    merana merek
    """.split()
)
_PASSIVE: Final = re.compile(r"di[a-z]{4,}")
_NO_PASSIVE: Final = re.compile(
    r"di(?:nas|ri|rek|rut|rjen|a|alog|git|ndi|sip|skus|stri|vis|band|ni|men|are|et|nam|plo|skon|skom|skot|spo|sdi|"
    r"abet|agn|mana|antara|atas|bawah|dalam|luar|sini|situ|sana|ber|tahun|jalan|kota|desa|saat|setiap|tengah|"
    r"lokasi|kenal$|kala|kunjung$|gdaya|lema|ktat|ksi|spar|spen|sduk|snak|sper|rgahayu|rham)\w*"
)
_HELPERS: Final = frozenset(
    """
    ada adalah ialah yaitu yakni merupakan bisa dapat akan telah sudah harus hadir ikut turut datang pergi tiba
    masih belum boleh perlu wajib ingin mau mampu sedang tengah mulai terus tetap kembali tampak tampil kata
    ujar sampai menjadi berada terjadi punya naik turun lahir wafat tewas masuk keluar lolos raih gelar buka
    tutup ajak minta harap dukung jadi bukan tidak
    """.split()
)
_PREDICATE: Final = re.compile(r"(?:ber|ter|be)[a-z]{4,}")
_NO_PREDICATE: Final = frozenset(
    """
    terhadap tersebut terkait terutama terakhir termasuk tertentu berita beras beberapa berbagai berapa
    berdasarkan berikut bersama berat besar bencana benda bendungan bentuk berkas berkat bersih terbaik terbesar
    terpadu terpilih bertempat besok teras teratai teknis terang terjemahan terminal ternak bedah belajar
    belanja bendera bersamaan terlebih ternyata tertulis terbuka terbatas bermutu berkualitas berbasis
    """.split()
)


def is_active(word: str) -> bool:
    """Whether a word in small letters looks like a verb with *me-*."""
    return word.startswith("me") and word not in _NO_ACTIVE and _ACTIVE.fullmatch(word) is not None


def is_passive(word: str) -> bool:
    """Whether a word in small letters looks like a verb with *di-*."""
    return word.startswith("di") and _PASSIVE.fullmatch(word) is not None and _NO_PASSIVE.fullmatch(word) is None


def is_predicate(word: str) -> bool:
    """Whether a word in small letters can be what a sentence says of its subject. Kind: it rather says yes."""
    if is_active(word) or is_passive(word) or word in _HELPERS:
        return True
    return word not in _NO_PREDICATE and _PREDICATE.fullmatch(word) is not None


_PREFIXES: Final = (
    ("memper", ("",)),
    ("diper", ("",)),
    ("meng", ("", "k", "g", "h")),
    ("peng", ("", "k", "g", "h")),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("mem", ("", "p", "b")),
    ("pem", ("", "p", "b")),
    ("men", ("", "t", "d")),
    ("pen", ("", "t", "d")),
    ("ber", ("",)),
    ("ter", ("",)),
    ("per", ("",)),
    ("me", ("",)),
    ("ke", ("",)),
    ("di", ("",)),
    ("se", ("",)),
)
_SUFFIXES: Final = ("kan", "an", "i", "nya")


@lru_cache(maxsize=20_000)
def roots(word: str) -> frozenset[str]:
    """What may be the root of a word in small letters, itself included; each has four letters at least."""
    stems = {word}
    for prefix, initials in _PREFIXES:
        if word.startswith(prefix):
            stems |= {initial + word[len(prefix) :] for initial in initials}
    for stem in [*stems]:
        for suffix in _SUFFIXES:
            if stem.endswith(suffix):
                stems.add(stem[: -len(suffix)])
    return frozenset(stem for stem in stems if len(stem) >= 4)
