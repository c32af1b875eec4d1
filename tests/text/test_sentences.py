"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("Satu. Dua! Tiga?", ["Satu.", "Dua!", "Tiga?"]),
        (
            "Wali Kota Ir. H. Budi Santoso, M.Si. hadir. Acara selesai.",
            ["Wali Kota Ir. H. Budi Santoso, M.Si. hadir.", "Acara selesai."],
        ),
        ("Pukul 13.00 WIB di Jl. Merdeka No. 17. Gratis.", ["Pukul 13.00 WIB di Jl. Merdeka No. 17.", "Gratis."]),
        ("“Ini hari baik. Kami senang,” kata Hj. Siti.", ["“Ini hari baik.", "Kami senang,” kata Hj. Siti."]),
        (
            "“Ayo!” seru warga. Semua tertawa…  Lalu pulang.",
            ["“Ayo!” seru warga.", "Semua tertawa…", "Lalu pulang."],
        ),
        ("1. Bus berangkat. 2. Bus tiba.", ["1. Bus berangkat.", "2. Bus tiba."]),
        ("Rp4,86 miliar dari APBD 2026. Biaya nol", ["Rp4,86 miliar dari APBD 2026.", "Biaya nol"]),
        ("laman humas.go.id dan berkas.xlsx", ["laman humas.go.id dan berkas.xlsx"]),
        ("a" * 5000, ["a" * 5000]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == sentences


@given(st.text(st.sampled_from("aB. !?…”“(1\n"), max_size=60))
def test_only_space_stands_between(text: str) -> None:
    found = find_sentences(text)
    assert "".join(text[start:end] for start, end in found).replace(" ", "").replace("\n", "") == text.replace(
        " ", ""
    ).replace("\n", "")
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
