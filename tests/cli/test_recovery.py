"""A data file that is damaged, and the commands that meet it: what they repair they tell, and they are never
silent about words that may be missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from humas_tui.store import ReleaseStore
from tests.cli.conftest import Keep, Run
from tests.conftest import Places


@pytest.fixture
def data(places: Places, keep: Keep) -> Path:
    for headline in ("Satu", "Dua", "Tiga"):
        keep(headline=headline)
    return places.data


def spoil(data: Path, *, alone: bool) -> None:
    """Change a letter; ``alone``: with nothing left to repair it from."""
    data.write_bytes(data.read_bytes().replace(b'"headline":"Dua"', b'"headline":"Dxa"'))
    for path in data.parent.glob("humas.json.bak*") if alone else ():
        path.unlink()


@pytest.mark.parametrize("words", [["list"], ["show", "latest"], ["export", "latest", "--to", "txt"]])
def test_one_that_looks_tells_what_may_be_missing(run: Run, data: Path, words: list[str]) -> None:
    spoil(data, alone=True)
    before = data.read_bytes()
    for _time in range(2):
        result = run(*words, *(["--force"] if words[0] == "export" else []))
        assert result.code == 0
        assert result.err.startswith("Damaged documents in humas.json that may differ from what was written: 1 (")
        assert result.out
    assert data.read_bytes() == before


@pytest.mark.parametrize("words", [["list"], ["show", "latest"]])
def test_one_that_looks_is_silent_where_nothing_is_missing(run: Run, data: Path, words: list[str]) -> None:
    spoil(data, alone=False)
    result = run(*words)
    assert (result.code, result.err) == (0, "")
    assert "Dxa" not in result.out


def test_one_that_writes_tells_what_it_has_repaired(run: Run, data: Path) -> None:
    spoil(data, alone=False)
    result = run("new", "--title", "Empat")
    assert result.code == 0
    assert result.err.splitlines() == [
        "humas.json was damaged. It was made anew from the copy before and the journal; nothing is lost.",
        "The damaged bytes are kept in humas.json.damaged-1.",
    ]
    assert {one.headline for one in ReleaseStore(data).all()} == {"Satu", "Dua", "Tiga", "Empat"}
    assert run("new", "--title", "Lima").err == "", "once"
