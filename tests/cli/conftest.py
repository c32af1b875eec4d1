"""The command line run in this process, in a folder of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from humas_tui.__main__ import main
from humas_tui.model import Release, new_identifier
from humas_tui.store import ReleaseStore
from tests.conftest import Places

HOSTILE = "Waspada \x1b[31m[/]\x07\x9b2J\r\nbaris \u202edua\t\x1b]0;judul\x07[bold]"


@dataclass(frozen=True)
class Result:
    """What a run gave."""

    code: int
    out: str
    err: str


class Screen(io.StringIO):
    """Standard output or error on a terminal."""

    def isatty(self) -> bool:
        return True


Run = Callable[..., Result]
Keep = Callable[..., Release]


@pytest.fixture(autouse=True)
def _isolated(places: Places) -> None:
    """Every test of the command line runs in a folder of its own."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command with these words; its output is a pipe."""

    def _run(*words: str) -> Result:
        capsys.readouterr()
        code = main(words)
        return Result(code, *capsys.readouterr())

    return _run


@pytest.fixture
def run_on_terminal(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command with these words on a terminal of 80 columns."""

    def _run(*words: str, columns: int = 80) -> Result:
        out, err = Screen(), Screen()
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdout", out)
            patch.setattr("sys.stderr", err)
            patch.setattr("sys.stdin", Screen())
            patch.setenv("COLUMNS", str(columns))
            patch.setenv("TERM", "xterm-256color")
            code = main(words)
        return Result(code, out.getvalue(), err.getvalue())

    return _run


@pytest.fixture
def keep(places: Places) -> Keep:
    """Put a release into the data file; ``created`` counts up by an hour unless given."""
    hours: Iterable[int] = iter(range(24))

    def _keep(**fields: Any) -> Release:
        now = datetime(2026, 11, 18, next(iter(hours)), tzinfo=UTC)
        release = Release(**{"id": new_identifier(now), "created": now, "updated": now, **fields})
        with ReleaseStore(places.data) as store:
            store.put([release])
        return release

    return _keep
