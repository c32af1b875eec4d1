"""A count without full stops between its thousands, or with commas there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..numerals import grouped
from ..prose import Paragraph
from ..rule import Rule

#: What is counted; behind other words a long figure is a number of something (a letter, a telephone, a post code).
_COUNTED: Final = (
    "orang|warga|jiwa|penduduk|peserta|pengunjung|penonton|pelanggan|siswa|pelajar|mahasiswa|guru|pegawai|karyawan"
    "|pekerja|petani|nelayan|pedagang|pelaku|keluarga|kepala keluarga|kk|rumah|unit|hektare|hektar|meter|kilometer"
    "|km|kilogram|kg|gram|ton|liter|kubik|paket|kantong|bungkus|karung|dosis|sampel|ekor|bibit|pohon|batang|buah|lembar"
    "|eksemplar|butir|sambungan|titik|kali|suara|pemilih|pengendara|kendaraan|mobil|motor|bangunan|kursi|wisatawan"
    "|jemaah|korban|kasus|pasien|balita|anak|desa|kelurahan|perusahaan|umkm|dolar|rupiah|euro|sertifikat|bidang"
    "|penerima|relawan|personel|aparat|santri|lansia|porsi|tabung|kwh|watt|mw"
)
_FIGURES: Final = re.compile(
    r"(?P<sign>[Rr]p\.?[ \u00a0]?)?(?P<figures>[1-9]\d*(?:,\d{3})*)(?![\d.]|,\d)"
    rf"(?:(?P<counted>(?=[ \u00a0](?:{_COUNTED})\b))"
    r"|(?P<part>(?=[ \u00a0](?:ribu|juta|miliar|milyar|triliun)\b)))?"
)
_IN_COMMAS: Final = N_("Between thousands stands a full stop, the comma is for decimals: {fix}")
_LONGEST: Final = 15  # figures of an amount; what is longer is a number of something
_YEARS: Final = range(1900, 2100)
#: Behind these four figures are a year.
_OF_YEARS: Final = frozenset("tahun sejak pada hingga sampai akhir awal".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _FIGURES.finditer(paragraph.text):
        figures, (start, end) = match["figures"], match.span("figures")
        before = paragraph.text[match.start() - 1] if match.start() else " "
        if before.isalnum() or before in ".,/-_" or len(figures) < 4 or len(figures) > _LONGEST:
            continue
        commas = figures.count(",")
        if commas:
            thousands = commas > 1 or (match["counted"] is not None and figures.endswith(",000"))
            if thousands or (match["sign"] and match["part"] is None):
                yield Hit(start, end, (figures.replace(",", "."),), message=_IN_COMMAS)
        elif match["sign"] or (match["counted"] is not None and not _a_year(paragraph, start, figures)):
            yield Hit(start, end, (grouped(figures),))


def _a_year(paragraph: Paragraph, start: int, figures: str) -> bool:
    """Whether the figures are a year: “pada 2019 warga …”."""
    if len(figures) != 4 or int(figures) not in _YEARS:
        return False
    index = paragraph.token_at(start)
    before = paragraph.tokens[index - 1] if index else None
    return before is None or before.lower in _OF_YEARS or before.capitalised


ANGKA_RIBUAN = Rule(
    code="angka-ribuan",
    level=Level.GALAT,
    title=N_("Thousands without their full stop"),
    message=N_("A full stop parts the thousands of a count: {fix}"),
    why=N_(
        "Full stops part the thousands of what is counted or paid, the comma the decimals. Years, pages, and "
        "the numbers of letters, accounts and telephones are no counts and have none."
    ),
    eyd=("TA08", "TA09"),
    certain=True,
    kind=Judgement(_find, marks=frozenset("0123456789")),
    examples=(
        ("Sebanyak 12500 orang hadir.", "Sebanyak 12.500 orang hadir."),
        ("Harga beras Rp15000 sekilo.", "Harga beras Rp15.000 sekilo."),
        ("Bantuan Rp1,250,000 untuk 2,000 keluarga.", "Bantuan Rp1.250.000 untuk 2.000 keluarga."),
        ("Panjang jalan itu 1500 meter.", "Panjang jalan itu 1.500 meter."),
    ),
    leave_alone=(
        "Pada tahun 2019 warga pindah; sejak 2020 desa itu ramai.",
        "Hubungi 08112345678 orang kami di Sukabumi 43111.",
        "Surat Nomor 12345 dan realisasi Rp1,347 triliun.",
        "Naik 12,345 persen menjadi 12.500 orang.",
    ),
)
