"""The way back: everything is as the backup says, nothing that was there before is lost, or nothing happens."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui.errors import (
    StoreError,
)
from humas_tui.model import Reason, Release, to_document
from humas_tui.ports import RestoreReport
from humas_tui.store.history import DICTIONARY
from humas_tui.store.unbundling import Bundle
from tests.samples import STEMS, release
from tests.store.offices import (
    ALL,
    NOW,
    OTHER,
    PHOTO,
    PNG,
    Office,
    another,
    forged,
    furnished,
    image,
    in_memory,
    mode,
    small,
)

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")


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


def test_the_words_of_the_office_come_back_and_an_old_backup_leaves_them(office: Office, tmp_path: Path) -> None:
    old = office.back_up("lama.zip")
    config = office.config.read_text("utf-8")
    office.config.write_text(f'{config}\n[language]\nword_list = "daftar/kata kami.txt"\n', "utf-8")
    lists = {
        "settings/daftar/kata kami.txt": b"warkop\n" * 9_000,
        "settings/kamus.txt": b"desa\nkota\n",
        "settings/kamus.txt.gz": b"\x1f\x8b\x08" + bytes(30),
    }
    for name, content in lists.items():
        (office.folder / name).parent.mkdir(exist_ok=True)
        (office.folder / name).write_bytes(content)
    path = office.back_up()
    assert {name for name in in_memory(path).namelist() if "k" in name.rpartition("/")[2]} >= lists.keys()
    new = Office(tmp_path / "baru")
    assert new.restore(path).left_out == {}
    assert {name: new.contents()[name] for name in lists} == lists
    (new.folder / "settings/kamus.txt").write_bytes(b"lain\n")
    new.restore(old)
    assert new.contents()["settings/kamus.txt"] == b"lain\n"


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
