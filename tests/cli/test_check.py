"""``check`` and ``rules``: what is found, told, mended, by whatever name it is given."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from humas_tui.language.rules import rules
from humas_tui.store import ReleaseStore
from tests.cli.conftest import Keep, Run
from tests.conftest import Places

BAD = "Pasar dibuka.\n\nBalai  dibuka 👍 hari  ini.\n"
ONLY = ("--select", "spasi-ganda")


def test_a_release_is_checked_by_field(run: Run, keep: Keep) -> None:
    release = keep(headline="Pasar  Dibuka", body=BAD)
    result = run("check", release.id, *ONLY)
    assert result.code == 1
    assert [line.split(" ", 1)[0] for line in result.out.splitlines()] == [
        f"{release.id}/headline:1:6:",
        f"{release.id}/body:3:6:",
        f"{release.id}/body:3:21:",
    ]
    assert "galat spasi-ganda" in result.out
    assert result.err == "3 errors, 0 suggestions, 0 hints on style\n"


def test_the_release_edited_last_is_checked_where_nothing_is_named(run_on_terminal: Run, keep: Keep) -> None:
    keep(body=BAD)
    release = keep(body=BAD)
    result = run_on_terminal("check", *ONLY)
    assert result.code == 1
    assert f"{release.id}/body:3:6:" in result.out


def test_a_clean_text_ends_with_nought(run: Run, places: Places) -> None:
    Path("bersih.txt").write_text("Pasar dibuka.\n", "utf-8")
    result = run("check", "bersih.txt", *ONLY)
    assert (result.code, result.out, result.err) == (0, "", "Nothing was found.\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_json_has_lines_and_columns_from_one_in_code_points(run: Run, places: Places, ends: str) -> None:
    Path("rilis.txt").write_text(BAD.replace("\n", ends), "utf-8", newline="")
    result = run("check", "rilis.txt", "--format", "json", *ONLY)
    assert (result.code, result.err) == (1, "")
    _first, second = json.loads(result.out)
    assert second == {
        "file": "rilis.txt",
        "field": "body",
        "line": 3,
        "column": 21,
        "end_line": 3,
        "end_column": 23,
        "rule": "spasi-ganda",
        "level": "galat",
        "message": "One space is enough.",
        "fixes": [" "],
    }


def test_front_matter_is_not_prose_but_counts_as_lines(run: Run, places: Places) -> None:
    Path("rilis.md").write_text("---\nheadline: Pasar  dibuka\n---\n\nBalai  dibuka.\n", "utf-8")
    result = run("check", "rilis.md", *ONLY)
    assert [line.split(" ")[0] for line in result.out.splitlines()] == ["rilis.md:5:6:"]


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(BAD))
    assert "-:3:6:" in run("check", "-", *ONLY).out
    monkeypatch.setattr("sys.stdin", io.StringIO(BAD))
    assert "-:3:6:" in run("check", *ONLY).out


def test_a_word_file_is_read_as_import_reads_it(run: Run, keep: Keep, places: Places) -> None:
    release = keep(headline="Pasar Dibuka", body="Balai  dibuka.")
    run("export", release.id, "--to", "html")
    (path,) = Path().glob("*.html")
    result = run("check", str(path), "--fix", *ONLY)
    assert result.code == 5
    assert "import it first" in result.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "tiada"), 3),
        (("check", "tiada.txt"), 3),
        (("check", "a/b.docx"), 3),
        (("check", "-", "--select", "tiada"), 3),
        (("check", "-", "--ignore", "tiada"), 3),
        (("check", "-", "--format", "xml"), 2),
        (("rules", "--page", "tiada"), 3),
    ],
    ids=str,
)
def test_what_there_is_not(run: Run, places: Places, words: tuple[str, ...], code: int) -> None:
    result = run(*words)
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) <= 2


def test_a_file_in_another_encoding_is_refused_in_a_sentence(run: Run, places: Places) -> None:
    Path("lama.txt").write_bytes("Pasar dibuka – Senin".encode("cp1252"))
    result = run("check", "lama.txt")
    assert (result.code, result.out) == (3, "")
    assert "UTF-8" in result.err


# -- mending -----------------------------------------------------------------------------------------------------


def test_a_file_is_mended_to_the_byte_and_the_difference_shown(run: Run, places: Places) -> None:
    path = Path("rilis.md")
    path.write_bytes("\ufeff---\r\nx: 1\r\n---\r\nBalai  dibuka.\r\nTetap.\r\n".encode())
    result = run("check", "rilis.md", "--fix", *ONLY)
    assert path.read_bytes() == "\ufeff---\r\nx: 1\r\n---\r\nBalai dibuka.\r\nTetap.\r\n".encode()
    assert (result.code, result.out) == (0, "")
    assert "-Balai  dibuka.\n+Balai dibuka.\n" in result.err


def test_standard_input_comes_out_mended(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(BAD))
    result = run("check", "-", "--fix", *ONLY)
    assert (result.code, result.out) == (0, BAD.replace("  ", " "))


def test_a_release_is_mended_and_what_it_said_is_kept_as_a_version(run: Run, keep: Keep, places: Places) -> None:
    release = keep(headline="Pasar  Dibuka", body=BAD)
    result = run("check", release.id, "--fix", *ONLY)
    assert result.code == 0
    assert "-Pasar  Dibuka\n+Pasar Dibuka" in result.err
    store = ReleaseStore(places.data)
    stored = store.get(release.id)
    assert stored is not None
    assert (stored.headline, stored.body) == ("Pasar Dibuka", BAD.replace("  ", " "))
    (version,) = store.versions(release.id)
    assert (version.reason, store.version(release.id, version.number).body) == ("bahasa", BAD)


def test_checking_changes_nothing(run: Run, keep: Keep, places: Places) -> None:
    release = keep(body=BAD)
    before = places.data.read_bytes()
    run("check", release.id)
    assert places.data.read_bytes() == before


# -- the settings ------------------------------------------------------------------------------------------------


def test_rules_are_switched_off_and_words_are_right_by_the_settings(run: Run, places: Places) -> None:
    Path("rilis.txt").write_text(BAD, "utf-8")
    places.config.write_text('[language]\noff = ["spasi-ganda", "tiada"]\n')
    result = run("check", "rilis.txt", "--ignore", "saran,gaya")
    assert "spasi-ganda" not in result.out
    assert "“tiada”" in result.err
    places.config.write_bytes(b"")
    (places.config.parent / "kata-kantor.txt").write_bytes(b"\xff\n")
    result = run("check", "rilis.txt", *ONLY)
    assert "spasi-ganda" in result.out
    assert "kata-kantor.txt" in result.err


def test_the_office_may_have_a_dictionary_of_its_own(run: Run, places: Places) -> None:
    Path("rilis.txt").write_text("Warga mendatangi pasar dan rummah itu.\n", "utf-8")
    before = run("check", "rilis.txt", "--select", "ejaan-salah").out
    assert "rummah" in before
    dictionary = places.config.parent / "kamus.txt"
    dictionary.write_text("warga\nrummah\nmendatangi\nitu\nkami\nke\npasar\ndan\n", "utf-8")
    assert "rummah" not in run("check", "rilis.txt", "--select", "ejaan-salah").out
    dictionary.unlink()
    (places.config.parent / "kamus.txt.gz").write_bytes(b"langgas")
    result = run("check", "rilis.txt", "--select", "ejaan-salah")
    assert "kamus.txt.gz" in result.err
    assert result.out == before


# -- the rules ---------------------------------------------------------------------------------------------------


def test_every_rule_is_listed_with_its_page(run: Run) -> None:
    listed = json.loads(run("rules", "--json").out)
    assert [rule["code"] for rule in listed] == [rule.code for rule in rules()]
    assert all(rule["page"] == f"docs/rules.md#{rule['code']}" for rule in listed)
    lines = run("rules").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == [rule.code for rule in rules()]
    assert run("rules", "--page", "spasi-ganda").out.startswith("## spasi-ganda\n")
