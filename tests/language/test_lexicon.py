"""The word lists: they are what the manifest says, and the user's stands in for the dictionary."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from humas_tui.errors import UnreadableFileError
from humas_tui.language.lexicon import HERE, REFUSED, load, own_words, read_list, users_dictionary

MANIFEST = tomllib.loads((HERE / "manifest.toml").read_text(encoding="utf-8"))["list"]
#: The text of the licence that must go with each list.
LICENCES = {
    "LGPL-3.0": ("LGPL-3.txt", "GNU LESSER GENERAL PUBLIC LICENSE"),
    "ODbL-1.0": ("ODbL-1.0.md", "Open Database License"),
    "CC-BY-SA-4.0": ("CC-BY-SA-4.0.txt", "Attribution-ShareAlike 4.0"),
    "SCOWL": ("COPYRIGHT.txt", "Kevin Atkinson"),
}


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_list_is_what_the_manifest_says(entry: dict[str, str]) -> None:
    text = gzip.decompress((HERE / entry["file"]).read_bytes())
    assert hashlib.sha256(text).hexdigest() == entry["sha256"]
    assert text.count(b"\n") == entry["lines"]


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_list_has_its_licence_and_its_source_beside_it(entry: dict[str, str]) -> None:
    folder = (HERE / entry["file"]).parent
    name, words = LICENCES[entry["licence"]]
    assert words in (folder / name).read_text(encoding="utf-8")
    version = entry["source"].split(",")[0].split()[-1]
    assert version in (folder / "README.md").read_text(encoding="utf-8")


def test_every_packed_list_is_in_the_manifest() -> None:
    there = {str(path.relative_to(HERE).as_posix()) for path in HERE.rglob("*.gz")}
    assert there == {entry["file"] for entry in MANIFEST}


def test_lists_are_small() -> None:
    assert sum(path.stat().st_size for path in HERE.rglob("*.*") if path.suffix != ".pyc") < 1_000_000


def test_own_words_are_sorted_once_and_not_refused_too() -> None:
    istilah = read_list(HERE / "own" / "istilah.txt")
    assert istilah == sorted(set(istilah))
    assert not own_words() & set(read_list(REFUSED))


def test_what_is_read() -> None:
    lexicon = load()
    assert {"kegiatan", "melaksanakan", "dilaksanakan", "bansos", "kupu-kupu", "februari"} <= lexicon.words
    assert {"sebagi", "degan"}.isdisjoint(lexicon.words | lexicon.made | lexicon.fragments | lexicon.rarity.keys())
    assert lexicon.rarity["yang"] < lexicon.rarity["rumah"] < lexicon.rarity["jembatan"] <= 60
    assert {"jombang", "subang", "kaltim"} & lexicon.names == {"jombang", "subang"}
    assert "workshop" in lexicon.english
    assert "regeneratif" in lexicon.words | lexicon.loans
    assert "kupu" in lexicon.fragments
    assert "ng" in lexicon.pairs
    assert "qx" not in lexicon.pairs


def test_users_dictionary_takes_the_place_of_ours(tmp_path: Path) -> None:
    assert users_dictionary(tmp_path / "config.toml") is None
    given = tmp_path / "kamus.txt"
    given.write_bytes("\ufeff# kamus kantor\r\nKegiatan\r\n\r\nlanggas # muda\r\n".encode())
    assert users_dictionary(tmp_path / "config.toml") == given
    lexicon = load(given)
    assert {"kegiatan", "langgas"} <= lexicon.words
    assert "jembatan" not in lexicon.words | lexicon.made
    assert own_words() <= lexicon.words


def test_packed_dictionary(tmp_path: Path) -> None:
    packed = tmp_path / "kamus.txt.gz"
    packed.write_bytes(gzip.compress(b"langgas\n"))
    assert users_dictionary(tmp_path / "config.toml") == packed
    assert "langgas" in load(packed).words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kamus.txt", b"\xff\xfe\x00"),
        ("kamus.txt.gz", b"langgas\n"),
        ("kamus.txt.gz", gzip.compress(b"langgas" * 99, mtime=0)[:-9]),
    ],
)
def test_dictionary_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFileError, match="kamus"):
        load(tmp_path / name)


def test_missing_dictionary_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="kamus"):
        load(tmp_path / "kamus.txt")


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import gzip\n"
        "def refuse(*given): raise AssertionError('read too early')\n"
        "gzip.decompress = refuse\n"
        "import humas_tui.language.spelling\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
