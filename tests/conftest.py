"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from humas_tui import i18n

# A busy machine is no fault of the code; pytest's own timeout catches what hangs.
settings.register_profile("humas-tui", deadline=None)
settings.load_profile("humas-tui")

# What a sync adds – that the bytes survive a loss of power – no test on a real disk can see (``simulated_disk`` is
# for that), but on a busy one they wait for it. A file that is not open is refused all the same. Programs that
# tests start, such as those that are killed, do sync.
os.fsync = os.fdatasync = lambda descriptor: os.fstat(descriptor) and None


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are processors: in a pilot the newsroom and its tester wait for each other."""
    return round((os.cpu_count() or 2) * 1.5)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew instead of comparing with them"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="module")
def english() -> Iterator[None]:
    """What is told in a module is told in English."""
    before = i18n.current()
    i18n.use("en")
    yield
    i18n.use(before)


@dataclass(frozen=True)
class Places:
    """The places of a program that knows nothing of the user's own: neither file is there yet."""

    folder: Path
    data: Path
    config: Path


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Places]:
    """The program on its own in an empty folder, which is the current one; it speaks English."""
    found = Places(tmp_path, tmp_path / "humas.json", tmp_path / "config.toml")
    monkeypatch.setenv("HUMAS_TUI_DATA", str(found.data))
    monkeypatch.setenv("HUMAS_TUI_CONFIG", str(found.config))
    monkeypatch.setenv("HUMAS_TUI_LANG", "en")
    for name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "TTY_COMPATIBLE",
        "TTY_INTERACTIVE",
        "TMUX",
        "DISPLAY",
        "WAYLAND_DISPLAY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    before = i18n.current()
    yield found
    i18n.use(before)
