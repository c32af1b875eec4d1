"""Spelling: slips are found and put right, and what is right is let be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.lexicon import load
from humas_tui.language.spelling import Doubt, Kind, Speller, is_plain, speller
from humas_tui.samples import samples_folder
from tests.language.seeding import doubted, sow, words

NONSTANDARD = ("analisa", "praktek", "menganalisa", "propinsi", "intruksi")
SPELLER = Speller(load(), NONSTANDARD, accepted=["gelaran", "sukamaju"])
SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((samples_folder() / "releases").glob("*.md"))]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("tangggal", "tanggal"),
        ("kegitan", "kegiatan"),
        ("kegiatanya", "kegiatannya"),
        ("pambangunan", "pembangunan"),
        ("masyarakta", "masyarakat"),
        ("masyrakat", "masyarakat"),
        ("pemeritnah", "pemerintah"),
        ("menigkatkan", "meningkatkan"),
        ("berberapa", "beberapa"),
        ("diharapakan", "diharapkan"),
        ("yng", "yang"),
        ("sebagi", "sebagai"),
        ("daham", "dalam"),
        ("kerumah", "ke rumah"),
        ("sertamelakukan", "serta melakukan"),
        ("bepindah-pindah", "berpindah-pindah"),
        ("langkah-langkha", "langkah-langkah"),
        ("tindaklanjut", "tindak lanjut"),
        ("mengadqngnya", "mengadangnya"),
        ("pengentasanya", "pengentasannya"),
    ],
)
def test_slips_are_put_right(wrong: str, right: str) -> None:
    doubt = SPELLER.look(wrong)
    assert doubt is not None
    assert doubt.kind is Kind.TYPO
    assert doubt.suggestions[0] == right
    assert len(doubt.suggestions) <= 5


@pytest.mark.parametrize(
    "word",
    """
    kegiatan kegiatannya masyarakat melaksanakan dilaksanakannya pertanggungjawaban menyosialisasikan memengaruhi
    bansos pergub forkopimda musrenbang pelindungan pengujung urun semringah pascabencana antarinstansi nontunai
    kupu-kupu sayur-mayur berlari-larian menari-nari sebaik-baiknya masing-masing masing kupu se-kabupaten
    gelaran sukamaju mu'amalah jum'at ke di yang dan
    """.split(),
)
def test_words_are_let_be(word: str) -> None:
    assert SPELLER.look(word) is None


def test_nonstandard_words_are_let_be_and_never_suggested() -> None:
    for word in (*NONSTANDARD, "analisanya", "dipraktekkan"):
        assert SPELLER.look(word) is None
    for slip in ("analsia", "analissa", "prakte", "paktek", "propnsi", "menganalsia"):
        meant = SPELLER.suggest(slip)
        assert not set(meant) & set(NONSTANDARD), slip
    assert "analisis" in SPELLER.suggest("analsis")


@pytest.mark.parametrize(
    "word", ["zxqvbn", "wattaqullah", "habbatussauda", "á¹£agīran", "xy", "nggak", "udah", "dkk"]
)
def test_what_is_near_to_nothing_likely_goes_to_the_quiet_list(word: str) -> None:
    assert SPELLER.look(word) == Doubt(Kind.UNKNOWN)


def test_loanwords_to_come_are_no_slips() -> None:
    assert SPELLER.look("topikalisasi") in {None, Doubt(Kind.UNKNOWN)}
    assert SPELLER.look("instigasi") in {None, Doubt(Kind.UNKNOWN)}


def test_english_is_told_apart() -> None:
    doubt = SPELLER.look("workshop")
    assert doubt is not None
    assert doubt.kind is Kind.FOREIGN
    assert SPELLER.look("outdoor-indoor") == Doubt(Kind.FOREIGN)
    energy = SPELLER.look("energy")
    assert energy is not None
    assert (energy.kind, energy.suggestions[0]) == (Kind.FOREIGN, "energi")


def test_a_name_needs_more_to_be_doubted() -> None:
    assert SPELLER.look("cilacap", name=True) is None
    assert SPELLER.look("zulkarnaen", name=True) is None
    assert SPELLER.look("hayang", name=True) is None
    clear = SPELLER.look("rombonngan", name=True)
    assert clear is not None
    assert clear.suggestions[0] == "rombongan"


@pytest.mark.parametrize("token", ["rumah", "Rumah", "rumah-rumah", "Jum’at", "é"])
def test_plain(token: str) -> None:
    assert is_plain(token)


@pytest.mark.parametrize(
    "token",
    ["KTP", "KTP-nya", "iPhone", "4G", "se-Indonesia", "K", "#tagar", "a@b.example", "www.kota.example", ""],
)
def test_not_plain(token: str) -> None:
    assert not is_plain(token)


def test_a_verse_is_not_indonesian() -> None:
    assert SPELLER.speaks_indonesian("bupati meresmikan jembatan baru".split())
    assert SPELLER.speaks_indonesian([])
    assert SPELLER.speaks_indonesian("krgiatan musrenbag".split())  # too few to tell
    assert not SPELLER.speaks_indonesian("wa laa taktumusy syahaadah wa may yaktumhaa".split())


def test_the_sample_releases_have_no_slip() -> None:
    total, doubts = doubted(SPELLER, SAMPLES)
    print(f"{total} words, {sum(doubts.values())} doubted")
    assert [word for word, doubt in doubts if doubt.kind is Kind.TYPO] == []


def test_slips_sown_into_the_sample_releases_are_found() -> None:
    sown = sow(SPELLER, SAMPLES, 3000, shortest=5)
    print(f"{sown.sown} slips sown, {sown.found} found, {sown.first} with the right word first")
    assert sown.found_share >= 0.92
    assert sown.first_share >= 0.88


@given(st.text(max_size=30))
def test_any_word_is_answered_for(word: str) -> None:
    doubt = SPELLER.look(word.lower())
    assert doubt is None or doubt.kind is not Kind.TYPO or doubt.suggestions
    SPELLER.look(word.lower(), name=True)
    assert len(SPELLER.suggest(word.lower())) <= 5


@pytest.mark.parametrize("word", ["a" * 100_000, "rumah" * 20_000, "nya" * 30_000, "-".join(["rumh"] * 20_000)])
def test_what_is_too_long_for_a_word_is_not_sought(word: str) -> None:
    assert SPELLER.look(word) == Doubt(Kind.UNKNOWN)
    assert SPELLER.suggest(word) == ()


def test_threads_come_to_the_same_end() -> None:
    asked = [word for text in SAMPLES for word, _ in words(text)] + ["kegitan", "tangggal"]
    alone = Speller(SPELLER.lexicon)
    expected = [alone.look(word) for word in asked]
    together = Speller(SPELLER.lexicon)
    with ThreadPoolExecutor(8) as threads:
        for found in threads.map(lambda _: [together.look(word) for word in asked], range(8)):
            assert found == expected


def test_one_speller_for_all() -> None:
    assert speller() is speller()
