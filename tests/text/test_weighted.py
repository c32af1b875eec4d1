"""Counting as X does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from humas_tui.text.web_addresses import find_addresses
from humas_tui.text.weighted import weight

from .slow_weight import slow_weight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("a" * 280, 280),
        ("Pemkot “Sukamaju” – buka layanan", 32),
        ("é", 1),
        ("e\u0301", 1),
        ("ე", 1),  # U+10D4, within the first range
        ("\u1100", 2),
        ("日本", 4),
        ("•", 2),
        ("…", 2),
        ("→", 2),
        ("\u200b", 1),
        ("\u2060", 2),
        ("𝐁", 2),
        ("https://sukamaju.go.id/berita/2026/panjang-sekali-alamatnya", 23),
        ("humas.go.id", 23),
        ("lihat humas.go.id, ya", 33),
        ("(humas.go.id)", 25),
        ("“humas.go.id”", 25),
        ("HUMAS.GO.ID", 23),
        ("humas.go.id/a?b=1", 23),
        ("humas.go.id?b=1", 27),
        ("humas.go.id:80", 26),
        ("kota.example", 12),
        ("https://kota.example/a", 22),
        ("humas@sukamaju.go.id", 20),
        ("a.b@sukamaju.go.id", 18),
        ("pukul 13.00–15.00 WIB", 21),
        ("Rp48.000.000", 12),
        ("catatan_kas.xlsx", 16),
        ("M.Si", 23),  # X takes it for an address
        ("S.Sos", 5),
        ("https://t.co/abcDEF123", 23),
        ("https://t.co/" + "a" * 41, 54),
        ("https://x.id/" + "a" * 4100, 4113),
        ("http://" + "a" * 64 + ".id", 74),
        ("http://日本.id", 23),
        ("日本.id", 7),
        ("twitter.comこれは。", 31),
        ("-humas.go.id", 12),
        ("#humas.go.id", 12),
        ("👍", 2),
        ("👍🏽", 2),
        ("🐱🏽", 4),
        ("👨\u200d👩\u200d👧\u200d👦", 2),
        ("🧑\u200d💻", 2),
        ("❤️", 2),
        ("❤\ufe0f\u200d🔥", 2),
        ("1\ufe0f\u20e3", 2),
        ("🇮🇩", 2),
        ("🇦🇦", 4),
        ("🇮🇩🇮🇩🇮", 6),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2),
        ("©", 1),
        ("©\ufe0f", 2),
        ("☺\ufe0e", 4),
        ("🎉\ufe0f", 4),
        ("a\ufe0f", 3),
        ("H🐱☺👨\u200d👩\u200d👧\u200d👦", 7),
        ("مرحبا بالعالم", 13),
    ],
)
def test_weight(text: str, expected: int) -> None:
    assert weight(text) == expected


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("http://kota.go.id/Primer_(film)", ["http://kota.go.id/Primer_(film)"]),
        ("(lihat kota.go.id/a_(b_(c)))", ["kota.go.id/a_(b_(c))"]),
        ("kota.go.id/a. Kota.", ["kota.go.id/a"]),
        ("a kota.go.id. b", ["kota.go.id"]),
        ("http://domain.com-that", []),
        ("foo.comm foo.somecom foo.govedu foo.jp", ["foo.jp"]),
        ("http:// example.com/path", ["example.com/path"]),
        (
            "これは。example.com/path/index.html中国語example.com/path",
            ["example.com/path/index.html", "example.com/path"],
        ),
        ("http://-x.com http://x-.com http://_x.com", []),
        ("http://a_b.c-d.com", ["http://a_b.c-d.com"]),
        ("http://a_b.c_d.com", []),
        ("xhttp://kota.id", []),
        ("ét.co", ["t.co"]),
        ("https://t.co/abc…", ["https://t.co/abc"]),
        ("https://t.co/abc/def", ["https://t.co/abc"]),
        ("http://kota.id/@humas/", ["http://kota.id/@humas/"]),
        ("kota.id,desa.id;rt.id", ["kota.id", "desa.id", "rt.id"]),
    ],
)
def test_addresses(text: str, addresses: list[str]) -> None:
    assert [text[start:end] for start, end in find_addresses(text)] == addresses


# -- Against the slow one --------------------------------------------------------------------------------------

WORDS = """
humas go id co com example x M.Si S.Ag 日本 中国 한국 삼성 xn--a рф ком é ñ “ ” – — … • → ( ) ((
)) [ ] / // http:// https:// HTTPS:// :// : :80 ? ?a=1 & = #tag @ @user - _ . . . .. , ; !
go.id sukamaju.go.id/berita/1 भारत भारतम् + ~ * ' " ` $ % | \\ < > a Z 9 123 kas.zip 🎉 👍🏽
👨\u200d👩\u200d👧\u200d👦 🇮🇩 🇮 1️⃣ © ®️ ☺ ☺️ ❤️ ❤️\u200d🔥 e\u0301 가 𝐁 👩 👧 🚌 🏽
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
日日日日日日日日日日日日日日日日日日日日
"""
UNSEEN = [" ", " ", "\n", "\u3000", "\u200b", "\u200e", "\xa0", "\u2060", "\u3002", "\ufe0f", "\u200d"]
PIECES = st.sampled_from([*WORDS.split(), *UNSEEN])
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@settings(max_examples=600)
@given(TEXTS)
@example("http://example.com中国.com/a")
@example("日本twitter.com中国.com/a")
@example("a.b_c.go.id")
@example("éM.Si")
def test_it_agrees_with_the_slow_one(text: str) -> None:
    assert weight(text) == slow_weight(text)


@pytest.mark.slow
@settings(max_examples=20_000)
@given(TEXTS)
def test_it_agrees_with_the_slow_one_at_length(text: str) -> None:
    assert weight(text) == slow_weight(text)


@given(st.text(max_size=30))
def test_any_text_has_a_weight(text: str) -> None:
    assert 0 <= weight(text) <= 23 * max(1, len(text)) + 2 * len(text)


@given(st.text(st.characters(max_codepoint=0x10FF, exclude_characters="."), max_size=60))
def test_light_characters_without_addresses_weigh_one_each(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    if "\u20e3" not in composed and max(map(ord, composed), default=0) <= 0x10FF:
        assert weight(text) == len(composed)


def hostile() -> Iterator[str]:
    """Texts that make expressions go back over what they have read."""
    yield "a." * 60_000
    yield "a.id." * 40_000
    yield "x.id/" + "(" * 120_000
    yield "x.id/(a(b" * 20_000
    yield "x.id?" + "!" * 120_000
    yield "é" * 120_000 + ".com"
    yield "_." * 60_000
    yield "http://" * 20_000
    yield "🎉\u200d" * 60_000
    yield "日" * 5_000 + ".id"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", list(hostile()), ids=lambda text: text[:8])
def test_hostile_texts_take_time_in_proportion(text: str) -> None:
    """One that took time in the square would come to minutes."""
    assert weight(text) > 0
