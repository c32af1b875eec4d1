"""The promise: what was said to be saved is on the disk, and what was typed is saved, however the program ends.

A writer is killed at any moment; the real program, on a terminal of its own, is killed, told to end, and
loses its terminal.
"""

from __future__ import annotations

import os
import random
import re
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from humas_tui.model import Reason, Release
from humas_tui.store import ReleaseStore
from tests.samples import STEMS, release

if TYPE_CHECKING:
    from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent.parent

# -- a writer, killed at any moment --------------------------------------------------------------------------

THEN = datetime(2026, 11, 18, tzinfo=UTC)
NAMES = tuple(f"06a2abe4gr2r{letter}" for letter in "abcdefgh")
KINDS = ("put", "put", "put", "put", "unsynced", "unsynced", "sync", "version", "discard", "back", "tidy", "close")

State = tuple[dict[str, int], dict[str, int], dict[str, int]]


def value(identifier: str, revision: int) -> Release:
    """The release whose text tells its revision; up to 40 KB long."""
    body = f"{revision} " * (revision * 7919 % 8_000)
    return Release(
        id=identifier, created=THEN, updated=THEN, revision=revision, headline=f"Rilis {revision}", body=body
    )


class Play:
    """What is done to a store, one step after another, and what must be found then: releases by revision, the
    trash, how many versions each release has."""

    def __init__(self) -> None:
        self.chance = random.Random()
        self.releases: dict[str, int] = {}
        self.trash: dict[str, int] = {}
        self.versions: dict[str, int] = {}
        self.number = 0

    @property
    def state(self) -> State:
        return dict(self.releases), dict(self.trash), dict(self.versions)

    def step(self) -> tuple[str, str]:
        """The next thing to do, done to the state."""
        self.number += 1
        kind, name = self.chance.choice(KINDS), self.chance.choice(NAMES)
        if kind in ("put", "unsynced", "version") and name not in self.trash:
            self.releases[name] = self.number
            if kind == "version":
                self.versions[name] = self.versions.get(name, 0) + 1
        elif kind == "discard" and name in self.releases:
            self.trash[name] = self.releases.pop(name)
        elif kind == "back" and name in self.trash:
            self.releases[name] = self.trash.pop(name)
        elif kind not in ("sync", "tidy", "close"):
            kind = "nothing"
        return kind, name

    def do(self, store: ReleaseStore, kind: str, name: str) -> None:
        """The same, done to a store."""
        if kind in ("put", "unsynced"):
            store.put([value(name, self.number)], synced=kind == "put")
        elif kind == "version":
            release = value(name, self.number)
            store.put([release])
            store.keep_version(release, THEN, Reason.SIMPAN, "ani")
        elif kind == "discard":
            store.discard([name], THEN, "ani")
        elif kind == "back":
            store.put_back([name])
        elif kind == "sync":
            store.sync()
        elif kind == "tidy":
            store.tidy(idle=True)
        elif kind == "close":
            store.close()


def play_until_killed(play: Play, path: Path, seconds: float) -> int:
    """Go on with a copy of the play in a child, killed so many seconds after its first step. Returns how many
    steps it told to be done."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            store = ReleaseStore(path)
            while True:
                play.do(store, *play.step())
                os.write(writing, b".")
        finally:
            os._exit(1)
    os.close(writing)
    told = len(os.read(reading, 1))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(reading, 65536):
        told += len(piece)
    os.close(reading)
    return told


def found_in(store: ReleaseStore) -> State:
    """What a store holds; every text must be whole."""
    releases = {one.id: one for one in store.all()}
    trash = {thrown.release.id: thrown.release for thrown in store.discarded()}
    for one in (*releases.values(), *trash.values()):
        assert one == value(one.id, one.revision)
    counts = {}
    for name in NAMES:
        versions = store.versions(name)
        assert [version.number for version in versions] == list(range(len(versions), 0, -1))
        if versions:
            newest = store.version(name, len(versions))
            assert newest == value(name, newest.revision)
            counts[name] = len(versions)
    return (
        {name: one.revision for name, one in releases.items()},
        {name: one.revision for name, one in trash.items()},
        counts,
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows does not fork")
@pytest.mark.parametrize("kills", [200, pytest.param(2000, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])])
def test_no_step_that_a_writer_told_is_lost_when_it_is_killed(tmp_path: Path, kills: int) -> None:
    """Saves not yet synced outlive a kill, too. What was under way may be done or not, nothing between."""
    path, chance, play = tmp_path / "humas.json", random.Random(2026), Play()
    with ReleaseStore(tmp_path / "warm.json") as store:  # children begin with everything imported
        store.keep_version(value(NAMES[0], 1), THEN, Reason.SIMPAN, "")
    steps = midway = reports = 0
    for seed in range(kills):
        play.chance.seed(seed)
        done = play_until_killed(play, path, chance.uniform(0, 0.05))
        for _ in range(done):
            play.step()
        before = play.state
        under_way, name = play.step()
        after = play.state
        allowed = [before, after]
        if under_way == "version":
            allowed.append((before[0] | {name: play.number}, before[1], before[2]))
        with ReleaseStore(path) as store:
            store.claim()
            reports += len(store.findings())
            found = found_in(store)
        assert found in allowed
        steps += done
        midway += found != before
        play.releases, play.trash, play.versions = map(dict, found)
    with TinyDB(path) as plain:
        assert {one["id"]: one["revision"] for one in plain.table("releases")} == play.releases
    print(f"{kills} kills, {steps} steps told, {midway} under way were done, {reports} findings: none lost")
    assert steps > kills


# -- the program on a terminal -------------------------------------------------------------------------------

TYPED = "Penting: banjir di 3 kelurahan – 40 keluarga, é. zqx7"
Open = Callable[[], "Terminal"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "humas.json"
    with ReleaseStore(path) as store:
        store.put([release(stem) for stem in STEMS[:3]])
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


def test_nothing_typed_into_the_text_of_an_outlet_is_lost_either(newsroom: Open, data: Path) -> None:
    terminal = newsroom()
    terminal.type("\x1bOS")  # F4
    terminal.shows("Edit text")
    terminal.type("\r")
    terminal.shows("Composed from the release")
    terminal.type(TYPED)
    terminal.send(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    (own,) = (own for one in ReleaseStore(data).all() for own in one.texts)
    assert own.text.startswith(TYPED)


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
    """Folders in the places of the journal stand for a disk that takes no new file there."""
    terminal = newsroom()
    for number in range(200):
        data.with_name(f"{data.name}.j{number:06}").mkdir()
    terminal.type(TYPED)
    terminal.send(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    (rescued,) = data.parent.glob("humas-penyelamatan-*.md")
    assert TYPED in rescued.read_text(encoding="utf-8")
    terminal.until(lambda: rescued.name in terminal.painted.replace("\r\n", ""), "where the text is")
