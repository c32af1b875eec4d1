"""The way back: everything is as the backup says, nothing that was there before is lost, or nothing happens."""

from __future__ import annotations

import errno
import json
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
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui import durable
from humas_tui.errors import (
    ForeignFileError,
    HumasError,
    LockedError,
    NotFoundError,
    StoreError,
    UnreadableFileError,
)
from humas_tui.model import Photo, Reason, Release, to_document
from humas_tui.ports import Absence, RestoreReport
from humas_tui.store import ReleaseStore
from humas_tui.store.disk import Disk
from humas_tui.store.history import DICTIONARY
from humas_tui.store.unbundling import Bundle
from tests.samples import STEMS, release
from tests.store.failing_disk import KINDS, FailingDisk
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
    image,
    in_memory,
    mode,
    raw_name,
    small,
    write_zip,
)

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")
ROOT = Path(__file__).parent.parent.parent
ALL = {release(stem).id: release(stem) for stem in STEMS}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return furnished(tmp_path)


def versions(office: Office, identifier: str) -> list[tuple[Reason, str]]:
    """The versions of a release, the last one first: why each was kept, and its headline."""
    with office.store() as store:
        return [
            (version.reason, store.version(identifier, version.number).headline)
            for version in store.versions(identifier)
        ]


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


# -- everything is as it was -------------------------------------------------------------------------------------


def test_everything_is_as_it_was(office: Office) -> None:
    before = office.contents()
    path = office.back_up()
    first = release(STEMS[0])
    office.put(replace(first, headline="Lain", updated=NOW))
    (office.data.parent / PHOTO).unlink()
    (office.config.parent / "logo.png").write_bytes(PNG)
    office.config.write_text("theme = 'lain'\n")
    report = office.restore(path)
    assert office.releases() == ALL
    now = office.contents()
    assert {name: now[name] for name in before if name != "data/humas.json"} == {
        name: before[name] for name in before if name != "data/humas.json"
    }
    assert report == RestoreReport(
        releases=len(STEMS),
        made=NOW,
        before=office.before,
        kept=1,
        discarded=0,
        files=(office.config, office.config.parent / "logo.png", office.data.parent / PHOTO),
        left_out={},
    )


def test_on_a_new_computer_everything_comes_back(office: Office, tmp_path: Path) -> None:
    path = office.back_up()
    new = Office(tmp_path / "baru")
    report = new.restore(path)
    assert new.releases() == ALL
    assert report.before is None, "nothing was there"
    names = {"data/humas.json", f"data/{PHOTO}", "settings/config.toml", "settings/logo.png"}
    assert new.contents().keys() == names
    assert all(new.contents()[name] == office.contents()[name] for name in names - {"data/humas.json"})


@posix
def test_what_is_restored_is_its_owners_alone(office: Office, tmp_path: Path) -> None:
    path = office.back_up()
    new = Office(tmp_path / "baru")
    new.restore(path)
    assert (mode(new.data), mode(new.data.parent), mode(new.config)) == (0o600, 0o700, 0o600)


def test_tinydb_opens_what_was_restored(office: Office) -> None:
    office.restore(office.back_up())
    with TinyDB(office.data) as database:
        assert {one["id"] for one in database.table("releases").all()} == ALL.keys()


def test_versions_and_trash_come_back(office: Office) -> None:
    one = release(STEMS[0])
    with office.store() as store:
        store.keep_version(replace(one, headline="Dahulu"), NOW, Reason.SIMPAN, "ani")
        store.discard([release(STEMS[1]).id], NOW, "ani")
    path = office.back_up()
    with office.store() as store:
        store.put_back([release(STEMS[1]).id])
    office.restore(path)
    assert versions(office, one.id) == [(Reason.SIMPAN, "Dahulu")]
    assert office.releases().keys() == ALL.keys() - {release(STEMS[1]).id}
    with office.store() as store:
        assert [thrown.release for thrown in store.discarded()] == [release(STEMS[1])]


def test_fields_and_tables_of_a_newer_version_come_back(tmp_path: Path) -> None:
    document = to_document(another(headline="Baru")) | {"later": {"a": [1]}}
    data = json.dumps({"releases": {"1": document}, "later": {"7": {"x": 1}}}, default=str).encode()
    office = Office(tmp_path)
    office.restore(forged(tmp_path / "a.zip", data=data))
    with TinyDB(office.data) as database:
        assert database.table("releases").get(doc_id=1)["later"] == {"a": [1]}
        assert database.table("later").all() == [{"x": 1}]


def test_restoring_twice_changes_nothing_more(office: Office) -> None:
    path = office.back_up()
    office.put(another())
    office.restore(path)
    report = office.restore(path, before=office.folder / "lagi.zip")
    assert (report.kept, report.discarded, report.files) == (0, 0, ())
    assert office.releases() == ALL


# -- what was there is not lost ----------------------------------------------------------------------------------


def test_the_text_of_now_is_kept_as_a_version(office: Office) -> None:
    path = office.back_up()
    one, same = release(STEMS[0]), release(STEMS[1])
    office.put(replace(one, headline="Yang terbaru", updated=NOW), replace(same, updated=NOW, revision=9))
    assert office.restore(path).kept == 1
    assert versions(office, one.id) == [(Reason.CADANGAN, "Yang terbaru")]
    assert versions(office, same.id) == [], "it says the same"
    with office.store() as store:
        (version,) = store.versions(one.id)
        assert (version.who, version.time) == ("rina", NOW)


def test_it_comes_behind_the_versions_of_the_backup(office: Office) -> None:
    one = release(STEMS[0])
    with office.store() as store:
        for number in range(12):
            store.keep_version(replace(one, headline=f"Versi {number}"), NOW, Reason.SIMPAN, "ani")
    path = office.back_up()
    office.put(replace(one, headline="Yang terbaru"))
    office.restore(path)
    found = versions(office, one.id)
    assert found[0] == (Reason.CADANGAN, "Yang terbaru")
    assert [headline for _reason, headline in found[1:]] == [f"Versi {number}" for number in reversed(range(12))]


def test_a_release_that_the_backup_does_not_have_is_in_the_trash(office: Office) -> None:
    path = office.back_up()
    new = another(headline="Sesudah cadangan")
    with office.store() as store:
        store.put([new])
        for headline in ("Satu", "Dua"):
            store.keep_version(replace(new, headline=headline), NOW, Reason.SIMPAN, "ani")
    assert office.restore(path).discarded == 1
    assert office.releases() == ALL
    with office.store() as store:
        (thrown,) = store.discarded()
        assert (thrown.release, thrown.who, thrown.time) == (new, "rina", NOW)
        assert store.put_back([new.id]) == [new]
    assert [headline for _reason, headline in versions(office, new.id)] == ["Dua", "Satu"]


def test_what_lay_in_the_trash_still_does(office: Office) -> None:
    path = office.back_up()
    new, old = another(headline="Sesudah cadangan"), release(STEMS[2])
    with office.store() as store:
        store.put([new, replace(old, headline="Diubah, lalu dihapus")])
        store.discard([new.id, old.id], NOW, "ani")
    report = office.restore(path)
    assert (report.kept, report.discarded) == (1, 0)
    with office.store() as store:
        (thrown,) = store.discarded()
        assert (thrown.release, thrown.who) == (new, "ani")
    assert office.releases() == ALL
    assert versions(office, old.id) == [(Reason.CADANGAN, "Diubah, lalu dihapus")]


def test_fields_of_a_newer_version_are_in_what_is_kept(tmp_path: Path) -> None:
    office = small(tmp_path)
    path = office.back_up()
    with TinyDB(office.data) as database:
        database.table("releases").update({"later": "kata", "headline": "Lain"})
    office.restore(path)
    with office.store() as store:
        assert b'"later":"kata"' in store._history().text(OTHER, 1)


def test_a_backup_of_what_was_there_is_made_first(office: Office) -> None:
    path = office.back_up()
    office.put(another(headline="Sesudah cadangan"))
    office.config.write_text("# yang terbaru\n")
    (office.config.parent / "logo.png").write_bytes(PNG)
    before = office.contents()
    report = office.restore(path)
    archive = in_memory(report.before)
    assert archive.read("config.toml") == before["settings/config.toml"]
    assert archive.read("settings/logo.png") == PNG
    assert f"files/{PHOTO}" not in archive.namelist(), "it stays where it is"
    assert json.loads(archive.read("manifest.json"))["left_out"] == {PHOTO: "spared"}
    back = office.restore(report.before, before=office.folder / "lagi.zip")
    assert (back.kept, back.discarded) == (0, 0)
    assert office.releases() == ALL | {OTHER: another(headline="Sesudah cadangan")}
    assert {name: content for name, content in office.contents().items() if name != "data/humas.json"} == {
        name: content for name, content in before.items() if name != "data/humas.json"
    }


def test_a_photo_that_no_release_names_is_not_lost_either(office: Office) -> None:
    """One of the same name as a photo of the backup, which is replaced: it is in the backup of what was there."""
    path = office.back_up()
    (office.data.parent / PHOTO).write_bytes(b"foto lain")
    office.put(*(replace(one, photos=()) for one in ALL.values()))
    report = office.restore(path)
    assert in_memory(report.before).read(f"files/{PHOTO}") == b"foto lain"


def test_photos_that_the_backup_does_not_have_stay(office: Office) -> None:
    path = office.back_up()
    (office.data.parent / "photos/lain.png").write_bytes(PNG)
    office.restore(path)
    assert (office.data.parent / "photos/lain.png").read_bytes() == PNG


# -- what comes in is made safe ----------------------------------------------------------------------------------


def test_text_is_cleaned_without_losing_a_word(tmp_path: Path) -> None:
    hostile = "Kata \x1b]0;judul\x07satu\x1b[31m dua\u202e tiga \x1b]tak pernah ditutup\r\nempat cafe\u0301\u200b"
    clean = "Kata satu dua tiga tak pernah ditutup\nempat café"
    thrown = {"id": STEMS[0], "time": NOW.isoformat(), "who": "a", "document": to_document(release(STEMS[0]))}
    thrown["document"]["body"] = hostile
    data = json.dumps({"releases": {"1": to_document(another(body=hostile))}, "trash": {"1": thrown}}, default=str)
    office = Office(tmp_path)
    office.restore(forged(tmp_path / "a.zip", data=data.encode()))
    assert office.releases()[OTHER].body == clean
    with TinyDB(office.data) as database:
        assert database.table("releases").all()[0]["body"] == clean
        assert database.table("trash").all()[0]["document"]["body"] == clean


def test_a_version_that_expands_without_end_is_damaged_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import base64
    import zlib

    monkeypatch.setattr("humas_tui.store.history.LARGEST", 100_000)
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=DICTIONARY)
    bomb = base64.b85encode(press.compress(bytes(1_000_000)) + press.flush()).decode()
    entry = {"time": NOW.isoformat(), "reason": "simpan", "who": "", "check": "0", "text": bomb}
    chapter = {"release": OTHER, "first": 1, "versions": [entry]}
    office = small(tmp_path)
    one = to_document(another(headline="Cadangan"))
    data = json.dumps({"releases": {"1": one}, "versions": {"1": chapter}}, default=str).encode()
    office.restore(forged(tmp_path / "a.zip", data=data))
    with office.store() as store:
        assert [version.number for version in store.versions(OTHER)] == [2, 1]
        with pytest.raises(StoreError):
            store.version(OTHER, 1)


# -- a bare data file --------------------------------------------------------------------------------------------


def test_a_bare_data_file_is_taken_too(office: Office) -> None:
    bare = office.folder / "salinan.json"
    bare.write_bytes(office.data.read_bytes())
    office.put(replace(release(STEMS[0]), headline="Lain"), another())
    report = office.restore(bare)
    assert office.releases() == ALL
    assert (report.made, report.kept, report.discarded, report.files) == (None, 1, 1, ())


def test_one_that_tinydb_wrote_is_taken_too(tmp_path: Path) -> None:
    office = small(tmp_path)
    bare = tmp_path / "tinydb.json"
    with TinyDB(bare, indent=4) as database:
        database.table("releases").insert_multiple(json.loads(image(*ALL.values()))["releases"].values())
    office.restore(bare)
    assert office.releases() == ALL


def test_its_journal_is_taken_along(office: Office) -> None:
    """As when everything named after the data file was copied while the program ran."""
    store = office.store()
    store.put([another(headline="Belum di berkas")])
    copied = office.folder / "usb"
    copied.mkdir()
    for path in office.data.parent.glob("humas.json*"):
        (copied / path.name).write_bytes(path.read_bytes())
    store.close()
    office.restore(copied / "humas.json")
    assert office.releases() == ALL | {OTHER: another(headline="Belum di berkas")}


def test_the_file_before_is_the_file_before(office: Office) -> None:
    """The segments beside ``humas.json.bak`` lead from there to now: they are left out."""
    office.put(another(headline="Sekarang"))
    before = office.data.with_name("humas.json.bak")
    assert list(office.data.parent.glob("humas.json.bak.j*"))
    office.restore(before)
    assert office.releases() == ALL


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
    assert report.left_out == {"config.toml": Absence.UNREADABLE}
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
from tests.store.test_restoring import NOW, Office, Path

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


def test_what_an_earlier_end_left_is_no_hindrance(office: Office) -> None:
    path = office.back_up()
    left = office.data.with_name("humas.json.restoring")
    left.mkdir()
    (left / "humas.json").write_bytes(b"setengah")
    (left / "humas.json.j000001").write_bytes(b"HTJ1")
    office.restore(path)
    assert office.releases() == ALL
    assert not left.exists()


def test_the_writer_itself_goes_on_with_what_was_restored(office: Office) -> None:
    path = office.back_up()
    with office.store() as store:
        store.put([another()])
        store.all()
        office.vault(store).restore(path, NOW, "rina", office.before)
        assert {one.id for one in store.all()} == ALL.keys()
        assert store.get(OTHER) is None
        store.put([another(headline="Lagi")])
        changed = replace(release(STEMS[0]), headline="Diubah")
        store.put([changed])
        store.keep_version(changed, NOW, Reason.SIMPAN, "rina")
    assert office.releases() == ALL | {OTHER: another(headline="Lagi"), changed.id: changed}
    assert versions(office, changed.id) == [(Reason.SIMPAN, "Diubah")]


def test_a_large_data_file_is_restored_without_being_read_into_memory(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from humas_tui.store.stock import LargeStock

    path = office.back_up()
    office.put(another())
    monkeypatch.setattr("humas_tui.store.releases.LARGE", 100)
    monkeypatch.setattr("humas_tui.store.opening.LARGE", 100)
    with office.store() as store:
        office.vault(store).restore(path, NOW, "rina", office.before)
        stock = store.all()
        assert isinstance(stock, LargeStock)
        assert set(stock.identifiers()) == ALL.keys()
        assert stock.get(STEMS[0]) is None
        one = release(STEMS[0])
        assert stock.get(one.id) == one
        assert set(stock.find(("sukamaju",), None, None))


def test_releases_of_any_kind_survive(tmp_path: Path) -> None:
    office = Office(tmp_path)
    there: dict[str, Release] = {}
    for number, one in enumerate(ALL.values()):
        there[one.id] = replace(one, body=one.body * number, tags=("satu", "dua")[: number % 3])
    office.put(*there.values())
    path = office.back_up()
    office.put(*(replace(one, body="hilang") for one in there.values()))
    office.restore(path)
    assert office.releases() == there
    with Bundle(path) as bundle:
        bundle.verify()
    for identifier in there:
        assert versions(office, identifier)[0][0] is Reason.CADANGAN


def test_a_zip_that_was_packed_anew_is_told_apart(office: Office) -> None:
    """Unpacked and packed again by hand, with the folders as members: it is refused, and nothing is lost."""
    archive = in_memory(office.back_up())
    members: list[Any] = [(name, archive.read(name)) for name in archive.namelist()]
    write_zip(office.folder / "lagi.zip", [("files/photos/", b""), *members])
    refused(office, office.folder / "lagi.zip")
    write_zip(office.folder / "lagi.zip", members)
    office.restore(office.folder / "lagi.zip")
