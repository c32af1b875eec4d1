"""``ujar bupati``: an office in place of the name of its holder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import capital_follows, joined, places, title_case
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_OFFICES: Final = frozenset("presiden gubernur bupati camat lurah sekda wagub wabup".split())
_WORDS: Final = _OFFICES | {"wali"}
#: What one person says or orders: behind these the office is somebody.
_SPEECH: Final = frozenset(
    "kata ujar ucap tutur jelas ungkap tegas papar terang imbuh tambah sebut pungkas lanjut harap tandas tutup "
    "instruksi intruksi arahan perintah sambutan pesan imbauan harapan permintaan".split()
)
#: What one person does, behind the office.
_REPORTS: Final = frozenset(
    "mengatakan menyampaikan menegaskan menjelaskan menyebutkan mengungkapkan berharap meminta mengimbau mengajak "
    "menambahkan menuturkan berpesan mengapresiasi menginstruksikan memerintahkan".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        first = last = index
        if tokens[index].lower == "wali":
            last += 1
            if last == len(tokens) or tokens[last].text != "kota" or not joined(paragraph, last):
                continue
        before = tokens[index - 1] if index else None
        if before is not None and before.lower == "wakil" and joined(paragraph, index):
            first -= 1
            before = tokens[first - 1] if first else None
        if tokens[first].capitalised or capital_follows(paragraph, last):
            continue
        spoken = before is not None and before.lower in _SPEECH and joined(paragraph, first)
        after = tokens[last + 1].lower if joined(paragraph, last + 1) else ""
        if (spoken and after != "yang") or after in _REPORTS:
            start, end = tokens[first].start, tokens[last].end
            yield Hit(start, end, (title_case(paragraph.text[start:end]),))


KAPITAL_JABATAN_ORANG = Rule(
    code="kapital-jabatan-orang",
    level=Level.SARAN,
    title=N_("Office in place of a name in small letters"),
    message=N_("“{found}” stands for the name of one person here: “{fix}”."),
    why=N_(
        "An office that stands in place of the name of its holder begins with a capital: ujar Bupati, instruksi "
        "Gubernur. As a common noun it has none: tugas bupati, pemilihan gubernur."
    ),
    eyd=("HF10",),
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Layanan itu gratis, ujar bupati.", "Layanan itu gratis, ujar Bupati."),
        ("Itu sesuai dengan instruksi gubernur.", "Itu sesuai dengan instruksi Gubernur."),
        (
            "Dalam rapat itu wakil wali kota menegaskan hal serupa.",
            "Dalam rapat itu Wakil Wali Kota menegaskan hal serupa.",
        ),
    ),
    leave_alone=("Masa jabatan bupati lima tahun.", "Tugas camat diatur undang-undang."),
)
