"""Plain text becomes a draft, and loses no word on the way."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.errors import UnreadableFileError
from humas_tui.importers import Draft, read
from humas_tui.text import blocks as b

from .accounts import lost, words
from .strategies import PAGES

LOOKALIKE = Path(__file__).parent / "data" / "lookalike.txt"
SEED = Path(__file__).parents[2].parent / "shared" / "data" / "seed-000_1eeeab46867b0416.txt"
PROSE = "Pemerintah Kota Sukamaju membuka layanan malam di lima puskesmas mulai pekan depan. Warga tidak membayar."


def draft(text: str) -> Draft:
    """The draft of a text file."""
    return read("rilis.txt", text.encode())


def test_newspaper_article_without_headline() -> None:
    """A text of the shape of the seed: one line a paragraph, a paper in the dateline, credits below."""
    text = LOOKALIKE.read_text(encoding="utf-8")
    found = draft(text)
    assert (found.headline, found.place, found.event_date) == ("", "SUKAMAJU", date(2026, 11, 18))
    assert found.credits == ("Sumber: kabarkota.example", "Reporter Gilang", "Editor Intan .LS")
    assert found.body.count("\n\n") == 8
    assert found.body.startswith("Humas memegang tugas penting")
    assert found.body.endswith("mampu menulis lebih baik.")
    assert not lost(text, found)


@pytest.mark.skipif(
    not SEED.is_file(), reason="the seed article is another paper's text and lies outside the project"
)
def test_seed_article() -> None:
    """The article that the project was made from."""
    text = SEED.read_text(encoding="utf-8")
    found = draft(text)
    assert (found.headline, found.place, found.event_date) == ("", "SUKABUMI", date(2019, 11, 20))
    assert found.credits == ("Sumber: bipol.co", "Reporter Firdaus", "Editor Deden .GP")
    assert len(found.body.split("\n\n")) == 9
    assert not lost(text, found)


def test_whole_release_with_letterhead() -> None:
    """What an office sends: every part finds its field, what has none becomes a tag."""
    text = f"""PEMERINTAH KOTA SUKAMAJU
Dinas Komunikasi dan Informatika
Jalan Merdeka No. 1 · Telp. (0266) 1234

SIARAN PERS
Nomor: 021/HUMAS/XI/2026
EMBARGO sampai Senin, 23 November 2026, pukul 13.00 WITA

Pemkot Sukamaju Buka Layanan Malam di Lima Puskesmas

Pekerja dapat berobat setelah pukul lima sore tanpa biaya.

SUKAMAJU – {PROSE}

“Kami buka sampai malam,” kata Wali Kota, Rabu (18/11/2026).

Narahubung:
Rina Astuti, Kepala Subbagian Humas – 0812-0000-0101 – humas@sukamaju.example

Penulis: Intan
(Tim Komunikasi Publik / Diskominfo Kota Sukamaju)

-- SELESAI --

#KotaSukamaju #LayananMalam
"""
    found = draft(text)
    assert found.headline == "Pemkot Sukamaju Buka Layanan Malam di Lima Puskesmas"
    assert found.summary == "Pekerja dapat berobat setelah pukul lima sore tanpa biaya."
    assert (found.kind, found.place, found.event_date) == ("siaran_pers", "SUKAMAJU", date(2026, 11, 18))
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2026-11-23T13:00:00+08:00"
    assert found.tags[1:] == ("Nomor: 021/HUMAS/XI/2026",)
    assert found.tags[0].startswith("Kop: PEMERINTAH KOTA SUKAMAJU · Dinas Komunikasi")
    assert [(contact.name, contact.phone) for contact in found.contacts] == [("Rina Astuti", "0812-0000-0101")]
    assert found.credits == ("Penulis: Intan", "(Tim Komunikasi Publik / Diskominfo Kota Sukamaju)")
    assert found.hashtags == ("KotaSukamaju", "LayananMalam")
    assert found.body.split("\n\n") == [PROSE, "“Kami buka sampai malam,” kata Wali Kota, Rabu (18/11/2026)."]
    assert not lost(text, found)


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("Pemkot Sukamaju Buka Layanan Malam", "Pemkot Sukamaju Buka Layanan Malam"),
        ("Korban Ditanggung BPJS, Asal...", "Korban Ditanggung BPJS, Asal..."),
        ("Humas Pemkot Ikuti Kelas Menulis", "Humas Pemkot Ikuti Kelas Menulis"),
        ("SIARAN PERS – Pemkot Buka Layanan Malam", "SIARAN PERS – Pemkot Buka Layanan Malam"),
        ("Warga sudah lama menunggu layanan malam.", ""),
        ("Yth. rekan-rekan media,", ""),
        ("Reporter Gilang", ""),
        ("Klarifikasi", ""),
    ],
)
def test_headline_is_found_and_never_made_up(first: str, headline: str) -> None:
    """A first line is the headline where it looks like one."""
    assert draft(f"{first}\n\n{PROSE}\n\n{PROSE}").headline == headline


def test_alone_a_line_is_body() -> None:
    """A text of one line is no headline without a text."""
    assert draft("Pemkot Buka Layanan Malam") == Draft(body="Pemkot Buka Layanan Malam")


def test_weekday_date_wins_over_another() -> None:
    """The day of a letter is not the day of the event; a day without a year is passed over."""
    text = f"{PROSE} Surat bertanggal 3 November 2026 itu dibahas Senin (2/3).\n{PROSE} Rabu (18/11/2026)."
    assert draft(text).event_date == date(2026, 11, 18)
    assert draft(f"{PROSE} Surat bertanggal 3 November 2026 itu dibahas Senin (2/3).").event_date is None


def test_mail_program_line_ends_are_joined() -> None:
    """Lines broken at 72 columns become paragraphs; lines that an officer set stay."""
    wrapped = (
        "Pemerintah Kota Sukamaju membuka layanan malam di lima puskesmas mulai\n"
        "pekan depan. Warga dapat berobat sampai pukul 20.00 WIB tanpa membayar\n"
        "tambahan apa pun, kata Wali Kota.\n\nDaftar:\nPuskesmas Karangsari\nPuskesmas Banyu Asih\n"
    )
    assert draft(wrapped).body.split("\n\n") == [
        "Pemerintah Kota Sukamaju membuka layanan malam di lima puskesmas mulai pekan depan. Warga dapat berobat "
        "sampai pukul 20.00 WIB tanpa membayar tambahan apa pun, kata Wali Kota.",
        "Daftar:\nPuskesmas Karangsari\nPuskesmas Banyu Asih",
    ]


def test_lists_stay_lists() -> None:
    """Bullets and numbers that count on are lists; numbers that jump are text."""
    found = draft(f"{PROSE}\n• satu\n• dua\n1. tiga\n2. empat\n7. lima\n{PROSE}")
    assert found.body.split("\n\n")[1:-1] == ["- satu\n- dua", "1. tiga\n2. empat", "7\\. lima"]


def test_signs_do_not_turn_into_formatting() -> None:
    """A file name, a sum, a hashtag in the text look as they were typed."""
    line = "# Berkas *catatan*_kas_.xlsx, 3 * 4 = 12, [lihat](sini) <b>, a_b & &amp; C:\\kas"
    assert b.plain_text(b.parse(draft(f"{PROSE}\n{line}\n{PROSE}").body)).split("\n\n")[1] == line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Notepad's encodings, with their marks, and Windows-1252 without one."""
    content = PROSE.replace("malam", "“malam” –").encode(encoding)
    mark = "\ufeff".encode(encoding) if encoding.endswith("le") else b""
    assert "“malam” –" in read("rilis.TXT", mark + content).body


def test_damaged_utf8_is_read_as_utf8() -> None:
    """One bad byte does not turn the dashes of a long text into three letters each."""
    found = read("rilis.txt", "“satu” – dua".encode() + b"\xff tiga")
    assert found.body.startswith("“satu” – dua")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\x1b[31m\x1b[0m", b"-- ***\n"])
def test_empty_file_is_refused(content: bytes) -> None:
    """No word, no draft."""
    with pytest.raises(UnreadableFileError):
        read("kosong.txt", content)


@pytest.mark.parametrize("content", [b"%PDF-1.7\nabc", b"PK\x03\x04abc", bytes(range(256)) * 4])
def test_other_files_are_refused(content: bytes) -> None:
    """A PDF or a picture with the wrong suffix is no text."""
    with pytest.raises(UnreadableFileError):
        read("rilis.txt", content)


@settings(max_examples=150)
@given(PAGES)
def test_no_word_is_lost(page: str) -> None:
    """Every word of a page is in some field."""
    if words(page):
        found = draft(page)
        assert not lost(page, found)
        assert "\n\n\n" not in found.body


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Bytes are a draft that holds something, or refused."""
    with contextlib.suppress(UnreadableFileError):
        assert read("x.txt", content) != Draft()
