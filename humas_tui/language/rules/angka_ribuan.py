"""A count without full stops between its thousands, or with commas there."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
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
_IN_COMMAS: Final = N_("Between thousands stands a full stop, the comma is for decimals: {fix}")
_YEARS: Final = range(1900, 2100)
#: Behind these four figures are a year.
_OF_YEARS: Final = frozenset("tahun sejak pada hingga sampai akhir awal".split())


def _a_year(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the four figures are a year: “pada 2019 warga …”."""
    index = paragraph.token_at(match.start("at"))
    before = paragraph.tokens[index - 1].lower if index else ""
    return int(match["at"]) in _YEARS and (
        not before or before in _OF_YEARS or paragraph.tokens[index - 1].capitalised
    )


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
    kind=Patterns(
        (
            Pattern(
                rf"(?<![\w.,/-])(?P<at>[1-9]\d{{4,11}})(?=[ \u00a0](?:{_COUNTED})\b)",
                fix=lambda match: grouped(match["at"]),
            ),
            Pattern(
                rf"(?<![\w.,/-])(?P<at>[1-9]\d{{3}})(?=[ \u00a0](?:{_COUNTED})\b)",
                fix=lambda match: grouped(match["at"]),
                unless=_a_year,
            ),
            Pattern(
                r"\b[Rr]p\.?[ \u00a0]?(?P<at>[1-9]\d{3,14})(?![\d.]|,\d{3})",
                fix=lambda match: grouped(match["at"]),
            ),
            Pattern(
                r"(?<![\w.,/-])(?:[Rr]p\.?[ \u00a0]?)?(?P<at>[1-9]\d{0,2}(?:,\d{3}){2,4})(?!\d|,\d)",
                fix=lambda match: match["at"].replace(",", "."),
                message=_IN_COMMAS,
            ),
            Pattern(
                rf"(?<![\w.,/-])(?P<at>[1-9]\d{{0,2}},000)(?=[ \u00a0](?:{_COUNTED})\b)",
                fix=lambda match: match["at"].replace(",", "."),
                message=_IN_COMMAS,
            ),
            Pattern(
                r"\b[Rr]p\.?[ \u00a0]?(?P<at>[1-9]\d{0,2},\d{3})"
                r"(?![\d,]|[ \u00a0](?:ribu|juta|miliar|milyar|triliun)\b)",
                fix=lambda match: match["at"].replace(",", "."),
                message=_IN_COMMAS,
            ),
        ),
        marks=frozenset("123456789"),
    ),
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
