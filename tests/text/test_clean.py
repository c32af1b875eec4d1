"""What comes in is made safe without losing a word."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.text.clean import clean, clean_line

#: Controls, marks of direction, characters of no width.
UNSEEN = (
    *"\x00\x07\x08\x0e\x1f\x7f\x80\x84\x88\x99\x9a\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
    *"\u2060\u2066\u2067\u2068\u2069\ufeff\ud800\udfff",
)
PIECES = [
    "\x1b",
    "[",
    "]",
    "P",
    "\\",
    "\x07",
    "0;",
    "kata ",
    "\n",
    "\x9b",
    "m",
    "31",
    "\x9d",
    "\x9c",
    "\x90",
    "teks",
]


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("A\x1b]0;JAHAT\x07B", "AB"),
        ("A\x1b]0;judul tanpa akhir, lalu isi", "A0;judul tanpa akhir, lalu isi"),
        ("\x1b[31mM\x1b[0m", "M"),
        ("x\x1b", "x"),
        ("x\x1bteks", "xteks"),
        ("\x1b7a\x1b8\x1bM", "a"),
        ("\x1b[teks", "teks"),
        ("\x1b[12 orang", "12 orang"),
        ("\x1b[01;31m\x1b[Kkata\x1b[m\x1b[K lain", "kata lain"),
        ("\x1b[?25l\x1b[2J\x1b[HHalo", "Halo"),
        ("\x1b] dua kata \x07 lagi", " dua kata  lagi"),
        ("\x1b]8;;https://a.example\x1b\\tautan\x1b]8;;\x1b\\", "tautan"),
        ("\x1b]52;c;SGFsbw==\x07\x1bP1$r0m\x1b\\\x1b_Ga=d\x1b\\\x1b(B", ""),
        ("\x9b31mM\x9b0m\x9d0;JAHAT\x9c", "M"),
        ("n\x00l", "nl"),
        ("\x1b[12;13Hteks", "teks"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg", "a\nb\nc\nd\ne\nf\ng"),
        ("kiri\u202ekanan\u2066x\u2069", "kirikananx"),
        ("e\u0301", "é"),
        ("ta\u00adnda\u200b\ufeff", "tanda"),
        ("tab\tdan spasi\u00a0keras", "tab\tdan spasi\u00a0keras"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_each_kind_of_danger(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_nothing_unsafe_remains_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


@given(st.lists(st.from_regex("[a-z]{2,8}", fullmatch=True), max_size=20), st.sampled_from("\n\t \r\x0b\u2028"))
def test_no_word_of_an_honest_text_is_lost(words: list[str], between: str) -> None:
    assert clean(between.join(words)).split() == words


@given(st.lists(st.from_regex("[a-z]{2,8}", fullmatch=True), max_size=20), st.sampled_from(UNSEEN))
def test_what_cannot_be_seen_is_taken_away_and_no_word_with_it(words: list[str], unseen: str) -> None:
    assert clean(unseen + f" {unseen}".join(words) + unseen).split() == words


OPENERS = [
    "\x1b]",
    "\x1b]0;",
    "\x1b[",
    "\x1b[1;",
    "\x1bP",
    "\x1b_",
    "\x1b^",
    "\x1bX",
    "\x9b",
    "\x9d",
    "\x90",
    "\x9f",
    "\x1b",
]


@pytest.mark.parametrize("opener", OPENERS)
def test_a_sequence_that_was_never_closed_takes_no_text_with_it(opener: str) -> None:
    cleaned = clean(f"awal {opener}\n1 tengah\nakhir")
    assert cleaned.startswith("awal ")
    assert cleaned.endswith("\n1 tengah\nakhir")
    assert clean(f"awal {opener}" + "0" * 5000 + " akhir").endswith("0" * 5000 + " akhir")
    assert clean(f"awal {opener}" + "0" * 5000 + "\x07 akhir").endswith(" akhir")


# -- hostile texts -----------------------------------------------------------------------------------------------

WORDS = (
    "warga kota puskesmas gratis anggaran sekolah jalan bantuan dan di kepala dinas é “kutip” 2026 Rp1.500".split()
)
WHOLE = [
    *(
        "\x1b[31m",
        "\x1b[0m",
        "\x1b[2J",
        "\x1b[?1049h",
        "\x1b[38;2;1;2;3m",
        "\x1b[12;1H",
        "\x9b1m",
        "\x1b7",
        "\x1b8",
    ),
    *(
        "\x1b]0;jahat\x07",
        "\x1b]2;jahat\x1b\\",
        "\x1b]52;c;amFoYXQ=\x07",
        "\x1b]8;;file:///etc\x1b\\",
        "\x9d0;jahat\x9c",
    ),
    *("\x1bPq#0\x1b\\", "\x1b_Gjahat\x1b\\", "\x1b^jahat\x1b\\", "\x1bXjahat\x1b\\", "\x90jahat\x9c", "\x1b[6n"),
]
ALONE = [*UNSEEN, "\u206a", "\ufff9", "\x1b", "\x9b", "\x84", "\r", "\x0b", "\u2028", "\x85"]
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def hostile(chance: random.Random) -> tuple[str, list[str]]:
    """A text, and the words of it that are honest. On a line there are either whole sequences, or openers that
    are never closed."""
    lines, honest = [], []
    for _ in range(chance.randrange(1, 5)):
        pieces = chance.choice([WHOLE, ALONE, OPENERS, [*WHOLE, *ALONE], [""]])
        line = ""
        for _ in range(chance.randrange(0, 8)):
            line += "".join(chance.choices(pieces, k=chance.randrange(0, 3)))
            word = chance.choice(WORDS)
            line += chance.choice(["", " "]) + word + " "
            honest.append(word)
        lines.append(line + "".join(chance.choices(pieces, k=chance.randrange(0, 3))))
    return chance.choice(["\n", "\r\n", "\n\n"]).join(lines), honest


def test_twenty_thousand_hostile_texts_keep_every_word_and_nothing_else() -> None:
    chance = random.Random(2026)
    words = 0
    for _ in range(20_000):
        text, honest = hostile(chance)
        cleaned = clean(text)
        assert not UNSAFE.search(cleaned), (text, cleaned)
        assert "jahat" not in cleaned, (text, cleaned)
        assert clean(cleaned) == cleaned
        assert unicodedata.is_normalized("NFC", cleaned)
        place = 0
        for word in honest:
            place = cleaned.find(word, place)
            assert place >= 0, (text, cleaned, word)
            place += len(word)
        words += len(honest)
    print(f"20,000 hostile texts: {words:,} words, all there; no control, no sequence left")


@given(st.text(max_size=300))
def test_letters_and_figures_of_any_text_without_sequences_are_all_kept(text: str) -> None:
    text = re.sub("[\x1b\x80-\x84\x86-\x9f]", "", text)
    shown = unicodedata.normalize("NFC", UNSAFE.sub("", re.sub("[\x0b\x0c\r\x85\u2028\u2029]", "\n", text)))
    assert [one for one in clean(text) if one.isalnum()] == [one for one in shown if one.isalnum()]


@given(st.text(max_size=100))
def test_all_that_is_shown_is_composed(text: str) -> None:
    assert clean(unicodedata.normalize("NFD", clean(text))) == clean(text)


@pytest.mark.parametrize(
    "kept",
    ["👨\u200d👩\u200d👧", "می\u200cخواهم", "🏴\U000e0067\U000e0062\U000e007f", "❤️", "à la carte", "ﷺ", "Å"],
)
def test_what_scripts_and_emoji_are_written_with_stays(kept: str) -> None:
    assert clean(kept) == unicodedata.normalize("NFC", kept)


def test_hostile_text_of_any_length_ends() -> None:
    for hostile in ("\x1b]" * 50_000, "\x1b]0;" + "x" * 100_000 + "\x1b[31m" * 20_000):
        assert "\x1b" not in clean(hostile)


def test_a_line_is_one_line() -> None:
    assert clean_line("  dua \n baris\t\x1b[1msaja ") == "dua baris saja"
