"""Words that stand before names, and names that are known."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from .lists import lines

DAYS: Final = frozenset("senin selasa rabu kamis jumat sabtu minggu".split())
MONTHS: Final = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
#: Units of government that bear a name.
UNITS: Final = frozenset("provinsi kabupaten kota kecamatan kelurahan desa dusun nagari distrik".split())
#: What in the landscape bears a name.
NATURE: Final = frozenset(
    "gunung pegunungan sungai danau pulau kepulauan selat teluk samudra bukit pantai".split()
)
#: Heads of government and officials: a single word each (*wali kota* is two).
OFFICES: Final = frozenset(
    "presiden gubernur bupati walikota camat lurah menteri sekda wagub wabup wawali kapolda kapolres kapolsek "
    "dandim danramil kajari kajati sekjen dirjen rektor".split()
)
#: What makes an office one of many, or one that nobody holds.
NOBODY: Final = frozenset(
    "para calon bakal cabup cagub seorang setiap tiap semua seluruh sejumlah beberapa banyak menjadi jadi sebagai "
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh pemilihan pilkada antar antara selaku bukan".split()
)
#: Function words, which keep their small letter inside names and titles. Source: EYD V, HF20 and HF21.
FUNCTION_WORDS: Final = frozenset(
    "di ke dari dan yang untuk pada dengan atau dalam oleh bagi serta tentang kepada terhadap antara sebagai agar "
    "akan itu ini".split()
)


@lru_cache(maxsize=1)
def regions() -> frozenset[str]:
    """The provinces, regencies and cities, as they are written."""
    return frozenset(name for line in lines("wilayah.txt") for name in line.split(", "))


@lru_cache(maxsize=1)
def agencies() -> dict[str, tuple[str, ...]]:
    """Names of departments as they are written, by their first word in lower case; the longest first."""
    found: dict[str, list[str]] = {}
    for name in lines("perangkat_daerah.txt"):
        found.setdefault(name.split(" ", 1)[0].lower(), []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in found.items()}


#: First words of what somebody is, written with a capital before or behind a name.
TITLES: Final = frozenset(
    """
    presiden gubernur bupati wali walikota camat lurah menteri sekda sekretaris kepala ketua wakil wagub wabup
    wawali asisten staf kabag kasubag kasubbag kabid kasi kadis kaban karo kapolda kapolres kapolsek dandim
    danramil kajari direktur komandan rektor dekan plt plh pj penjabat koordinator sekjen dirjen inspektur
    manajer juru anggota pelaksana bendahara pembina kapolri kasat kasatpol kanit deputi
    """.split()
)
