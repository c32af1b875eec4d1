"""Photographing: photos added, described, moved, taken out; what cannot be one is refused in a sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.deliver import DiskFiles
from humas_tui.desk import Desk, photographing
from humas_tui.errors import (
    HumasError,
    MissingPhotoError,
    NotFoundError,
    RefusedError,
    UnreadableFileError,
    UnwritableError,
)
from humas_tui.model import Office, Photo, Release, Subject
from humas_tui.ports import Files
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore, MemoryVault
from tests.outlets.photographs import opened, quarters, saved, telltale
from tests.samples import blank

pytestmark = pytest.mark.usefixtures("english")


def desk_with(files: Files, *photos: Photo) -> tuple[Desk, Release]:
    desk = Desk(MemoryStore(), FixedClock(), MemoryClipboard(), files, MemoryVault(), Office())
    release = blank(headline="Panen", photos=photos)
    desk.shelf.lay(release)
    return desk, release


def named(release: Release) -> list[str]:
    return [photo.file for photo in release.photos]


ABC = tuple(Photo(file=f"{name}.jpg") for name in "abc")


def test_a_photo_is_copied_in_as_it_is_under_a_name_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "Kamera" / "IMG 0012 – Panen.JPG"
    source.parent.mkdir()
    source.write_bytes(telltale(6))
    desk, release = desk_with(DiskFiles(tmp_path / "data"))
    photo = desk.photographing.bring_in(source)
    assert photo.file.startswith("photos/img-0012-panen-")
    assert photo.file.endswith(".jpg")
    assert (tmp_path / "data" / photo.file).read_bytes() == telltale(6)
    assert source.read_bytes() == telltale(6)
    added = desk.photographing.add(release.id, photo)
    assert (added.photos, added.revision) == ((photo,), 2)
    assert desk.shelf.get(release.id) == added


def test_another_photo_of_the_same_name_has_another_one_and_the_same_photo_the_same(tmp_path: Path) -> None:
    desk, release = desk_with(DiskFiles(tmp_path / "data"))
    for folder, content in (("a", telltale(1)), ("b", telltale(3)), ("c", telltale(1))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "img.jpg").write_bytes(content)
    first, second, third = (desk.photographing.bring_in(tmp_path / name / "img.jpg") for name in "abc")
    assert first == third != second
    desk.photographing.add(release.id, first)
    desk.photographing.add(release.id, second)
    with pytest.raises(RefusedError, match="already"):
        desk.photographing.add(release.id, third)
    assert len(list((tmp_path / "data" / "photos").iterdir())) == 2


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF"])
def test_the_suffix_is_that_of_what_it_is(kind: str, tmp_path: Path) -> None:
    (tmp_path / "foto.txt").write_bytes(saved(quarters(), kind))
    desk, _ = desk_with(DiskFiles(tmp_path / "data"))
    suffix = "." + {"JPEG": "jpg"}.get(kind, kind.lower())
    assert Path(desk.photographing.bring_in(tmp_path / "foto.txt").file).suffix == suffix


@pytest.mark.parametrize(
    "name", ["…", "   ", "-", "米", "a" * 240, "..\\..\\x", "CON", "a\nb", "'; rm -rf", "\u202egpj"]
)
def test_a_hostile_name_becomes_a_plain_one(name: str, tmp_path: Path) -> None:
    source = tmp_path / f"{name}.jpg"
    source.write_bytes(saved(quarters()))
    desk, _ = desk_with(DiskFiles(tmp_path / "data"))
    file = desk.photographing.bring_in(source).file
    folder, _, bare = file.partition("/")
    assert folder == "photos"
    assert bare.isascii()
    assert not set(bare) & set("/\\ \n'")
    assert (tmp_path / "data" / file).is_file()


@given(st.text(min_size=1, max_size=120))
def test_any_name_stays_in_the_folder_of_photos(name: str) -> None:
    content = saved(quarters(8, 6))
    files = MemoryFiles()
    files.read = lambda asked: content  # type: ignore[method-assign]
    desk, _ = desk_with(files)
    photo = desk.photographing.bring_in(Path(name))
    assert not photo.outside
    assert photo.file.count("/") == 1
    assert photo.file in files.contents


def refused_by(tmp_path: Path, content: bytes | None, name: str = "a.jpg") -> HumasError:
    desk, _ = desk_with(DiskFiles(tmp_path / "data"))
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(HumasError) as caught:
        desk.photographing.bring_in(tmp_path / name)
    assert not (tmp_path / "data").exists()
    return caught.value


def test_what_is_not_there_or_no_picture_is_refused_and_nothing_copied(tmp_path: Path) -> None:
    assert isinstance(refused_by(tmp_path, None), NotFoundError)
    no_picture = refused_by(tmp_path, b"bukan gambar")
    assert isinstance(no_picture, UnreadableFileError)
    assert f"{tmp_path / 'a.jpg'} cannot be read: it is not a picture" in str(no_picture)
    assert "damaged" in str(refused_by(tmp_path, saved(quarters())[:500]))
    assert "HEIC" in str(refused_by(tmp_path, b"\0\0\0\x18ftypheic" + bytes(50)))
    (tmp_path / "map.jpg").mkdir()
    assert "it is a folder" in str(refused_by(tmp_path, None, "map.jpg"))


def test_a_photo_of_a_hundred_megabytes_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert photographing.LARGEST == 50_000_000
    for size in (100_000_000, 100_000_001):  # the second is refused by the disk before it is read
        with (tmp_path / "a.jpg").open("wb") as file:
            file.truncate(size)
        error = refused_by(tmp_path, None)
        assert isinstance(error, UnreadableFileError)
        assert str(error).endswith("it has more than 50 MB; make it smaller first")
    monkeypatch.setattr(photographing, "LARGEST", len(telltale()))
    (tmp_path / "b.jpg").write_bytes(telltale())
    desk, _ = desk_with(DiskFiles(tmp_path / "data"))
    assert desk.photographing.bring_in(tmp_path / "b.jpg").file


def test_a_disk_that_is_full_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(quarters()))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "photos").write_bytes(b"")
    desk, _ = desk_with(DiskFiles(tmp_path / "data"))
    with pytest.raises(UnwritableError, match="photos"):
        desk.photographing.bring_in(tmp_path / "a.jpg")


def test_what_is_said_of_a_photo_stands_on_one_line() -> None:
    desk, release = desk_with(MemoryFiles(), *ABC)
    changed = desk.photographing.change(
        release.id,
        1,
        caption="Petani\n\tmenurunkan\r\ngabah. ",
        photographer="\x1b[31mDimas",
        shows=(Subject.ANAK,),
        consent="Ibu\nEnok",
    )
    assert changed.photos == (
        ABC[0],
        Photo(
            file="b.jpg",
            caption="Petani menurunkan gabah.",
            photographer="Dimas",
            shows=(Subject.ANAK,),
            consent="Ibu Enok",
        ),
        ABC[2],
    )
    assert desk.photographing.change(release.id, 1, caption="Petani menurunkan gabah.") is changed


@pytest.mark.parametrize(
    ("place", "by", "order"),
    [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (2, 1, "abc"), (0, 9, "bca"), (2, -9, "cab")],
)
def test_photos_are_moved_as_far_as_there_are_places(place: int, by: int, order: str) -> None:
    desk, release = desk_with(MemoryFiles(), *ABC)
    assert named(desk.photographing.move(release.id, place, by)) == [f"{name}.jpg" for name in order]


def test_a_photo_taken_out_leaves_its_file(tmp_path: Path) -> None:
    (tmp_path / "img.jpg").write_bytes(saved(quarters()))
    desk, release = desk_with(DiskFiles(tmp_path / "data"), *ABC)
    photo = desk.photographing.bring_in(tmp_path / "img.jpg")
    desk.photographing.add(release.id, photo)
    assert named(desk.photographing.remove(release.id, 3)) == named(release)
    assert named(desk.photographing.remove(release.id, 1)) == ["a.jpg", "c.jpg"]
    assert named(desk.photographing.put_back(release.id, 1, ABC[1])) == named(release)
    assert (tmp_path / "data" / photo.file).is_file()


def test_an_unknown_release_is_a_fault_of_the_caller() -> None:
    desk, _ = desk_with(MemoryFiles())
    with pytest.raises(KeyError):
        desk.photographing.add("tiada", Photo(file="a.jpg"))


def test_a_photo_is_seen_with_its_size() -> None:
    desk, _ = desk_with(MemoryFiles(**{"a.jpg": telltale(6)}))
    seen = desk.photographing.see(Photo(file="a.jpg"))
    assert (seen.look.width, seen.look.height, seen.look.turned) == (48, 64, True)
    assert seen.size == len(telltale(6))
    assert opened(seen.small).size == (48, 64)


def test_a_large_photo_is_shown_small() -> None:
    desk, _ = desk_with(MemoryFiles(**{"a.jpg": saved(quarters(3000, 2000))}))
    seen = desk.photographing.see(Photo(file="a.jpg"))
    assert (seen.look.width, max(opened(seen.small).size)) == (3000, 1000)


class FailingFiles(MemoryFiles):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def read(self, name: str) -> bytes:
        raise OSError(self.number, os.strerror(self.number), name)


@pytest.mark.parametrize(
    ("files", "file", "kind", "told"),
    [
        (MemoryFiles(), "a.jpg", MissingPhotoError, "a.jpg of this release is missing"),
        (MemoryFiles(**{"a.jpg": b"x"}), "a.jpg", UnreadableFileError, "not a picture"),
        (MemoryFiles(**{"/etc/a.jpg": telltale()}), "/etc/a.jpg", RefusedError, "/etc/a.jpg lies outside"),
        (MemoryFiles(**{"../a.jpg": telltale()}), "../a.jpg", RefusedError, "outside"),
        (FailingFiles(errno.EACCES), "a.jpg", UnreadableFileError, os.strerror(errno.EACCES)),
        (FailingFiles(errno.EFBIG), "a.jpg", UnreadableFileError, "more than 50 MB"),
    ],
)
def test_a_photo_that_cannot_be_seen_is_told_why(files: MemoryFiles, file: str, kind: Any, told: str) -> None:
    desk, _ = desk_with(files)
    with pytest.raises(kind, match=told):
        desk.photographing.see(Photo(file=file))
