"""``Humas``, ``Puskesmas``, ``Medsos``: acronyms that are no names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: Each is a kind of thing or work; in the name of one it has a capital (Puskesmas Ciawi, Pemilu 2024).
_ACRONYMS: Final = frozenset(
    "humas pemilu pilkada puskesmas posyandu medsos ormas bansos bimtek satpam narkoba sembako rusunawa ponpes "
    "balita lansia baduta linmas parpol pileg pilpres pustu poskesdes bumdes monev rakor rapim raker "
    "musrenbang ojol curanmor tilang pungli lapas rutan miras rudal iptek".split()
)

#: With these a sentence begins; no unit is called so.
_OPENINGS: Final = frozenset(
    "karena peran tugas fungsi kegiatan petugas para setiap menurut bagi jika agar sebagai dalam untuk oleh dari "
    "kepada semua dengan sejumlah".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _ACRONYMS):
        token = tokens[index]
        if token.initial or token.text.islower() or token.text.isupper() or not joined(paragraph, index):
            continue
        before = tokens[index - 1]
        if paragraph.titled or not (before.text.islower() or (before.initial and before.lower in _OPENINGS)):
            continue
        after = paragraph.text[token.end : token.end + 1]
        alone = index + 1 == len(tokens) or after in ".,;:)/" or tokens[index + 1].text.islower()
        if alone and after not in '"”-':
            yield Hit(token.start, token.end, (token.lower,))


KAPITAL_HUMAS = Rule(
    code="kapital-humas",
    level=Level.SARAN,
    title=N_("Capital for an acronym that is no name"),
    message=N_("“{found}” is no name here: “{fix}”."),
    why=N_(
        "An acronym that is no name is written in small letters: humas, pemilu, puskesmas. It has a capital only "
        "as part of a name: Bagian Humas, Pemilu 2024, Puskesmas Ciawi."
    ),
    eyd=("KF07",),
    kind=Judgement(_find, words=_ACRONYMS),
    examples=(
        ("Peran Humas sangat penting.", "Peran humas sangat penting."),
        ("Karena Humas berperan besar, kita belajar.", "Karena humas berperan besar, kita belajar."),
        ("Warga diperiksa di Puskesmas terdekat.", "Warga diperiksa di puskesmas terdekat."),
    ),
    leave_alone=("Kepala Bagian Humas hadir.", "Warga antre di Puskesmas Ciawi.", "Ia pengawas Pemilu 2024."),
)
