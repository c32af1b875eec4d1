"""Reading and writing the files that the user sees."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from humas_tui.deliver import DiskFiles, files
from humas_tui.errors import RefusedError, UnwritableError, UsageError


@pytest.fixture
def disk(tmp_path: Path) -> DiskFiles:
    return DiskFiles(tmp_path / "data")


# Reading


def test_relative_names_are_read_from_the_base(disk: DiskFiles, tmp_path: Path) -> None:
    photo = tmp_path / "data" / "foto" / "a b–c.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"\xff\xd8")
    assert disk.read("foto/a b–c.jpg") == b"\xff\xd8"


def test_absolute_names_are_read_from_anywhere(disk: DiskFiles, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"png")
    assert disk.read(str(tmp_path / "logo.png")) == b"png"


def test_a_photo_is_kept_beside_the_data_for_the_user_alone(disk: DiskFiles, tmp_path: Path) -> None:
    disk.keep("photos/a-1234.jpg", b"foto")
    kept = tmp_path / "data" / "photos" / "a-1234.jpg"
    assert disk.read("photos/a-1234.jpg") == b"foto"
    if os.name != "nt":
        assert kept.stat().st_mode & 0o077 == 0
    before = kept.stat().st_mtime_ns, kept.stat().st_ino
    disk.keep("photos/a-1234.jpg", b"foto")
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == before


def test_half_a_photo_is_made_whole(disk: DiskFiles) -> None:
    disk.keep("photos/a-1234.jpg", b"fo")
    disk.keep("photos/a-1234.jpg", b"foto")
    assert disk.read("photos/a-1234.jpg") == b"foto"


def test_a_photo_that_cannot_be_kept_is_told(disk: DiskFiles, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "photos").write_bytes(b"")
    with pytest.raises(UnwritableError, match="photos"):
        disk.keep("photos/a-1234.jpg", b"foto")


def test_a_missing_file_passes_the_system_error_on(disk: DiskFiles) -> None:
    with pytest.raises(FileNotFoundError):
        disk.read("tidak-ada.jpg")


@pytest.mark.parametrize("name", ["", ".", "foto"])
def test_a_folder_is_refused(name: str, disk: DiskFiles, tmp_path: Path) -> None:
    (tmp_path / "data" / "foto").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        disk.read(name)


def test_a_file_above_the_limit_is_refused(
    disk: DiskFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.LARGEST == 100_000_000
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "ten").write_bytes(b"x" * 10)
    (tmp_path / "eleven").write_bytes(b"x" * 11)
    assert len(disk.read(str(tmp_path / "ten"))) == 10
    with pytest.raises(OSError, match=r".*") as caught:
        disk.read(str(tmp_path / "eleven"))
    assert caught.value.errno == errno.EFBIG


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_rather_than_waited_for(disk: DiskFiles, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(OSError, match=os.strerror(errno.EINVAL)):
        disk.read(str(tmp_path / "pipa"))


def test_a_name_with_nul_is_an_os_error(disk: DiskFiles) -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EINVAL)):
        disk.read("a\0b")


# Writing


def test_the_folder_is_made_and_the_path_returned(disk: DiskFiles, tmp_path: Path) -> None:
    path = disk.write(tmp_path / "a" / "b", "siaran.txt", b"isi", force=False)
    assert path == tmp_path / "a" / "b" / "siaran.txt"
    assert path.read_bytes() == b"isi"


@pytest.mark.usefixtures("english")
def test_an_existing_file_stays_unless_forced(disk: DiskFiles, tmp_path: Path) -> None:
    path = disk.write(tmp_path, "siaran.txt", b"lama", force=False)
    with pytest.raises(RefusedError) as caught:
        disk.write(tmp_path, "siaran.txt", b"baru", force=False)
    assert (
        str(caught.value)
        == f"Refused: {path} already exists. To replace it: --force, or “Replace existing files” in the newsroom"
    )
    assert path.read_bytes() == b"lama"
    disk.write(tmp_path, "siaran.txt", b"baru", force=True)
    assert path.read_bytes() == b"baru"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_dangling_link_counts_as_there(disk: DiskFiles, tmp_path: Path) -> None:
    (tmp_path / "siaran.txt").symlink_to(tmp_path / "tidak-ada")
    with pytest.raises(RefusedError):
        disk.write(tmp_path, "siaran.txt", b"isi", force=False)
    assert not (tmp_path / "tidak-ada").exists()


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/a", "../a", "a\\b", "..\\a", "C:a", "a:b", "a\0b"])
def test_only_bare_names_are_written(name: str, disk: DiskFiles, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        disk.write(tmp_path / "keluar", name, b"isi", force=True)
    assert not (tmp_path / "keluar").exists()


@pytest.mark.parametrize("name", ["siaran..txt", ".tersembunyi", "“kutipan” – é.docx", "{a}", "x" * 100])
def test_odd_but_bare_names_are_written(name: str, disk: DiskFiles, tmp_path: Path) -> None:
    assert disk.write(tmp_path, name, b"isi", force=False).read_bytes() == b"isi"


def test_a_file_in_the_place_of_the_folder(disk: DiskFiles, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"lama")
    with pytest.raises(UnwritableError):
        disk.write(tmp_path / "berkas", "siaran.txt", b"isi", force=True)
    assert (tmp_path / "berkas").read_bytes() == b"lama"


def test_a_folder_in_the_place_of_the_file(disk: DiskFiles, tmp_path: Path) -> None:
    (tmp_path / "siaran.txt").mkdir()
    with pytest.raises(UnwritableError):
        disk.write(tmp_path, "siaran.txt", b"isi", force=True)
    assert list(tmp_path.iterdir()) == [tmp_path / "siaran.txt"]
