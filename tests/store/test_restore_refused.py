"""Backups that are not restored: each is refused in one sentence, and nothing has changed."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from humas_tui.errors import (
    ForeignFileError,
    HumasError,
    LockedError,
    NotFoundError,
    UnreadableFileError,
)
from humas_tui.model import Photo
from humas_tui.ports import Absence
from humas_tui.store import ReleaseStore
from tests.store.offices import (
    NOW,
    OTHER,
    PHOTO,
    PNG,
    Office,
    a_link,
    another,
    forged,
    furnished,
    in_memory,
    raw_name,
    small,
    write_zip,
)

pytestmark = pytest.mark.usefixtures("english")

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return furnished(tmp_path)


def refused(office: Office, file: Path, kind: type[HumasError] = UnreadableFileError) -> HumasError:
    """That a restore is refused with that error, and changes nothing."""
    before = office.contents()
    around = sorted(office.folder.rglob("*"))
    with pytest.raises(kind) as caught:
        office.restore(file)
    assert office.contents() == before
    assert [path for path in sorted(office.folder.rglob("*")) if ".lock" not in path.name] == [
        path for path in around if ".lock" not in path.name
    ]
    return caught.value


# -- refused: nothing happens ------------------------------------------------------------------------------------


def test_what_is_not_there_is_told(office: Office) -> None:
    assert refused(office, office.folder / "tidak-ada.zip", NotFoundError).exit_code == 3
    assert refused(office, office.folder).exit_code == 3


@posix
def test_a_pipe_is_not_waited_for(office: Office) -> None:
    os.mkfifo(office.folder / "pipa.zip")
    refused(office, office.folder / "pipa.zip")


@posix
def test_a_backup_that_may_not_be_read_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office.back_up()
    real = Path.open

    def deny(file: Path, *args: Any, **options: Any) -> Any:
        if file == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(file, *args, **options)

    monkeypatch.setattr(Path, "open", deny)
    assert refused(office, path).details["reason"] == os.strerror(errno.EACCES)


@pytest.mark.parametrize("content", [b"", b"kata", b"PK\5\6" + b"x" * 40, b"\0" * 9000, b"\xef\xbb\xbf{}"])
def test_what_is_no_backup_is_refused(office: Office, content: bytes) -> None:
    path = office.folder / "a.zip"
    path.write_bytes(content)
    refused(office, path)


def test_while_another_window_writes_nothing_happens(office: Office) -> None:
    path = office.back_up()
    with office.store() as writing:
        writing.put([another()])
        assert refused(office, path, LockedError).exit_code == 4
        writing.put([another(headline="Terus menulis")])
    assert office.releases()[OTHER].headline == "Terus menulis"


def test_a_foreign_data_file_is_not_replaced(office: Office) -> None:
    path = office.back_up()
    for name in office.data.parent.glob("humas.json*"):
        name.unlink()
    office.data.write_text('{"settings": {"1": {}}}')
    assert refused(office, path, ForeignFileError).exit_code == 4


HOSTILE = [
    ("../keluar.jpg", PNG),
    ("files/../../keluar.jpg", PNG),
    ("/tmp/keluar.jpg", PNG),
    ("files/.bashrc", b"rm -rf ~"),
    ("files/mulai.sh", b"rm -rf ~"),
    ("files/humas.json", b"{}"),
    (raw_name("files/a\\b.jpg"), PNG),
    (raw_name("files/a\0.jpg"), PNG),
    (a_link("files/a.jpg"), b"/etc/passwd"),
    ("files/bom.jpg", bytes(1_000_000)),
]


@pytest.mark.parametrize("member", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_backup_changes_nothing(office: Office, member: Any) -> None:
    refused(office, forged(office.folder / "a.zip", member))


@posix
@pytest.mark.parametrize("link", ["photos", "photos/a.png"])
def test_no_link_leads_out_of_the_folder(office: Office, tmp_path: Path, link: str) -> None:
    """Somebody's own link is no way out for somebody else's backup."""
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "a.png").write_bytes(b"milik saya")
    place = office.data.parent / link
    if place.is_dir():
        (place / Path(PHOTO).name).unlink()
        place.rmdir()
    place.symlink_to(outside if link == "photos" else outside / "a.png")
    report = office.restore(forged(tmp_path / "a.zip", ("files/photos/a.png", PNG)))
    assert report.left_out == {"photos/a.png": Absence.OUTSIDE}
    assert (outside / "a.png").read_bytes() == b"milik saya"
    assert sorted(os.listdir(outside)) == ["a.png"]


def test_a_data_file_without_suffix_is_no_picture(tmp_path: Path) -> None:
    store = ReleaseStore(tmp_path / "humas")
    from humas_tui.config import SettingsFile
    from humas_tui.store.vault import BackupVault

    store.put([another()])
    vault = BackupVault(store, SettingsFile(tmp_path / "setelan"))
    path = forged(tmp_path / "a.zip", ("files/humas", PNG), ("settings/setelan", PNG))
    (tmp_path / "setelan").write_text("")
    report = vault.restore(path, NOW, "", tmp_path / "before.zip")
    vault.close()
    assert report.left_out == {"humas": Absence.OUTSIDE, "setelan": Absence.OUTSIDE}
    assert ReleaseStore(tmp_path / "humas").all()[0].headline == "Palsu"


def test_a_folder_in_the_place_of_a_photo_stays(office: Office) -> None:
    path = office.back_up()
    (office.data.parent / PHOTO).unlink()
    (office.data.parent / PHOTO).mkdir()
    report = office.restore(path)
    assert report.left_out == {PHOTO: Absence.UNREADABLE}
    assert (office.data.parent / PHOTO).is_dir()


@pytest.mark.parametrize(
    "content", [b"theme = [", b"\xff", b"theme = 7\n", b'[office]\ntime_zone = "Mars/Olympus"\n']
)
def test_settings_that_would_not_work_are_not_put_back(office: Office, content: bytes) -> None:
    before = office.config.read_bytes()
    report = office.restore(forged(office.folder / "a.zip", ("config.toml", content)))
    assert report.left_out == {"config.toml": Absence.FAULTY}
    assert office.config.read_bytes() == before


@posix
def test_settings_behind_a_link_stay_behind_it(office: Office, tmp_path: Path) -> None:
    path = office.back_up()
    real = tmp_path / "dotfiles.toml"
    real.write_text("# lain\n")
    office.config.unlink()
    office.config.symlink_to(real)
    office.restore(path)
    assert office.config.is_symlink()
    assert real.read_bytes() == in_memory(path).read("config.toml")


def test_photos_that_were_not_in_it_are_told_where_they_are_missing(tmp_path: Path) -> None:
    office = small(tmp_path, "a.png")
    office.put(another(photos=(Photo(file="a.png"), Photo(file="hilang.png"))))
    path = office.back_up()
    assert office.restore(path).left_out == {"hilang.png": Absence.MISSING}
    (office.data.parent / "hilang.png").write_bytes(PNG)
    assert office.restore(path, before=tmp_path / "2.zip").left_out == {}


def test_the_data_file_in_use_is_no_backup(office: Office) -> None:
    refused(office, office.data)
    if os.name != "nt":
        link = office.folder / "tautan.json"
        link.symlink_to(office.data)
        refused(office, link)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"{}x",
        b'{"settings": {"1": {"a": 1}}}',
        b'{"releases": {"satu": {}}}',
        b'{"releases": {"1": {"judul": "a"}}}',
        b'{"releases": [1]}',
        b'{"releases": {"1": ' + b'{"a":' * 100_000,
        b"{\xff}",
    ],
    ids=range(8),
)
@pytest.mark.parametrize("bare", [True, False])
def test_a_file_of_another_program_is_refused(office: Office, content: bytes, bare: bool) -> None:
    path = office.folder / "asing"
    if bare:
        path.write_bytes(content)
    else:
        forged(path, data=content)
    refused(office, path)


def test_a_data_file_that_is_damaged_is_refused(office: Office) -> None:
    bare = office.folder / "rusak.json"
    content = office.data.read_bytes()
    bare.write_bytes(content.replace(b"Sukamaju", b"Sukamaja", 1))
    refused(office, bare)
    bare.write_bytes(content[: len(content) // 2])
    refused(office, bare)
    refused(office, forged(office.folder / "rusak.zip", data=content[: len(content) // 2]))


def test_a_zip_that_was_packed_anew_is_told_apart(office: Office) -> None:
    """Unpacked and packed again by hand, with the folders as members: it is refused, and nothing is lost."""
    archive = in_memory(office.back_up())
    members: list[Any] = [(name, archive.read(name)) for name in archive.namelist()]
    write_zip(office.folder / "lagi.zip", [("files/photos/", b""), *members])
    refused(office, office.folder / "lagi.zip")
    write_zip(office.folder / "lagi.zip", members)
    office.restore(office.folder / "lagi.zip")
