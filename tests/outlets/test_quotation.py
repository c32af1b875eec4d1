"""The one quotation of an account."""

from __future__ import annotations

import pytest

from humas_tui.outlets.quotation import chosen, introduced

SAID = "“Kami siap membantu semua warga,”"


@pytest.mark.parametrize(
    ("called", "before", "introduced_as"),
    [
        (
            "ujar Sekar.",
            "Diumumkan Wali Kota Sukamaju Sekar Pramudita di kota.",
            "Wali Kota Sukamaju Sekar Pramudita.",
        ),
        (
            "kata Melati.",
            "Menurut Kepala Dinas Kesehatan Kota Sukamaju dr. Melati Sasongko, itu baik.",
            "Kepala Dinas Kesehatan Kota Sukamaju dr. Melati Sasongko.",
        ),
        (
            "kata Rukmini.",
            "Kepala Dinas Koperasi, Usaha Kecil, dan Perdagangan Rukmini Wirajaya hadir.",
            "Kepala Dinas Koperasi, Usaha Kecil, dan Perdagangan Rukmini Wirajaya.",
        ),
        ("kata Budi.", "Plt. Camat Asri Budi Santoso hadir.", "Plt. Camat Asri Budi Santoso."),
        ("tutur Ma’mun.", "Ma’mun Syafi’i (52), pedagang bumbu, mencoba.", "Ma’mun Syafi’i, pedagang bumbu."),
        ("kata Budi di kantor.", "Budi Santoso, petani cabai, hadir.", "Budi Santoso di kantor."),
        ("kata Budi", "Ada Budi Santoso.", "Budi Santoso"),
        ("kata Budi.", "Ada Budi. Ada Ani Budiman.", "Budi."),
        ("kata Budi.", "", "Budi."),
        ("kata Budi, Selasa.", "Bupati Budi Santoso hadir.", "Budi, Selasa."),
        ("kata Bupati Budi Santoso.", "Budi Hartono, petani, hadir.", "Bupati Budi Santoso."),
        ("ujar dia.", "Budi Santoso, petani, hadir.", "dia."),
    ],
)
def test_a_speaker_is_introduced(called: str, before: str, introduced_as: str) -> None:
    verb = called.split()[0]
    assert introduced(f"{SAID} {called}", before) == f"{SAID} {verb} {introduced_as}"
    assert chosen((before, f"{SAID} {called}")) == f"{SAID} {verb} {introduced_as}"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("words", ["Kepala ", "Budi ", "Kepala Dinas, ", "dan Kepala Budi, petani ", "“Budi "])
def test_a_long_text_does_not_take_long(words: str) -> None:
    assert chosen((words * 40_000, f"{SAID} kata Budi.")).startswith("“")
