"""What makes the word lists: affixes expanded, loanwords respelt, the same bytes twice."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tools import build_lexicon
from tools.affixes import expand, flag_set, read_affixes
from tools.build_lexicon import Made, by_band, pairs, places
from tools.loans import respelt

AFFIXES = """
SET ISO8859-1
FLAG long
CIRCUMFIX A1
NEEDAFFIX A2

PFX M0 Y 3 # me-
PFX M0 0 me [lmnryw]
PFX M0 t men t[^r]
PFX M0 0 mem [bfv]

PFX D0 Y 1
PFX D0 0 di .

PFX K1 Y 1
PFX K1 0 ke/A1 .

SFX Ka Y 1 # ke-an
SFX Ka 0 an/K1o0A1 .

SFX a0 Y 2
SFX a0 0 an .
SFX a0 0 annya

SFX o0 Y 2
SFX o0 0 ku .
SFX o0 0 nya
"""


@pytest.fixture
def expanded(tmp_path: Path) -> list[str]:
    (tmp_path / "id.aff").write_text(AFFIXES, encoding="iso-8859-1")
    (tmp_path / "id.dic").write_text("4\ntulis/M0a0o0\nbaca/M0\nindah/Ka\nsitua/A2D0\n", encoding="iso-8859-1")
    affixes = read_affixes(tmp_path / "id.aff", implied={"M0": ("D0",)})
    return sorted(expand(tmp_path / "id.dic", affixes))


def test_stems_are_expanded(expanded: list[str]) -> None:
    # tulis: melted, its passive, -an; no clitics. indah: both halves of ke- … -an or none. situa: not alone.
    assert expanded == sorted("tulis menulis ditulis tulisan baca membaca dibaca indah keindahan disitua".split())


def test_flags_are_of_two_letters() -> None:
    assert flag_set("M0a0o0") == {"M0", "a0", "o0"}


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("regenerative", "regeneratif"),
        ("topical", "topikal"),
        ("topical", "topis"),
        ("persistent", "persisten"),
        ("chronology", "kronologi"),
        ("photography", "fotografi"),
        ("succession", "suksesi"),
        ("quantity", "kuantitas"),
        ("stabilization", "stabilisasi"),
        ("symptomatic", "simptomatik"),
        ("expansive", "ekspansif"),
    ],
)
def test_loanwords(english: str, indonesian: str) -> None:
    assert indonesian in respelt(english)


@pytest.mark.parametrize("word", ["house", "running", "topic", "settlement", "basically"])
def test_what_is_not_borrowed_so(word: str) -> None:
    assert list(respelt(word)) == []


def test_names_as_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "provinces.csv").write_text("code,name\n11,ACEH\n", encoding="utf-8")
    regencies = "code,province_code,name\n1,11,KABUPATEN ACEH SELATAN\n2,11,KOTA ADMINISTRASI JAKARTA PUSAT\n"
    (tmp_path / "regencies.csv").write_text(regencies, encoding="utf-8")
    (tmp_path / "districts.csv").write_text("code,regency_code,name\n1,1,Kluet Utara\n", encoding="utf-8")
    assert list(places(tmp_path)) == ["Aceh", "Aceh Selatan", "Jakarta Pusat", "Kluet Utara"]


def test_bands_are_lines() -> None:
    bands = by_band({"yang": 2, "dan": 1, "di": 2})
    assert bands[:4] == ("", "dan", "di yang", "")
    assert len(bands) == 61


def test_pairs_of_several_words_only() -> None:
    assert set(pairs(["ab"] * 10 + ["ac"] * 9)) == {"^a", "ab", "b$"}


def test_the_same_lines_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_lexicon, "TARGET", tmp_path)
    made = Made("words.txt.gz", ("adat", "baca"), "somewhere 1.0", "MIT")
    entry = made.write()
    first = (tmp_path / "words.txt.gz").read_bytes()
    assert made.write() == entry
    assert (tmp_path / "words.txt.gz").read_bytes() == first
    assert gzip.decompress(first) == b"adat\nbaca\n"
    assert 'source = "somewhere 1.0"' in entry
