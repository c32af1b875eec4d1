"""``indonesia``, ``islam``, ``pekalongan``: names that are known, in small letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import UNITS, regions
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: Nations, faiths, books and lands that are nothing else besides.
_NAMES: Final = (
    "Indonesia Islam Kristen Katolik Hindu Buddha Konghucu Alkitab Alquran Jawa Sunda Madura Betawi Minangkabau "
    "Bugis Dayak Sumatra Sumatera Kalimantan Sulawesi Asia Eropa Afrika Australia Amerika Malaysia Singapura "
    "Jepang Tiongkok Pancasila Muhammadiyah Instagram Facebook WhatsApp YouTube TikTok Google Twitter"
).split()
#: Common words that are the name of a region as well, or begin one: by themselves they tell nothing.
_COMMON: Final = frozenset(
    "batu malang serang batang pati kudus buru lebak banjar landak kupang puncak toba kampar siak solok "
    "tegal karo ende belu sampang metro berau paser padang medan kapuas buton wajo bone muna tual asmat "
    "lingga sabang nias kuningan kendal tuban daerah pulau gunung tanah teluk pegunungan kepulauan raja "
    "sungai empat lima muara ogan hulu pulang kota bener way tebing pagar intan deli tana pakpak kubu "
    "maluku tapin sigi poso paniai di dki palu pesisir barito bima subang ternate".split()
)
#: Behind these it tells the kind of a thing, not where it is from. Source: EYD V, HF18.
_KINDS: Final = frozenset(
    "kacang jeruk pisang gula nangka petai talas apel salak ubi asam ayam burung kunyit jambu kayu bambu merica "
    "cabai sambal semut kuda kambing sapi bebek asam-asam kol".split()
)

_SIDES: Final = frozenset("utara selatan barat timur tengah".split())


def _known() -> dict[str, tuple[str, ...]]:
    """The names by their first word in lower case, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted({*_NAMES, *regions()}, key=len, reverse=True):
        first = name.split(" ", 1)[0].lower()
        if first not in _COMMON or name not in (first.capitalize(), "Batu Bara", "Tanah Laut"):
            found.setdefault(first, []).append(name)
    return {first: tuple(names) for first, names in found.items()}


_KNOWN: Final = _known()


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _KNOWN):
        token = tokens[index]
        if index and tokens[index - 1].lower in _KINDS:
            continue
        for name in _KNOWN[token.lower]:
            last = index + name.count(" ")
            if last >= len(tokens):
                continue
            found = paragraph.text[token.start : tokens[last].end]
            if found.lower() == name.lower():
                if _has_small_letters(found, name) and (found[0].isupper() or token.lower not in _COMMON):
                    unit = _unit_before(paragraph, index)
                    side = _side_behind(paragraph, last)
                    start, end = token.start - len(unit), tokens[last].end + len(side)
                    yield Hit(start, end, (unit.capitalize() + name + side.title(),))
                break


def _unit_before(paragraph: Paragraph, index: int) -> str:
    """The unit that bears the name, in small letters and with its space: ``kota `` before ``bandung``."""
    tokens = paragraph.tokens
    stands = index > 0 and joined(paragraph, index) and tokens[index - 1].text in UNITS
    of_a_land = index > 1 and tokens[index - 2].lower == "ibu"
    return f"{tokens[index - 1].text} " if stands and not of_a_land else ""


def _side_behind(paragraph: Paragraph, index: int) -> str:
    """The quarter of a region in small letters, its space before it: `` selatan`` behind ``pekalongan``."""
    if joined(paragraph, index + 1) and paragraph.tokens[index + 1].text in _SIDES:
        return f" {paragraph.tokens[index + 1].text}"
    return ""


def _has_small_letters(found: str, name: str) -> bool:
    """Whether a word of the name begins with a small letter that ought to be a capital: *Muara enim*."""
    return any(one[0] != two[0] for one, two in zip(found.split(), name.split(), strict=True) if one[0].islower())


KAPITAL_NAMA_DIRI = Rule(
    code="kapital-nama-diri",
    level=Level.GALAT,
    title=N_("Name in small letters"),
    message=N_("“{fix}” is a name and begins with a capital."),
    why=N_(
        "Names of nations, peoples, languages, faiths, holy books and places begin with a capital: bangsa "
        "Indonesia, umat Islam, warga Pekalongan. Behind the name of a kind of thing they do not: kacang bogor."
    ),
    eyd=("HF07", "HF11", "HF16"),
    certain=True,
    kind=Judgement(_find, words=frozenset(_KNOWN)),
    examples=(
        ("Ia belajar bahasa indonesia.", "Ia belajar bahasa Indonesia."),
        ("Tokoh islam dan kristen hadir.", "Tokoh Islam dan Kristen hadir."),
        ("Warga kota bandung menyambutnya.", "Warga Kota Bandung menyambutnya."),
        ("Kapolsek pekalongan selatan hadir.", "Kapolsek Pekalongan Selatan hadir."),
        ("Pemkab Muara enim menerima tamu.", "Pemkab Muara Enim menerima tamu."),
        ("Warga kalimantan barat merayakannya.", "Warga Kalimantan Barat merayakannya."),
    ),
    leave_alone=("Petani menanam kacang bogor dan jeruk bali.", "Pengindonesiaan istilah berjalan lambat."),
)
