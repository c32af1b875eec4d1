"""Looking at releases: ``list`` and ``show``."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from humas_tui.cli.commands.list import short_names
from humas_tui.cli.table import in_columns, squeezed
from humas_tui.model import Category, Contact, Photo, Release, Status, to_document
from tests.cli.conftest import HOSTILE, Keep, Run

CONTROLS = [chr(code) for code in (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0))] + ["\u202e"]


def held(text: str) -> list[str]:
    """The control characters that ``text`` holds, save the line feed."""
    return [character for character in CONTROLS if character in text]


def document(release: Release) -> Any:
    """The release as the data file holds it."""
    return json.loads(json.dumps(to_document(release)))


@pytest.fixture
def three(keep: Keep) -> list[Release]:
    return [
        keep(
            headline="Satu", place="Cisarua", status=Status.ARSIP, event_date=date(2025, 1, 5), body="air bersih"
        ),
        keep(headline="Dua", place="Lembah", category=Category.KRISIS, body="banjir dan air"),
        keep(headline="Tiga", place="Lembah", body="pasar", tone=("positif", "humanis", "hangat")),
    ]


def test_a_pipe_gets_the_newest_first_in_columns_parted_by_tabs(run: Run, three: list[Release]) -> None:
    result = run("list")
    one, two, three_ = (release.id for release in three)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        f"{three_}\tdraf\t2026-11-18\tLembah\tTiga",
        f"{two}\tdraf\t2026-11-18\tLembah\tDua",
        f"{one}\tarsip\t2025-01-05\tCisarua\tSatu",
    ]


@pytest.mark.parametrize(
    ("words", "headlines"),
    [
        (["--status", "arsip"], ["Satu"]),
        (["--status", "ARSIP"], ["Satu"]),
        (["--category", "krisis"], ["Dua"]),
        (["--tone", "Humanis"], ["Tiga"]),
        (["--tone", "positif", "--status", "arsip"], []),
        (["--since", "2026-11-18"], ["Tiga", "Dua"]),
        (["--since", "5 Januari 2025"], ["Tiga", "Dua", "Satu"]),
        (["--since", "19/11/2026"], []),
        (["--search", "AIR"], ["Dua", "Satu"]),
        (["--search", "air lembah"], ["Dua"]),
        (["--search", "air", "--status", "draf", "--since", "1/1/2026"], ["Dua"]),
    ],
)
def test_filters(run: Run, three: list[Release], words: list[str], headlines: list[str]) -> None:
    result = run("list", *words)
    assert result.code == 0
    assert [line.split("\t")[-1] for line in result.out.splitlines()] == headlines


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--status", "foo"], "draf, tinjau, disetujui, terbit, arsip"),
        (["--category", "foo"], "krisis"),
        (["--tone", "hangat"], "humanis, positif"),
        (["--since", "besok"], "2026-11-18"),
    ],
)
def test_a_filter_that_there_is_not_names_those_there_are(run: Run, words: list[str], named: str) -> None:
    result = run("list", *words)
    assert (result.code, result.out) == (2, "")
    assert words[1] in result.err
    assert named in result.err


def test_json_is_an_array_of_documents(run: Run, three: list[Release]) -> None:
    assert json.loads(run("list", "--json").out) == [document(release) for release in reversed(three)]
    assert json.loads(run("list", "--json", "--search", "nothing").out) == []


def test_a_terminal_gets_a_table_with_short_names(run: Run, run_on_terminal: Run, three: list[Release]) -> None:
    lines = run_on_terminal("list").out.splitlines()
    assert lines[0].split() == ["ID", "Status", "Date", "Place", "Headline"]
    assert lines[2].split()[1:] == ["Draft", "2026-11-18", "Lembah", "Tiga"]
    for line, release in zip(lines[2:], reversed(three), strict=True):
        name = line.split()[0]
        assert 4 <= len(name) < len(release.id)
        assert json.loads(run("show", name, "--json").out)["id"] == release.id


def test_a_table_keeps_within_the_terminal(run_on_terminal: Run, keep: Keep) -> None:
    keep(
        headline="Pemerintah Kota Sukamaju Membuka Layanan 会议会议会议 " * 5,
        place="Kecamatan Pasirangin Timur " * 3,
    )
    from rich.cells import cell_len

    for columns in (200, 80, 40, 14):
        lines = run_on_terminal("list", columns=columns).out.splitlines()
        assert max(map(cell_len, lines)) <= columns
        assert "…" in lines[2]


def test_an_empty_list_says_so_to_a_person_only(run: Run, run_on_terminal: Run, keep: Keep) -> None:
    assert run("list") == run("list", "--search", "nothing")
    assert run("list").out == run("list").err == ""
    assert run_on_terminal("list").err == "There is no release yet.\n"
    keep(headline="Satu")
    assert run_on_terminal("list", "--search", "nothing").err == "Nothing found.\n"


def test_hostile_text_reaches_no_terminal(run: Run, run_on_terminal: Run, keep: Keep) -> None:
    kept = keep(
        headline=HOSTILE,
        place=HOSTILE,
        body=f"Isi {HOSTILE}",
        credits=(HOSTILE,),
        contacts=(Contact(name=HOSTILE),),
        photos=(Photo(file=HOSTILE),),
    )
    for result in (run("list"), run_on_terminal("list"), run_on_terminal("list", "--json"), run("list", "--json")):
        assert held(result.out.replace("\t", "")) == []
    assert run("list").out.count("\n") == 1
    assert run("list").out.count("\t") == 4
    assert "Waspada [/] baris dua [bold]" in run("list").out
    assert "Waspada [/] baris dua [bold]" in run_on_terminal("list", columns=200).out
    shown = run_on_terminal("show", kept.id, columns=200).out.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert held(shown.replace("\t", "")) == []
    assert "Headline: Waspada [/] baris dua [bold]" in shown
    assert json.loads(run_on_terminal("show", kept.id, "--json").out)["headline"] == HOSTILE


def test_show_in_a_pipe_is_plain(run: Run, keep: Keep) -> None:
    kept = keep(headline="Judul", body="Alinea satu.\n\nAlinea dua.\n", hashtags=("Kota",), number="021/XI/2026")
    out = run("show", kept.id).out
    assert "\x1b" not in out
    assert out.startswith(f"ID: {kept.id}\nHeadline: Judul\n")
    assert "\nHashtags: #Kota\n" in out
    assert "\nNumber: 021/XI/2026\n" in out
    assert out.endswith("\n\nAlinea satu.\n\nAlinea dua.\n")


def test_show_on_a_terminal_breaks_between_words(run_on_terminal: Run, keep: Keep) -> None:
    kept = keep(headline="Judul", body="kata panjang sekali " * 10)
    lines = [line.rstrip() for line in run_on_terminal("show", kept.id, columns=30).out.splitlines()]
    assert "\x1b[1mHeadline: \x1b[0mJudul" in lines
    assert "kata panjang sekali kata" in lines


def test_show_honours_no_color(run_on_terminal: Run, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(headline="Judul")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in run_on_terminal("show", "latest").out


def test_show_as_json_is_the_document(run: Run, keep: Keep) -> None:
    kept = keep(headline="Judul", contacts=(Contact(name="Nadira"),), event_date=date(2026, 1, 2))
    assert json.loads(run("show", "latest", "--json").out) == document(kept)


def test_names_of_releases(run: Run, keep: Keep) -> None:
    keep(id="05d1aaaaaaaaa", headline="A")
    keep(id="05d1abbbbbbbb", headline="B")
    assert "Headline: A\n" in run("show", "05d1aa").out
    assert "Headline: B\n" in run("show", "05D1AB").out
    assert "Headline: B\n" in run("show", "latest").out
    short, unknown, ambiguous = run("show", "05d"), run("show", "zzzz"), run("show", "05d1")
    assert [short.code, unknown.code, ambiguous.code] == [3, 3, 2]
    assert "zzzz" in unknown.err
    assert "2 releases" in ambiguous.err


def test_latest_of_nothing(run: Run) -> None:
    result = run("show", "latest")
    assert (result.code, result.err) == (3, "humas-tui: There is no release yet.\n")


def test_short_names_are_unique_and_no_longer_than_needed() -> None:
    assert short_names(["aaaabbbb", "aaaacccc", "bbbbbbbb", "aaaabbcc"]) == {
        "aaaabbbb": "aaaabbb",
        "aaaabbcc": "aaaabbc",
        "aaaacccc": "aaaac",
        "bbbbbbbb": "bbbb",
    }
    assert short_names(["only"]) == {"only": "only"}
    assert short_names([]) == {}


def test_columns_give_way_from_the_widest() -> None:
    assert squeezed([4, 10, 30, 80], 70) == [4, 10, 28, 28]
    assert squeezed([4, 4], 100) == [4, 4]
    assert squeezed([4, 4], 0) == [1, 1]
    assert in_columns(["a", "b"], [["1", "long text"]], 9) == ["a  b", "─  ──────", "1  long …"]
