"""A restore of mutated backups, on disks that fail, killed in its midst: all of it, or nothing of it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humas_tui import durable
from humas_tui.errors import (
    HumasError,
    StoreError,
)
from humas_tui.model import Photo
from humas_tui.store.disk import Disk
from tests.store.failing_disk import KINDS, FailingDisk
from tests.store.offices import (
    ALL,
    NOW,
    OTHER,
    PHOTO,
    PNG,
    Office,
    another,
    furnished,
    in_memory,
    small,
)

ROOT = Path(__file__).parent.parent.parent


# -- mutated, failing -----------------------------------------------------------------------------------------


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutated_backups_restore_what_was_backed_up_or_nothing(tmp_path: Path, data: st.DataObject) -> None:
    office = Office(tmp_path / "kantor")
    path, mutated = tmp_path / "asli.zip", tmp_path / "mutasi.zip"
    if not path.exists():
        small(tmp_path / "kantor", "photos/a.png", headline="Cadangan")
        path.write_bytes(office.back_up().read_bytes())
    office.put(another(headline="Sekarang", photos=(Photo(file="photos/a.png"),)))
    (office.data.parent / "photos/a.png").write_bytes(b"foto sekarang")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    mutated.write_bytes(content)
    before, around = office.contents(), set(os.listdir(tmp_path))
    with suppress(FileNotFoundError):
        office.before.unlink()
    try:
        office.restore(mutated)
    except HumasError:
        assert office.contents() == before
    else:
        assert office.releases()[OTHER].headline == "Cadangan"
        assert (office.data.parent / "photos/a.png").read_bytes() == PNG + b"photos/a.png"
    assert set(os.listdir(tmp_path)) == around


class Attempt:
    """A restore in an office where everything differs from the backup; its data file is kept with ``disk``."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.office = furnished(folder)
        (self.office.config.parent / "logo.png").unlink()
        (self.office.data.parent / PHOTO).write_bytes(b"foto sekarang")
        self.office.config.write_text("# sekarang\n")
        self.office.put(another(headline="Sekarang"))
        self.before = self.files()
        self.store = self.office.store(disk)

    def files(self) -> dict[str, bytes]:
        """Those beside the data; what a kill leaves half written has a name that is no file's."""
        found = self.office.contents()
        del found["data/humas.json"]
        return {name: content for name, content in found.items() if "/.humas-" not in name}

    def done(self, path: Path) -> bool:
        """Whether it was restored; if not, everything must be as it was."""
        try:
            self.office.vault(self.store).restore(path, NOW, "rina", self.office.before)
        except StoreError:
            done = False
        else:
            done = True
        with suppress(StoreError):
            self.store.close()
        return done

    def check(self, path: Path, done: bool) -> None:
        """Either all of it was restored, or nothing."""
        if done:
            archive = in_memory(path)
            assert self.office.releases() == ALL
            assert self.files() == {
                "settings/config.toml": archive.read("config.toml"),
                "settings/logo.png": archive.read("settings/logo.png"),
                f"data/{PHOTO}": archive.read(f"files/{PHOTO}"),
            }
        else:
            assert self.office.releases() == ALL | {OTHER: another(headline="Sekarang")}
            assert self.files() == self.before


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("truncate", "names")])
def test_the_nth_call_of_the_disk_fails_for_every_n(tmp_path: Path, kind: str) -> None:
    """Those that the data file is kept with."""
    path = furnished(tmp_path / "asli").back_up()
    told = nth = 0
    for nth in range(1, 1000):
        disk = FailingDisk(kind, nth, errno.ENOSPC)
        attempt = Attempt(tmp_path / str(nth), disk)
        done = attempt.done(path)
        attempt.check(path, done)
        told += not done
        if not disk.failed:
            break
    print(f"{kind}: each of {nth - 1} calls failed once, {told} restores refused, none half done")
    assert nth > 1


class Failing:
    """The Nth call of something fails; ``count`` is how many there were."""

    def __init__(self, real: Any, nth: int) -> None:
        self.real, self.nth, self.count = real, nth, 0

    def __get__(self, owner: Any, kind: Any = None) -> Any:
        return partial(self, owner) if owner is not None else self

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.count += 1
        if self.count == self.nth:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return self.real(*args, **options)


@pytest.mark.parametrize(
    ("owner", "call"),
    [(Path, "rename"), (Path, "replace"), (Path, "mkdir"), (os, "fsync"), (durable, "_write_new")],
    ids=["rename", "replace", "mkdir", "fsync", "write"],
)
def test_every_other_call_fails_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, call: str
) -> None:
    """Those that write the backup of what was there, the photos, the settings, and what is laid out."""
    path = furnished(tmp_path / "asli").back_up()
    told = nth = 0
    for nth in range(1, 1000):
        attempt = Attempt(tmp_path / str(nth))
        failing = Failing(getattr(owner, call), nth)
        with monkeypatch.context() as patch:
            patch.setattr(owner, call, failing)
            done = attempt.done(path)
        attempt.check(path, done)
        told += not done
        if failing.count < nth:
            break
    print(f"{call}: each of {nth - 1} calls failed once, {told} restores refused, none half done")
    assert told > 0


KILLED = """
import os, signal, sys
from pathlib import Path
from pathlib import Path
from tests.store.offices import Office

class Deadly:
    left = int(sys.argv[3])

    def __init__(self, real):
        self.real = real

    def __get__(self, owner, kind=None):
        return lambda *args, **options: self(owner, *args, **options)

    def __call__(self, *args, **options):
        Deadly.left -= 1
        if Deadly.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.real(*args, **options)

for owner, calls in ((Path, ["rename", "replace", "mkdir", "unlink"]), (os, ["fsync", "link"])):
    for call in calls:
        setattr(owner, call, Deadly(getattr(owner, call)))
Office(Path(sys.argv[1])).restore(Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize(
    "step",
    [5, pytest.param(1, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])],
    ids=["every 5th", "each"],
)
def test_killed_in_the_midst_nothing_is_lost(tmp_path: Path, step: int) -> None:
    """Before any call that changes names or syncs. The data is the old one or the new; a photo or a setting that
    was replaced already is in the backup of what was there; and the next restore does the rest."""
    path = furnished(tmp_path / "asli").back_up()
    kills = old = 0
    for nth in range(1, 1000, step):
        attempt = Attempt(tmp_path / str(nth))
        attempt.store.close()
        office = attempt.office
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(office.folder), str(path), str(nth)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        ).returncode
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        kills += 1
        there = office.releases()
        old += there != ALL
        assert there in (ALL, ALL | {OTHER: another(headline="Sekarang")})
        now = office.contents()
        for name, content in attempt.before.items():
            if now.get(name) != content:
                member = name.replace("data/", "files/").replace("settings/config", "config")
                assert in_memory(office.before).read(member) == content
        office.restore(path, before=office.folder / "lagi.zip")
        attempt.check(path, done=True)
    print(f"killed {kills} times: {old} times the old data was there, else the new; nothing lost")
    assert kills > 5
    assert 0 < old < kills
