"""A text as paragraphs; sentences and words of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.prose import LONGEST, Paragraph, stretches


def parts(text: str, field: str = "body") -> list[tuple[str, str]]:
    return [(text[start:end], role) for start, end, role in stretches(text, field)]


def test_a_line_is_a_paragraph_without_its_prefix() -> None:
    text = (
        "# Judul\r\n\r\nIsi satu.  \r\n- butir\n2. butir dua\n> kutipan\n\n---\n| a | b |\n```\nx  y\n```\n  Akhir"
    )
    assert parts(text) == [
        ("Judul", "heading"),
        ("Isi satu.", "body"),
        ("butir", "item"),
        ("butir dua", "item"),
        ("kutipan", "quotation"),
        ("Akhir", "body"),
    ]
    assert parts("Judul rilis", "headline") == [("Judul rilis", "headline")]


def test_lines_that_a_machine_wrapped_are_one_paragraph() -> None:
    wrapped = (
        "Pemerintah Kota Tirtasari membuka layanan baru bagi warga di\n"
        "pinggiran kota mulai Senin pekan depan, dan semua warga dapat\n"
        "memakainya tanpa biaya."
    )
    assert parts(wrapped) == [(wrapped, "body")]
    assert Paragraph(wrapped).text == wrapped.replace("\n", " ")
    assert len(parts(wrapped.replace("\n", ".\n"))) == 3


@given(st.text(alphabet="ab \n\r\t-#>*`|.", max_size=80))
def test_paragraphs_follow_one_another(text: str) -> None:
    position = 0
    for start, end, _role in stretches(text):
        assert position <= start < end <= len(text)
        assert not text[start].isspace()
        position = end


@pytest.mark.parametrize("filling", ["kata ", "k"])
def test_no_paragraph_is_longer_than_the_longest(filling: str) -> None:
    text = (filling * 40_000).strip()
    found = parts(text)
    assert "".join(piece for piece, _role in found) == text
    assert max(len(piece) for piece, _role in found) <= LONGEST


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Satu. Dua! Tiga? Empat", ["Satu.", "Dua!", "Tiga?", "Empat"]),
        ("Ir. H. Ahmad, M.Si. hadir. Ia pulang.", ["Ir. H. Ahmad, M.Si. hadir.", "Ia pulang."]),
        ("“Mari,” kata dr. Budi. “Ayo.”", ["“Mari,” kata dr. Budi.", "“Ayo.”"]),
        ("“Kapan?” tanya dia. Besok.", ["“Kapan?” tanya dia.", "Besok."]),
        ("1. Pertama. 2. Kedua.", ["1. Pertama.", "2. Kedua."]),
        ("Pukul 10.00 WIB. Lalu pulang", ["Pukul 10.00 WIB.", "Lalu pulang"]),
        ("Harga Rp1.000. Murah.", ["Harga Rp1.000.", "Murah."]),
        ("tanpa akhir", ["tanpa akhir"]),
        ("…", ["…"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in Paragraph(text).sentences] == sentences


def test_words_know_where_they_stand() -> None:
    paragraph = Paragraph('KOTA – Wali Kota berkata: "kami se-Kota di ke-5 itu," kata Ross. Lalu')
    initial = [token.text for token in paragraph.tokens if token.initial]
    assert initial == ["KOTA", "Wali", "kami", "Lalu"]
    assert [token.text for token in paragraph.tokens if token.quoted] == ["kami", "se-Kota", "di", "ke-5", "itu"]
    assert paragraph.tokens[paragraph.token_at(7)].text == "Wali"


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("Wali Kota Buka Layanan", True),
        ("WALI KOTA HADIR", True),
        ("Wali Kota membuka layanan", False),
        ("A B", False),
    ],
)
def test_a_headline_in_capitals_is_known(text: str, titled: bool) -> None:
    assert Paragraph(text).titled is titled
