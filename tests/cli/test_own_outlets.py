"""The user's own outlets in the commands that name outlets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from humas_tui.outlets import bring
from tests.cli.conftest import Keep, Run
from tests.conftest import Places

TOML = """title = "Radio"
template = "radio.j2"
text = true
[limit]
value = 20
source = "rapat"
checked = 2026-11-20
"""


@pytest.fixture(autouse=True)
def folder(places: Places) -> Iterator[Path]:
    """A folder beside the settings with one good outlet and two faulty ones."""
    outlets = places.folder / "outlets"
    outlets.mkdir()
    (outlets / "radio.toml").write_text(TOML)
    (outlets / "radio.j2").write_text("{{ headline|upper }}\n")
    (outlets / "rusak.toml").write_text("title = ")
    (outlets / "salah.toml").write_text('title = "Salah"\ntemplate = "salah.j2"\n')
    (outlets / "salah.j2").write_text("satu\n{% for %}")
    yield outlets
    bring(None)


def test_it_is_listed_and_what_is_faulty_is_told(run: Run) -> None:
    result = run("outlets", "--json")
    items = {item["name"]: item for item in json.loads(result.out)}
    assert result.code == 0
    assert (items["radio"]["title"], items["radio"]["limit"], items["radio"]["unit"]) == (
        "Radio",
        20,
        "characters",
    )
    assert (items["radio"]["source"], items["radio"]["checked"]) == ("rapat", "2026-11-20")
    assert "rusak" not in items
    assert "docx" in items
    told = result.err.splitlines()
    assert len(told) == 2
    assert "rusak.toml cannot be used" in told[0]
    assert "salah.j2 cannot be used: line 2" in told[1]


def test_it_is_copied_counted_and_exported(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Pasar murah")
    assert run("copy", "latest", "--for", "radio", "--print").out == "PASAR MURAH\n"
    (places.folder / "teks.txt").write_text("x" * 21)
    counted = json.loads(run("count", "teks.txt", "--for", "radio").out)
    assert (counted["count"], counted["limit"], counted["fits"]) == (21, 20, False)
    result = run("export", "latest", "--to", "radio,txt")
    assert (result.code, result.err) == (0, "")
    assert (places.folder / "2026-11-18-pasar-murah.radio.txt").read_text() == "PASAR MURAH\n"
    keep(headline="Judul yang terlalu panjang")
    assert run("export", "latest", "--to", "radio").code == 5
    assert "radio" in run("completion", "bash").out


def test_a_faulty_one_is_told_when_it_is_named_and_stops_no_other(run: Run, keep: Keep) -> None:
    keep(headline="Pasar murah")
    named = run("copy", "latest", "--for", "rusak", "--print")
    assert (named.code, named.out) == (3, "")
    assert "rusak.toml cannot be used" in named.err
    result = run("export", "latest", "--to", "salah,txt")
    assert (result.code, result.out) == (3, "2026-11-18-pasar-murah.txt\n")
    assert "salah.j2 cannot be used: line 2" in result.err
    assert run("copy", "latest", "--for", "docx", "--print").err == ""


def test_a_kit_is_made_without_one_that_fails_and_says_so(run: Run, keep: Keep, folder: Path) -> None:
    kept = keep(headline="Pasar murah")
    (folder / "salah.toml").write_text('title = "Salah"\ntemplate = "salah.j2"\ntext = true\n')
    result = run("export", "latest", "--to", "kit")
    assert (result.code, result.out) == (0, "2026-11-18-pasar-murah.zip\n")
    begins = f"humas-tui: {kept.id}, kit: The kit is made without Salah. The outlet in "
    assert result.err.startswith(begins)
    assert result.err.count("\n") == 1
    with ZipFile("2026-11-18-pasar-murah.zip") as kit:
        names = kit.namelist()
    assert "2026-11-18-pasar-murah.radio.txt" in names
    assert "2026-11-18-pasar-murah.x.txt" in names
    assert not [name for name in names if "salah" in name]
