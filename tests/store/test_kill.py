"""The promise: what was said to be saved is on the disk, and what was typed is saved, however the program ends.

A writer is killed at any moment; the real program, on a terminal of its own, is killed, told to end, and
loses its terminal.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from humas_tui.store import ReleaseStore
from tests.samples import STEMS, release

if TYPE_CHECKING:
    from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent.parent

# -- a writer, killed at any moment --------------------------------------------------------------------------

WRITER = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from humas_tui.model import Release
from humas_tui.store import ReleaseStore

store = ReleaseStore(Path(sys.argv[1]))
then = datetime(2026, 11, 18, tzinfo=UTC)
for number in count(int(sys.argv[2])):
    body = "kata " * (number % 50_000)
    store.put([Release(id="06a2abe4gr2ra", created=then, updated=then, revision=number, body=body)])
    print(number, flush=True)
"""


def write_until_killed(path: Path, first: int, seconds: float) -> int:
    """Have numbered revisions put from ``first`` on; kill the writer so many seconds after it has told the
    first. Returns the last that it told."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert writer.stdout is not None
    told = [writer.stdout.readline()]
    killer = threading.Timer(seconds, writer.kill)
    killer.start()
    told += writer.stdout.readlines()
    killer.join()
    assert writer.wait(30) != 0
    return int([line for line in told if line.endswith("\n")][-1])


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=[pytest.mark.slow, pytest.mark.timeout(900)])])
def test_a_writer_that_is_killed_leaves_a_whole_file_with_what_it_told(tmp_path: Path, kills: int) -> None:
    path, chance = tmp_path / "humas.json", random.Random(2026)
    kept = 0
    for _ in range(kills):
        told = write_until_killed(path, kept + 1, chance.uniform(0, 0.06))
        (found,) = ReleaseStore(path).all()
        assert told <= found.revision <= told + 1
        assert found.body == "kata " * (found.revision % 50_000)
        with TinyDB(path) as plain:
            assert [document["revision"] for document in plain.table("releases").all()] == [found.revision]
        kept = found.revision
    assert kept > kills, "it was never killed in the middle"


# -- the program on a terminal -------------------------------------------------------------------------------

TYPED = "Penting: banjir di 3 kelurahan – 40 keluarga, é. zqx7"
Open = Callable[[], "Terminal"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "humas.json"
    ReleaseStore(path).put([release(stem) for stem in STEMS[:3]])
    return path


@pytest.fixture
def newsroom(tmp_path: Path, data: Path) -> Iterator[Open]:
    """Opens the newsroom on a terminal of its own and goes to the body of the newest release."""
    pytest.importorskip("termios", reason="Windows has no pseudo-terminals of this kind")
    from tests.terminal import Terminal

    config = tmp_path / "config.toml"
    config.write_text("")
    terminals: list[Terminal] = []

    def opened() -> Terminal:
        terminal = Terminal("--data", str(data), "--lang", "en", environment={"HUMAS_TUI_CONFIG": str(config)})
        terminals.append(terminal)
        terminal.shows("✓ saved")
        terminal.shows("words · ")
        terminal.type("\x1bOR")  # F3
        terminal.shows("F2 List")
        return terminal

    yield opened
    for terminal in terminals:
        terminal.close()


def saved(data: Path) -> str:
    """What stands before the body of the newest release; the rest of the file is as it was."""
    found = {one.id: one for one in ReleaseStore(data).all()}
    untouched = {one.id: one for one in map(release, STEMS[:3])}
    newest = max(untouched)
    assert {**found, newest: untouched[newest]} == untouched
    body, before = found[newest].body, untouched[newest].body
    assert body.endswith(before)
    assert found[newest].revision > untouched[newest].revision
    return body.removesuffix(before)


def test_what_is_shown_as_saved_outlives_a_kill(newsroom: Open, data: Path) -> None:
    terminal = newsroom()
    for text in (TYPED, "Lagi zqx8"):
        terminal.type(text)
        painted = terminal.shows(text[-4:])
        terminal.shows(r"saved \d\d\.\d\d\.\d\d", painted)
    terminal.send(signal.SIGKILL)
    assert terminal.wait() == -signal.SIGKILL
    assert saved(data) == TYPED + "Lagi zqx8"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_nothing_typed_is_lost_when_it_is_told_to_end(newsroom: Open, data: Path, name: str) -> None:
    """The signal comes right behind the keys, most of which lie in the terminal still."""
    number = getattr(signal, name)
    terminal = newsroom()
    terminal.type(TYPED)
    terminal.send(number)
    assert terminal.wait() == 128 + number
    assert saved(data) == TYPED


def test_nothing_shown_is_lost_when_the_terminal_is(newsroom: Open, data: Path) -> None:
    terminal = newsroom()
    terminal.type(TYPED)
    terminal.shows(TYPED[-4:])
    terminal.lose()
    assert terminal.wait() == 128 + signal.SIGHUP
    assert saved(data) == TYPED


def test_told_to_end_the_terminal_is_left_as_it_was(newsroom: Open, data: Path) -> None:
    terminal = newsroom()
    before = len(terminal.raw)
    terminal.send(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    terminal.until(lambda: re.search(r"\x1b\[\?1049l.*\x1b\[\?25h", terminal.raw[before:]), "the screen before")
    assert "Traceback" not in terminal.painted
    assert {one.id: one for one in ReleaseStore(data).all()} == {one.id: one for one in map(release, STEMS[:3])}


def test_a_disk_that_is_full_at_the_end_is_told_and_the_text_rescued(newsroom: Open, data: Path) -> None:
    """A folder in the place of the data file stands for a disk that takes it no more."""
    terminal = newsroom()
    data.unlink()
    data.mkdir()
    terminal.type(TYPED)
    terminal.send(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    (rescued,) = data.parent.glob("humas-penyelamatan-*.md")
    assert TYPED in rescued.read_text(encoding="utf-8")
    terminal.until(lambda: rescued.name in terminal.painted.replace("\r\n", ""), "where the text is")
