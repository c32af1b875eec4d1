"""The short lines around a release, one by one."""

from __future__ import annotations

from datetime import date

import pytest

from humas_tui.importers import furniture
from humas_tui.model import Contact


@pytest.mark.parametrize(
    "line",
    [
        "Reporter Firdaus",
        "Editor Deden .GP",
        "Penulis: Intan Lestarini",
        "Kontributor : Budi",
        "Foto: Fajar Cakrabuana",
        "Foto/Teks: Fajar",
        "Sumber : https://kabar.example/a-b",
        "sumber:http://kabar.example/a",
        "(Tim Komunikasi Publik / Diskominfo Kota Sukamaju)",
        "(ST/Humas)",
        "[rls]",
        "Tim Komunikasi Publik - Dinkominfo Kota Pekalongan",
        "Humas Pemkot Sukamaju",
    ],
)
def test_credits(line: str) -> None:
    """What stands below articles."""
    assert furniture.is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Tim SAR menemukan korban banjir di hilir sungai",
        "Humas adalah jembatan antara pemerintah dan warga.",
        "Editor itu berkata bahwa kabar harus benar.",
        "Sumber daya air dijaga bersama.",
        "Penulis: " + "kata " * 20,
        "“Kami siap.” (Wali Kota)",
    ],
)
def test_prose_is_no_credit(line: str) -> None:
    """Sentences that begin with the same words."""
    assert not furniture.is_credit(line)


@pytest.mark.parametrize(
    "line", ["***", "###", "# # #", "-- SELESAI --", "--END--", "-o0o-", "- 30 -", "(*)", "====="]
)
def test_end_marks(line: str) -> None:
    """The signs that a text is whole."""
    assert furniture.is_end_mark(line)


@pytest.mark.parametrize("line", ["", "30", "Selesai pukul 12", "#Humas", "- butir"])
def test_no_end_marks(line: str) -> None:
    """Words are kept."""
    assert not furniture.is_end_mark(line)


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        (
            "Rina Astuti, Kepala Subbagian Humas – 0812-0000-0101 – humas@kota.example",
            Contact(
                name="Rina Astuti",
                role="Kepala Subbagian Humas",
                phone="0812-0000-0101",
                email="humas@kota.example",
            ),
        ),
        ("Rina (0812 0000 0101)", Contact(name="Rina", phone="0812 0000 0101")),
        (
            "Drs. Budi, M.Si., Kepala Bagian; +62 812-0000-0101",
            Contact(name="Drs. Budi, M.Si.", role="Kepala Bagian", phone="+62 812-0000-0101"),
        ),
        ("humas@kota.example", Contact(email="humas@kota.example")),
        ("Rina - WA 081200000101", Contact(name="Rina", role="WA", phone="081200000101")),
    ],
)
def test_contacts(line: str, contact: Contact) -> None:
    """A line is taken apart, and every word kept."""
    assert furniture.contact(line) == contact


def test_embargo_needs_its_zone() -> None:
    """Thirteen hours is three moments in Indonesia."""
    moment = furniture.embargo("EMBARGO sampai Senin, 2 Maret 2026, pukul 13.00 WIT")
    assert moment is not None
    assert moment.isoformat() == "2026-03-02T13:00:00+09:00"
    assert furniture.embargo("EMBARGO sampai Senin, 2 Maret 2026, pukul 13.00") is None
    assert furniture.embargo("EMBARGO sampai besok pukul 13.00 WIB") is None


def test_weekday_that_is_not_true_is_noticed() -> None:
    """2 March 2026 is a Monday."""
    day = date(2026, 3, 2)
    assert furniture.wrong_weekday("EMBARGO sampai Selasa, 2 Maret 2026", day)
    assert not furniture.wrong_weekday("EMBARGO sampai senin, 2 Maret 2026", day)
    assert not furniture.wrong_weekday("EMBARGO sampai 2 Maret 2026", day)
    assert furniture.says_only(day, "Senin, 2 Maret 2026")
    assert furniture.says_only(day, "(02/03/2026)")
    assert not furniture.says_only(day, "Selasa, 2 Maret 2026")
    assert not furniture.says_only(day, "2-3 Maret 2026")
    assert not furniture.says_only(day, "besok 2 Maret 2026 malam")
