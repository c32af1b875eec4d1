"""Any call may fail: what was acknowledged stays, what was refused is not there, and the next save goes on."""

from __future__ import annotations

import errno
import gc
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humas_tui.errors import StoreError, UnwritableError
from humas_tui.store.journal import Changes
from humas_tui.store.journalled import JournalStorage
from tests.store.failing_disk import KINDS, FailingDisk

pytestmark = pytest.mark.usefixtures("english")

ROOT = Path(__file__).parent.parent.parent
Documents = dict[str, Any]


def changes(**documents: int) -> Changes:
    """Documents by number, each with a value and a text that tells it."""
    values = {key[1:]: {"n": n, "text": f"{n} " * 300} for key, n in documents.items()}
    return Changes(put={"releases": {key: msgspec.Raw(msgspec.json.encode(one)) for key, one in values.items()}})


def stored(storage: JournalStorage) -> Documents:
    found = (storage.read() or {}).get("releases", {})
    assert all(one["text"] == f"{one['n']} " * 300 for one in found.values())
    return {key: one["n"] for key, one in found.items()}


class Work:
    """A store in use on a disk that fails; ``sure`` is what it has acknowledged, ``refused`` what it would not."""

    def __init__(self, path: Path, disk: FailingDisk) -> None:
        self.path, self.disk = path, disk
        self.sure: Documents = {}
        self.refused: list[Documents] = []
        self.errors: list[str] = []

    def attempt(self, act: Callable[[], object]) -> bool:
        """Returns whether it could be done; nothing but a StoreError comes out of a store."""
        try:
            act()
        except StoreError as error:
            self.errors.append(str(error))
            return False
        return True

    def keep(self, storage: JournalStorage, **documents: int) -> None:
        values = {key[1:]: n for key, n in documents.items()}
        if self.attempt(lambda: storage.commit(changes(**documents))):
            self.sure |= values
        else:
            self.refused.append(values)
        if self.disk.kind != "read":
            assert stored(storage) == self.sure

    def opened(self) -> JournalStorage | None:
        try:
            return JournalStorage(self.path, disk=self.disk, lock=False)
        except StoreError as error:
            self.errors.append(str(error))
            return None

    def found(self, there: Documents) -> None:
        """What is there after an opening: all that is sure; more only where a refused save could not be taken
        back, for want of a disk that takes anything."""
        if there == self.sure:
            return
        assert self.disk.for_good or self.disk.kind == "truncate"
        for key in there.keys() | self.sure.keys():
            refused = [one[key] for one in self.refused if key in one]
            assert there.get(key) in (self.sure.get(key), *refused)
        self.sure = there

    def do(self) -> None:
        for first in (1, 101):
            storage = self.opened() or self.opened()
            if storage is None:
                return
            if self.disk.kind != "read":
                self.found(stored(storage))
            self.keep(storage, d1=first, d2=first + 1)
            with storage.unsynced():
                self.keep(storage, d3=first + 2)
            self.attempt(storage.sync)
            with storage.unsynced():
                self.keep(storage, d4=first + 3)
            self.keep(storage, d2=first + 4)
            self.attempt(storage.compact)
            self.keep(storage, d5=first + 5)
            self.keep(storage, d1=first + 6)
            self.attempt(storage.close)


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_nth_call_fails_for_every_n(tmp_path: Path, kind: str, number: int) -> None:
    told = 0
    gc.collect()  # what other tests left open
    before = descriptors() if sys.platform == "linux" else 0
    for nth in range(1, 10_000):
        path = tmp_path / str(nth) / "humas.json"
        path.parent.mkdir()
        disk = FailingDisk(kind, nth, number)
        work = Work(path, disk)
        work.do()
        told += bool(work.errors)
        storage = JournalStorage(path, lock=False)
        assert stored(storage) == work.sure, nth
        storage.close()
        if not disk.failed:
            break
    del storage
    gc.collect()
    if sys.platform == "linux":
        assert descriptors() == before
    print(f"{kind}: each of {nth - 1} calls failed once, {told} times the caller was told, nothing lost")
    assert nth > 1, "there was no such call"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "read"])
def test_every_call_from_the_nth_on_fails(tmp_path: Path, kind: str) -> None:
    """As on a disk that is full for good. A save that was refused may be found later: its bytes were written, only
    not confirmed, and no way was left to take them back. None that was acknowledged is missing."""
    for nth in range(1, 10_000):
        path = tmp_path / str(nth) / "humas.json"
        path.parent.mkdir()
        disk = FailingDisk(kind, nth, errno.ENOSPC, for_good=True)
        work = Work(path, disk)
        work.do()
        storage = JournalStorage(path, lock=False)
        work.found(stored(storage))
        storage.close()
        if not disk.failed:
            break


def test_a_failed_sync_opens_a_new_segment_and_tells(tmp_path: Path) -> None:
    disk = FailingDisk("sync", 3, errno.EIO)
    storage = JournalStorage(tmp_path / "humas.json", disk=disk, lock=False)
    storage.commit(changes(d1=1))
    storage.commit(changes(d1=2))
    assert disk.failed
    assert [finding.code for finding in storage.report] == ["sync-failed"]
    assert len(list(tmp_path.glob("humas.json.j*"))) == 2
    storage.abandon()
    assert stored(JournalStorage(tmp_path / "humas.json", lock=False)) == {"1": 2}


LIMITED = """
import resource, sys
from pathlib import Path
from tests.store.test_faults import changes, stored
from humas_tui import i18n
from humas_tui.errors import UnwritableError
from humas_tui.store.journalled import JournalStorage

i18n.use("en")
storage = JournalStorage(Path(sys.argv[1]))
storage.commit(changes(d0=0))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
kept = 0
try:
    for number in range(1, 10_000):
        storage.commit(changes(**{f"d{number}": number}))
        kept = number
except UnwritableError as error:
    assert stored(storage) == {str(number): number for number in range(kept + 1)}
    print(kept, error.details["reason"])
"""


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    """By a limit of the system on the size of files, in a process of its own: EFBIG is told, and the text stays.
    The record that hit the limit goes to a new segment at the next try, so many small ones fit."""
    path = tmp_path / "humas.json"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), "1000"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    kept, _, reason = done.stdout.strip().partition(" ")
    assert reason == os.strerror(errno.EFBIG)
    with_text = JournalStorage(path)
    assert stored(with_text) == {str(number): number for number in range(int(kept) + 1)}
    with_text.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser may mount")
def test_a_disk_that_is_full_loses_nothing(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(small)], check=False).returncode:
        pytest.skip("this machine mounts no file system")
    try:
        storage = JournalStorage(small / "humas.json")
        kept = 0

        def fill() -> None:
            nonlocal kept
            while True:
                storage.commit(changes(**{f"d{kept}": kept}))
                kept += 1

        with pytest.raises(UnwritableError) as caught:
            fill()
        assert caught.value.details["reason"] == os.strerror(errno.ENOSPC)
        expected = {str(number): number for number in range(kept)}
        assert stored(storage) == expected
        with suppress(StoreError):  # there is no room for a second file: all is in the journal
            storage.close()
        assert stored(JournalStorage(small / "humas.json", write=False)) == expected
        print(f"full after {kept} saves: none lost")
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links")
@pytest.mark.parametrize("name", ["humas.json.lock", "humas.json.j000001", "humas.json.tmp"])
def test_a_link_in_the_place_of_our_files_is_not_followed(tmp_path: Path, name: str) -> None:
    victim = tmp_path / "penting.txt"
    victim.write_text("Jangan disentuh.")
    (tmp_path / name).symlink_to(victim)
    with suppress(StoreError):
        storage = JournalStorage(tmp_path / "humas.json")
        storage.commit(changes(d1=1))
        storage.close()
    assert victim.read_text() == "Jangan disentuh."
