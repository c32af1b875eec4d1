"""A small number in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..numerals import ONE_WORD
from ..prose import Paragraph
from ..rule import Rule

#: Persons and things; measures, money, time and shares are written in figures (EYD V, KG03).
_COUNTED: Final = (
    "orang|warga|pegawai|siswa|guru|petugas|anak|peserta|keluarga|unit|buah|desa|kelurahan|kecamatan|kabupaten|kota"
    "|provinsi|negara|rumah|gedung|sekolah|jembatan|ruas|mobil|sepeda motor|pohon|ekor|kali|hal|poin|tempat|lokasi"
    "|titik|jenis|tahap|pilar|program|kegiatan|lembaga|perusahaan|korban|pasien|pemain|atlet|tim|medali"
)
_FIGURE: Final = re.compile(rf"(?<![\w.,/:–-])(?<![–-] )(?P<figure>[1-9]|1[01])[ \u00a0](?:{_COUNTED})\b")
#: Behind these the figure is a number, not a count: Kelas 3 siswa …, Pasal 5.
_NUMBERED: Final = frozenset("kelas pasal bab nomor no lantai tipe grup zona tahun jalur blok rt rw km".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if paragraph.role in ("headline", "heading"):
        return
    for start, end in paragraph.sentences:
        words = paragraph.tokens[paragraph.token_at(start) : paragraph.token_at(end)]
        figures = sum(token.text[0].isdigit() for token in words)
        if figures != 1:
            continue  # several numbers in a sentence are compared: they stay figures
        match = _FIGURE.search(paragraph.text, start, end)
        if match is None or match.start() == start:
            continue
        index = paragraph.token_at(match.start())
        if index and paragraph.tokens[index - 1].lower not in _NUMBERED:
            yield Hit(*match.span("figure"), (ONE_WORD[int(match["figure"])],))


ANGKA_KECIL = Rule(
    code="angka-kecil",
    level=Level.GAYA,
    title=N_("Small number in figures"),
    message=N_("A number of one word is written out: “{fix}”."),
    why=N_(
        "Numbers that one word says are written in letters: *tiga orang*, *sepuluh rumah*. Figures stay where "
        "several numbers are compared, and with measures, money, time and per cent."
    ),
    eyd=("KG02",),
    kind=Judgement(_find, marks=frozenset("123456789")),
    examples=(("Kebakaran itu menghanguskan 3 rumah.", "Kebakaran itu menghanguskan tiga rumah."),),
    leave_alone=(
        "Kebakaran itu menghanguskan 3 rumah, 2 mobil, dan 12 sepeda motor.",
        "Panjang jalan itu 3 kilometer.",
        "Murid kelas 3 sekolah dasar menanam pohon.",
    ),
)
