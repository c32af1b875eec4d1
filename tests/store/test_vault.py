"""Backups made: everything is in them, checked, and no file is ever replaced or left half."""

from __future__ import annotations

import errno
import json
import os
import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui import __version__
from humas_tui.errors import ForeignFileError, RefusedError, StoppedError, UnwritableError
from humas_tui.i18n import _
from humas_tui.model import Photo
from humas_tui.ports import Absence
from humas_tui.store import ReleaseStore, packing
from humas_tui.store.bundle import LARGEST_FILE, RATIO
from humas_tui.store.journalled import JournalStorage
from humas_tui.store.unbundling import Bundle
from tests.samples import STEMS, release
from tests.store.offices import NOW, OTHER, PHOTO, PNG, Office, another, furnished, in_memory, mode, small

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return furnished(tmp_path)


def said(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(in_memory(path).read("manifest.json"))
    return found


def test_a_backup_has_everything(office: Office) -> None:
    report = office.vault().write(office.folder / "a.zip", NOW)
    assert (report.releases, report.left_out, report.time) == (len(STEMS), {}, NOW)
    archive = in_memory(report.path)
    assert archive.testzip() is None
    assert archive.namelist() == [
        "humas.json",
        "config.toml",
        "settings/logo.png",
        f"files/{PHOTO}",
        "manifest.json",
    ]
    assert archive.read("config.toml") == office.config.read_bytes()
    assert archive.read(f"files/{PHOTO}") == (office.data.parent / PHOTO).read_bytes()
    (office.folder / "copy.json").write_bytes(archive.read("humas.json"))
    with TinyDB(office.folder / "copy.json") as database:
        assert {one["id"] for one in database.table("releases")} == office.releases().keys()


def test_the_manifest_tells_what_is_in_it(office: Office) -> None:
    told = said(office.back_up())
    assert (told["format"], told["program"], told["releases"]) == (1, __version__, len(STEMS))
    assert told["time"] == "2026-11-22T09:45:00Z"
    archive = in_memory(office.folder / "cadangan.zip")
    sizes = {head.filename: head.file_size for head in archive.infolist()}
    assert {name: member["size"] for name, member in told["members"].items()} | {
        "manifest.json": sizes["manifest.json"]
    } == sizes


@posix
def test_a_backup_is_its_owners_alone(office: Office) -> None:
    before = os.umask(0)
    try:
        path = office.vault().write(office.vault().folder / "a.zip", NOW).path
    finally:
        os.umask(before)
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert os.listdir(path.parent) == ["a.zip"]


def test_what_the_journal_holds_is_in_it_while_another_window_writes(office: Office) -> None:
    with office.store() as writing:
        writing.put([another(headline="Baru saja")])
        path = office.back_up()
    assert said(path)["releases"] == len(STEMS) + 1
    assert b"Baru saja" in in_memory(path).read("humas.json")


def test_the_writer_itself_backs_up_what_it_has(office: Office) -> None:
    with office.store() as writing:
        writing.put([another(headline="Baru saja")], synced=False)
        path = office.vault(writing).write(office.folder / "a.zip", NOW).path
        writing.put([another(headline="Lebih baru")])
    assert b"Baru saja" in in_memory(path).read("humas.json")


def test_photos_of_releases_in_the_trash_are_in_it(tmp_path: Path) -> None:
    office = small(tmp_path, "photos/a.png")
    with office.store() as store:
        store.discard([OTHER], NOW, "rina")
    assert "files/photos/a.png" in in_memory(office.back_up()).namelist()


def test_an_office_with_nothing_gives_a_backup_of_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path)
    report = office.vault().write(tmp_path / "a.zip", NOW)
    assert (report.releases, report.left_out) == (0, {})
    assert not office.data.parent.exists(), "looking makes no file"


@posix
def test_what_cannot_be_in_it_is_told(tmp_path: Path) -> None:
    names = {
        "photos/hilang.jpg": Absence.MISSING,
        "../luar.jpg": Absence.OUTSIDE,
        str(tmp_path / "luar.jpg"): Absence.OUTSIDE,
        "photos": Absence.UNREADABLE,
        "photos/besar.jpg": Absence.LARGE,
        "photos/a\\b.jpg": Absence.NAME,
        ".ssh/kunci.png": Absence.NAME,
        "photos/catatan.sh": Absence.NAME,
        "photos/tautan.jpg": Absence.OUTSIDE,
        "photos/pipa.jpg": Absence.UNREADABLE,
        "photos/a\0b.jpg": Absence.UNREADABLE,
        "photos/lingkar.jpg": Absence.UNREADABLE,
    }
    good = [
        "photos/baik.png",
        "tanpa_akhiran",
        str(tmp_path / "data" / "mutlak.jpg"),
        "photos/../photos/titik.jpg",
    ]
    office = small(tmp_path, "photos/baik.png", "tanpa_akhiran", "mutlak.jpg", "photos/titik.jpg")
    (tmp_path / "luar.jpg").write_bytes(PNG)
    for name in ("photos/a\\b.jpg", ".ssh/kunci.png", "photos/catatan.sh"):
        (office.data.parent / name).parent.mkdir(exist_ok=True)
        (office.data.parent / name).write_bytes(PNG)
    with (office.data.parent / "photos/besar.jpg").open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    (office.data.parent / "photos/tautan.jpg").symlink_to(tmp_path / "luar.jpg")
    (office.data.parent / "photos/lingkar.jpg").symlink_to("lingkar.jpg")
    os.mkfifo(office.data.parent / "photos/pipa.jpg")
    office.put(another(photos=tuple(Photo(file=name) for name in [*names, *good])))
    report = office.vault().write(tmp_path / "a.zip", NOW)
    assert report.left_out == names
    assert said(report.path)["left_out"] == names
    files = {name for name in in_memory(report.path).namelist() if name.startswith("files/")}
    assert files == {"files/photos/baik.png", "files/tanpa_akhiran", "files/mutlak.jpg", "files/photos/titik.jpg"}


def test_a_photo_that_vanishes_meanwhile_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    real = packing._read

    def vanishing(member: str, path: Path) -> list[bytes]:
        if member.startswith("files/"):
            path.unlink()
        return real(member, path)

    monkeypatch.setattr(packing, "_read", vanishing)
    report = office.vault().write(office.folder / "a.zip", NOW)
    assert report.left_out == {PHOTO: Absence.UNREADABLE}
    assert f"files/{PHOTO}" not in in_memory(report.path).namelist()


def test_faulty_settings_are_backed_up_as_they_are(office: Office) -> None:
    office.config.write_bytes(b'theme = "\xff\n')
    archive = in_memory(office.back_up())
    assert archive.read("config.toml") == office.config.read_bytes()
    assert "settings/logo.png" not in archive.namelist()


def test_a_word_list_counts_and_one_elsewhere_is_told(office: Office, tmp_path: Path) -> None:
    words = office.config.with_name("kata-kantor.txt")
    words.write_text("warkop\n", "utf-8")
    report = office.vault().write(office.vault().folder / "kata.zip", NOW)
    assert report.left_out == {}
    assert office.vault().is_current("kata.zip")
    words.write_text("warkop\nangkot\n", "utf-8")
    assert not office.vault().is_current("kata.zip")
    (tmp_path / "kata.txt").write_text("a\n", "utf-8")
    office.config.write_text(f"[language]\nword_list = '{tmp_path / 'kata.txt'}'\n", "utf-8")
    report = office.vault().write(tmp_path / "lain.zip", NOW)
    assert report.left_out == {str(tmp_path / "kata.txt"): Absence.OUTSIDE}


def test_a_logo_elsewhere_is_told(office: Office, tmp_path: Path) -> None:
    logo = tmp_path / "lambang.png"
    logo.write_bytes(PNG)
    office.config.write_text(f"[office]\nlogo = {json.dumps(str(logo))}\n")
    assert office.vault().write(tmp_path / "a.zip", NOW).left_out == {str(logo): Absence.OUTSIDE}


def test_more_files_than_a_backup_may_have_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "FILES_AT_MOST", 2)
    office = small(tmp_path, "a.png", "b.png", "c.png")
    assert office.vault().write(tmp_path / "a.zip", NOW).left_out == {"c.png": Absence.MANY}


def test_large_photos_are_spared_only_where_that_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = small(tmp_path, "a.png", "b.png")
    size = sum((office.data.parent / name).stat().st_size for name in ("a.png", "b.png"))
    monkeypatch.setattr(packing, "SPARED", size)
    assert office.vault().write(tmp_path / "1.zip", NOW, spare=True).left_out == {}
    monkeypatch.setattr(packing, "SPARED", size - 1)
    spared = office.vault().write(tmp_path / "2.zip", NOW, spare=True)
    assert spared.left_out == {"a.png": Absence.SPARED, "b.png": Absence.SPARED}
    assert office.vault().write(tmp_path / "3.zip", NOW).left_out == {}


def test_a_text_that_repeats_itself_beyond_belief_can_be_restored_all_the_same(tmp_path: Path) -> None:
    office = small(tmp_path, body="kata " * 400_000)
    path = office.back_up()
    (data,) = (head for head in in_memory(path).infolist() if head.filename == "humas.json")
    assert data.compress_size == data.file_size, "it is stored as it is"
    assert data.file_size > 10_000 * RATIO
    office.put(another(body="lain"))
    office.restore(path)
    assert office.releases()[OTHER].body == "kata " * 400_000


# -- no file is replaced, none is left half ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_there_is_never_replaced(office: Office, kind: str) -> None:
    path = office.folder / "a.zip"
    if kind == "file":
        path.write_bytes(b"milik saya")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(office.folder / "ke-mana-mana")
    before = sorted(office.folder.iterdir())
    with pytest.raises(RefusedError):
        office.vault().write(path, NOW)
    assert sorted(office.folder.iterdir()) == before
    assert kind != "file" or path.read_bytes() == b"milik saya"


def test_one_that_comes_meanwhile_is_not_replaced_either(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office.folder / "a.zip"
    real = Bundle.all_pieces

    def check(bundle: Bundle) -> Any:
        path.write_bytes(b"milik orang lain")
        return real(bundle)

    monkeypatch.setattr(Bundle, "all_pieces", check)
    with pytest.raises(UnwritableError):
        office.vault().write(path, NOW)
    assert path.read_bytes() == b"milik orang lain"
    assert [name for name in os.listdir(office.folder) if name.endswith(".tmp")] == []


def test_one_that_cannot_be_read_back_is_not_called_done(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that keeps something else than what it was given."""
    real = Bundle.__init__

    def damaging(bundle: Bundle, path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[200] ^= 1
        path.write_bytes(content)
        real(bundle, path)

    before = sorted(office.folder.rglob("*"))
    monkeypatch.setattr(Bundle, "__init__", damaging)
    with pytest.raises(UnwritableError) as caught:
        office.vault().write(office.folder / "a.zip", NOW)
    assert caught.value.details == {
        "file": office.folder / "a.zip",
        "reason": _("what was written cannot be read back"),
    }
    assert sorted(office.folder.rglob("*")) == before


def test_it_can_be_stopped_at_every_step(office: Office) -> None:
    before = sorted(office.folder.rglob("*"))
    steps = 0

    def after(number: int) -> bool:
        nonlocal left
        left = number if left is None else left - 1
        return left <= 0

    for number in range(1, 1000):
        left: int | None = None
        path = office.folder / "a.zip"
        try:
            office.vault().write(path, NOW, stop=lambda number=number: after(number))
        except StoppedError:
            assert sorted(office.folder.rglob("*")) == before
        else:
            steps = number
            break
    assert steps > 5, "it was asked while writing, and while reading back"


@pytest.mark.parametrize("call", ["open", "fsync", "link"])
def test_nothing_is_left_where_the_disk_fails(office: Office, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    real = getattr(os, call)

    def fail(*args: Any, **options: Any) -> Any:
        if call == "fsync" or any(".humas-" in str(one) for one in args):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(*args, **options)

    before = sorted(office.folder.rglob("*"))
    monkeypatch.setattr(os, call, fail)
    if call == "link":  # as where the file system has no second names, and the way around it fails
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UnwritableError):
        office.vault().write(office.folder / "a.zip", NOW)
    assert sorted(office.folder.rglob("*")) == before


def test_a_file_system_without_second_names_takes_one_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **options: Any) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    with office.store():
        pass
    monkeypatch.setattr(os, "link", refuse)
    path = office.back_up()
    assert in_memory(path).testzip() is None
    assert mode(path) == 0o600
    with pytest.raises(RefusedError):
        office.back_up()


def test_a_foreign_data_file_is_not_backed_up(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.data.parent.mkdir()
    office.data.write_text('{"settings": {"1": {}}}')
    with pytest.raises(ForeignFileError):
        office.back_up()
    assert os.listdir(tmp_path) == ["data"]


# -- is it current? ----------------------------------------------------------------------------------------------


@pytest.fixture
def current(office: Office) -> str:
    office.vault().write(office.vault().folder / "a.zip", NOW)
    return "a.zip"


def test_a_backup_is_current_until_something_changes(office: Office, current: str) -> None:
    assert office.vault().is_current(current)
    with office.store() as store:
        assert office.vault(store).is_current(current), "claimed, nothing changed"
        changed = replace(release(STEMS[0]), headline="Lain")
        store.put([changed])
        assert not office.vault(store).is_current(current)
        store.put([release(STEMS[0])])
        assert office.vault(store).is_current(current), "changed back"
    assert office.vault().is_current(current), "with another base file"


def test_settings_and_photos_count_too(office: Office, current: str) -> None:
    photo = office.data.parent / PHOTO
    content = photo.read_bytes()
    photo.write_bytes(content[:-1] + b"?")
    assert not office.vault().is_current(current), "of the same size"
    photo.write_bytes(content)
    assert office.vault().is_current(current)
    office.config.write_text("")
    assert not office.vault().is_current(current)


def test_a_version_and_the_trash_count_too(office: Office, current: str) -> None:
    from humas_tui.model import Reason

    with office.store() as store:
        store.keep_version(release(STEMS[0]), NOW, Reason.SIMPAN, "rina")
    assert not office.vault().is_current(current)


def test_a_backup_that_cannot_be_read_is_not_current(office: Office, current: str) -> None:
    path = office.vault().folder / current
    path.write_bytes(path.read_bytes()[:-30])
    assert not office.vault().is_current(current)
    assert not office.vault().is_current("tidak-ada.zip")
    assert office.vault().report(path) is None


# -- the folder --------------------------------------------------------------------------------------------------


def test_the_folder_is_named_after_the_data_file(tmp_path: Path) -> None:
    vault = Office(tmp_path).vault()
    assert (vault.folder, vault.stem, vault.names()) == (tmp_path / "data" / "humas.json.backups", "humas", [])


def test_a_new_backup_has_a_name_of_its_own(office: Office) -> None:
    vault = office.vault()
    vault.folder.mkdir()
    for expected in ("a-1.auto.zip", "a-1-2.auto.zip", "a-1-3.auto.zip"):
        path = vault.place("a-1.auto.zip")
        assert path == vault.folder / expected
        path.touch()


def test_a_folder_takes_it_and_any_other_path_is_its_own(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder)
    (office.folder / "usb").mkdir()
    place = office.vault().place
    assert place("a.zip", Path("usb")) == office.folder / "usb" / "a.zip"
    assert place("a.zip", Path("b.zip")) == office.folder / "b.zip"
    (office.folder / "b.zip").touch()
    assert place("a.zip", Path("b.zip")) == office.folder / "b.zip", "it was asked for; writing it will be refused"

    def deny(path: Path) -> bool:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "is_dir", deny)
    assert place("a.zip", Path("usb")) == office.folder / "usb"


@posix
def test_only_plain_files_are_removed(office: Office) -> None:
    vault = office.vault()
    (vault.folder / "folder.zip").mkdir(parents=True)
    (vault.folder / "link.zip").symlink_to(office.config)
    (vault.folder / "file.zip").write_bytes(b"x")
    for name in ("folder.zip", "link.zip", "file.zip", "none.zip"):
        vault.remove(name)
    assert vault.names() == ["folder.zip", "link.zip"]
    assert office.config.exists()


def test_what_an_end_in_the_midst_has_left_is_taken_away_a_day_later(office: Office) -> None:
    vault = office.vault()
    vault.folder.mkdir()
    names = [".humas-0123456789abcdef.tmp", ".humas-0123456789abcdef.tmp2", ".humas-0123456789ABCDEF.tmp", "a.tmp"]
    for name in names:
        (vault.folder / name).write_bytes(b"setengah")
        os.utime(vault.folder / name, (NOW.timestamp(), NOW.timestamp()))
    vault.write(vault.folder / "1.zip", NOW + timedelta(hours=23))
    assert set(names) < set(vault.names())
    vault.write(vault.folder / "2.zip", NOW + timedelta(hours=25))
    assert set(vault.names()) == {*names[1:], "1.zip", "2.zip"}


# -- large files -------------------------------------------------------------------------------------------------


def test_an_image_is_made_in_pieces_while_others_write(office: Office) -> None:
    """A snapshot holds nobody up, and changes nothing afterwards: not by a save, not by a new base file."""
    with office.store() as store:
        store.put([another(body=random.Random(1).randbytes(600_000).hex())])
        pieces = store.snapshot().image()
        begun = [next(pieces)]
        store.put([another(headline="Sesudah")])
        store.tidy(idle=True)
        store.put([another(headline="Jauh sesudah")])
        content = b"".join([*begun, *pieces])
        assert len(begun[0]) < len(content)
    (office.folder / "copy.json").write_bytes(content)
    storage = JournalStorage(office.folder / "copy.json", write=False, check=True)
    assert storage.report == []
    assert b"Sesudah" not in content
    (one,) = (one for one in ReleaseStore(office.folder / "copy.json").all() if one.id == OTHER)
    assert len(one.body) == 1_200_000


def test_the_letterhead_of_the_office_is_in_it(office: Office) -> None:
    (office.config.parent / "kop.docx").write_bytes(PNG)
    office.config.write_text('[office]\nletterhead = "kop.docx"\n')
    report = office.vault().write(office.folder / "a.zip", NOW)
    assert report.left_out == {}
    assert in_memory(report.path).read("settings/kop.docx") == PNG
