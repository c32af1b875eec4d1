"""Never half a file: whatever fails, what was there is there, and nothing is left behind."""

from __future__ import annotations

import errno
import os
import stat
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from humas_tui import durable
from humas_tui.durable import write_durably, written_together
from humas_tui.errors import UnwritableError

pytestmark = pytest.mark.usefixtures("english")

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes, links, names and locks")


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "berkas.json"
    path.write_bytes(b"lama")
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def assert_untouched(path: Path) -> None:
    assert path.read_bytes() == b"lama"
    assert os.listdir(path.parent) == [path.name]


def test_a_new_file(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"isi")
    assert (tmp_path / "a").read_bytes() == b"isi"
    assert os.listdir(tmp_path) == ["a"]


def test_an_old_file_is_replaced(old: Path) -> None:
    write_durably(old, b"baru")
    assert old.read_bytes() == b"baru"
    assert os.listdir(old.parent) == [old.name]


@pytest.mark.parametrize("content", [b"", b"a\r\n\x00\xff", b"x" * 3_000_000], ids=["empty", "odd", "large"])
def test_the_bytes_are_the_bytes(content: bytes, tmp_path: Path) -> None:
    write_durably(tmp_path / "a", content)
    assert (tmp_path / "a").read_bytes() == content


def test_content_in_pieces(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", (b"%d\n" % number for number in range(3)))
    assert (tmp_path / "a").read_bytes() == b"0\n1\n2\n"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_durably(tmp_path / "a" / "b" / "c", b"isi")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"isi"


@posix
def test_the_longest_name_the_system_takes(tmp_path: Path) -> None:
    write_durably(tmp_path / ("x" * 255), b"isi")
    assert os.listdir(tmp_path) == ["x" * 255]


@posix
@pytest.mark.usefixtures("umask")
def test_a_private_file_is_its_owners_alone(old: Path) -> None:
    old.chmod(0o644)
    write_durably(old, b"baru", private=True)
    assert mode(old) == 0o600


@posix
@pytest.mark.usefixtures("umask")
def test_else_the_umask_decides(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"isi")
    assert mode(tmp_path / "a") == 0o640


@posix
@pytest.mark.usefixtures("umask")
def test_the_umask_is_not_touched(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It belongs to the whole process: two threads asking for it at once could leave it at 077."""
    monkeypatch.setattr(os, "umask", lambda _mask: pytest.fail("the umask was set"))
    write_durably(old, b"baru")
    monkeypatch.undo()


@posix
def test_a_link_stays_and_its_target_is_replaced(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "lain" / "tautan"
    link.parent.mkdir()
    link.symlink_to(old)
    write_durably(link, b"baru")
    assert link.is_symlink()
    assert old.read_bytes() == b"baru"
    assert os.listdir(link.parent) == ["tautan"]


@posix
def test_a_reader_of_the_old_file_keeps_it(old: Path) -> None:
    with old.open("rb") as reader:
        write_durably(old, b"baru")
        assert reader.read() == b"lama"


def test_the_old_file_is_whole_while_the_new_one_is_written(old: Path) -> None:
    def pieces() -> Iterator[bytes]:
        for _number in range(3):
            assert old.read_bytes() == b"lama"
            yield b"x" * 100_000

    write_durably(old, pieces())
    assert old.stat().st_size == 300_000


@pytest.mark.parametrize(
    ("name", "number"),
    [("fsync", errno.EIO), ("fsync", errno.ENOSPC), ("open", errno.EROFS), ("open", errno.EDQUOT)],
)
def test_a_failing_system_call(name: str, number: int, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        with pytest.raises(UnwritableError) as caught:
            write_durably(old, b"baru")
    assert caught.value.details == {"file": old, "reason": os.strerror(number)}
    assert_untouched(old)


def test_a_failing_rename(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UnwritableError):
        write_durably(old, b"baru")
    assert_untouched(old)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no device that is always full")
def test_a_full_disk_while_writing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fdopen

    def full(descriptor: int, how: str) -> object:
        target = os.open("/dev/full", os.O_WRONLY)
        os.dup2(target, descriptor)
        os.close(target)
        return real(descriptor, how)

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(UnwritableError) as caught:
        write_durably(old, b"x" * 1_000_000)
    assert caught.value.details["reason"] == os.strerror(errno.ENOSPC)
    assert_untouched(old)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_what_the_content_raises_passes_through(error: type[BaseException], old: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"baru"
        raise error

    with pytest.raises(error):
        write_durably(old, pieces())
    assert_untouched(old)


@posix
def test_a_folder_that_cannot_be_synced_is_no_failure(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_durably(old, b"baru")
    assert old.read_bytes() == b"baru"


@posix
def test_file_then_rename_then_folder(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("sync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "sync file")
        real_fsync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write_durably(old, b"baru")
    assert steps == ["sync file", "rename", "sync folder"]


@posix
def test_files_written_together_share_the_syncs_of_their_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each returns only when a sync has ended that began after its rename."""
    steps: list[tuple[str, str]] = []
    sync, replace = durable._sync_folder, Path.replace

    def synced(folder: Path) -> None:
        steps.append(("begun", ""))
        time.sleep(0.0005)  # a disk takes its time, in which others ask
        sync(folder)
        steps.append(("ended", ""))

    def renamed(self: Path, target: Path) -> Path:
        found = replace(self, target)
        steps.append(("renamed", Path(target).name))
        return found

    monkeypatch.setattr(durable, "_sync_folder", synced)
    monkeypatch.setattr(Path, "replace", renamed)

    def write(name: str) -> None:
        write_durably(tmp_path / name, b"isi")
        steps.append(("returned", name))

    names = [f"{number}" for number in range(400)]
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(write, names))
    for name in names:
        between = [step for step, _ in steps[steps.index(("renamed", name)) : steps.index(("returned", name))]]
        assert "ended" in between[between.index("begun") :]
    assert steps.count(("begun", "")) < len(names)
    assert not durable._turns._asking


@posix
def test_an_interrupted_sync_is_done_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, waiting = threading.Event(), threading.Event()
    real, calls = durable._sync_folder, [0]

    def sync(folder: Path) -> None:
        calls[0] += 1
        if calls[0] == 1:
            first.set()
            assert waiting.wait(60)
            raise KeyboardInterrupt
        real(folder)

    monkeypatch.setattr(durable, "_sync_folder", sync)
    with ThreadPoolExecutor(2) as threads:
        stopped = threads.submit(write_durably, tmp_path / "a", b"isi")
        assert first.wait(60)
        other = threads.submit(write_durably, tmp_path / "b", b"isi")
        waiting.set()
        other.result(60)
        with pytest.raises(KeyboardInterrupt):
            stopped.result(60)
    assert calls[0] in (2, 3), "who asked while the first was at it may sync once more than is needed"
    assert not durable._turns._begun


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(UnwritableError):
        write_durably(tmp_path / "a", b"isi")
    assert os.listdir(tmp_path) == ["a"]


def test_a_file_in_the_place_of_the_folder(old: Path) -> None:
    with pytest.raises(UnwritableError):
        write_durably(old / "a", b"isi")
    assert_untouched(old)


@posix
def test_threads_that_write_one_file_leave_one_of_theirs(old: Path) -> None:
    contents = [bytes([65 + number]) * 200_000 for number in range(8)]
    threads = [threading.Thread(target=write_durably, args=(old, content)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert old.read_bytes() in contents
    assert os.listdir(old.parent) == [old.name]


# -- a file that is to be new ------------------------------------------------------------------------------------


def test_a_new_file_replaces_none(old: Path) -> None:
    with pytest.raises(UnwritableError) as caught:
        write_durably(old, b"baru", new=True)
    assert caught.value.details["reason"] == os.strerror(errno.EEXIST)
    assert_untouched(old)


@pytest.mark.parametrize("links", [True, False], ids=["second names", "no second names"])
def test_a_new_file_where_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    if not links:
        monkeypatch.setattr(os, "link", _refused)
    write_durably(tmp_path / "a", b"isi", new=True, private=True)
    assert (tmp_path / "a").read_bytes() == b"isi"
    assert os.listdir(tmp_path) == ["a"]
    assert os.name == "nt" or mode(tmp_path / "a") == 0o600


def test_without_second_names_a_new_file_replaces_none_either(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _refused)
    with pytest.raises(UnwritableError):
        write_durably(old, b"baru", new=True)
    assert_untouched(old)


def test_a_name_that_was_taken_in_vain_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _refused)
    monkeypatch.setattr(Path, "replace", _refused)
    with pytest.raises(UnwritableError):
        write_durably(tmp_path / "a", b"isi", new=True)
    assert os.listdir(tmp_path) == []


def _refused(*args: object, **options: object) -> None:
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def test_what_was_written_is_checked_before_it_has_its_name(old: Path) -> None:
    seen: list[bytes] = []

    def check(path: Path) -> None:
        seen.extend([path.read_bytes(), old.read_bytes()])

    write_durably(old, b"baru", check=check)
    assert seen == [b"baru", b"lama"]
    assert old.read_bytes() == b"baru"


def test_what_the_check_raises_passes_through(old: Path) -> None:
    def check(path: Path) -> None:
        raise KeyError(path.name)

    with pytest.raises(KeyError):
        write_durably(old, b"baru", check=check)
    assert_untouched(old)


@posix
def test_what_is_written_together_has_its_folders_synced_once_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(durable, "_sync_folder", synced.append)
    with written_together():
        for name in ("a/1", "a/2", "b/3"):
            write_durably(tmp_path / name, b"isi")
        with ThreadPoolExecutor(1) as another:  # which waits for nobody
            another.submit(write_durably, tmp_path / "c" / "4", b"isi").result(60)
        assert synced == [tmp_path / "c"]
    assert sorted(synced) == [tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    with pytest.raises(UnwritableError), written_together():
        write_durably(tmp_path, b"a folder is in the way")
    assert len(synced) == 3
    write_durably(tmp_path / "e" / "6", b"isi")
    assert synced[3:] == [tmp_path / "e"]
