"""Everything that is made belongs to its owner alone, at every moment, whatever the umask; no link is followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from humas_tui.errors import StoreError
from humas_tui.model import Reason
from humas_tui.store import ReleaseStore
from humas_tui.store.disk import Disk
from humas_tui.store.journalled import JournalStorage
from tests.samples import STEMS, release

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")
SAMPLES = [release(stem) for stem in STEMS]
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """Under a umask that takes nothing away."""
    before = os.umask(0)
    yield
    os.umask(before)


class Watched(Disk):
    """A disk that looks at the mode of everything in the folder behind every call. ``seen`` has the kinds of names
    that it saw."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[str] = set()

    def look(self) -> None:
        for path in self.folder.iterdir():
            status = path.lstat()
            assert stat.S_IMODE(status.st_mode) == (0o700 if stat.S_ISDIR(status.st_mode) else 0o600), path.name
            self.seen.add(path.name.removeprefix("humas.json").rstrip("0123456789"))

    def open(self, path: Path, flags: int) -> int:
        descriptor = super().open(path, flags)
        self.look()
        return descriptor

    def rename(self, source: Path, target: Path) -> None:
        super().rename(source, target)
        self.look()

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self.look()


def test_every_file_is_its_owners_alone_from_the_moment_it_is_there(tmp_path: Path) -> None:
    """Base file, the one before, journal, lock, the file being written, damaged bytes, a rescued text; and the
    folder that is made for them."""
    path = tmp_path / "baru" / "data" / "humas.json"
    disk = Watched(path.parent)
    with ReleaseStore(path, disk) as store:
        store.put(SAMPLES)
        store.keep_version(SAMPLES[0], NOW, Reason.SIMPAN, "rina")
        store.tidy(idle=True)
        store.discard([SAMPLES[1].id], NOW, "rina")
        assert store.rescue(SAMPLES[2]) is not None
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(content)
    with ReleaseStore(path, disk) as store:
        assert store.all()
        assert store.findings()
        store.put([SAMPLES[3].revised(NOW, headline="Baru")])
    disk.look()
    assert disk.seen >= {"", ".lock", ".j", ".tmp", ".bak", ".bak~", ".bak.j", ".damaged-"}
    assert any(name.startswith("humas-penyelamatan-") for name in disk.seen)
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    print("modes looked at of", ", ".join(sorted(disk.seen)))


def test_a_file_that_another_program_made_is_closed_to_others_once_it_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "humas.json"
    path.write_text('{"releases": {}}')
    path.chmod(0o644)
    with ReleaseStore(path) as store:
        store.put(SAMPLES)
    for found in tmp_path.iterdir():
        assert stat.S_IMODE(found.stat().st_mode) == 0o600, found.name


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with ReleaseStore(tmp_path / "humas.json") as store:
        store.put(SAMPLES)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("name", ["humas.json.lock", "humas.json.j000001", "humas.json.tmp", "humas.json.bak~"])
@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing"])
def test_no_link_in_the_place_of_ours_is_followed(tmp_path: Path, name: str, there: bool) -> None:
    """Neither written to nor read, and nothing is made where it points."""
    victim = tmp_path / "lain" / "penting.txt"
    victim.parent.mkdir()
    if there:
        victim.write_text("Jangan disentuh.")
    (tmp_path / name).symlink_to(victim)
    opened: list[Path] = []

    class Noting(Disk):
        def open(self, path: Path, flags: int) -> int:
            descriptor = super().open(path, flags)
            opened.append(
                Path(os.readlink(f"/proc/self/fd/{descriptor}")) if os.path.isdir("/proc/self/fd") else path
            )
            return descriptor

    with suppress(StoreError):
        storage = JournalStorage(tmp_path / "humas.json", disk=Noting())
        storage.write({"releases": {"1": {"a": 1}}})
        storage.close()
    assert victim not in opened
    assert os.listdir(victim.parent) == (["penting.txt"] if there else [])
    if there:
        assert victim.read_text() == "Jangan disentuh."
        assert stat.S_IMODE(victim.stat().st_mode) == 0o666
