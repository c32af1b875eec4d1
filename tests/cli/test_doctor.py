"""``humas-tui doctor``: what it finds, what it repairs, what it says of it, and its exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import zipfile
from collections import namedtuple
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from humas_tui.errors import UnwritableError
from humas_tui.model import Photo, Reason, Release
from humas_tui.store import ReleaseStore, surroundings
from humas_tui.store import doctor as module
from tests.cli.conftest import HOSTILE, Keep, Run
from tests.conftest import Places
from tests.store.holder import Holder

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")


def found(run: Run, code: int) -> dict[str, Any]:
    """What the command says as JSON, with that exit code."""
    result = run("doctor", "--json")
    assert (result.code, result.err) == (code, "")
    told: dict[str, Any] = json.loads(result.out)
    assert set(told) == {"ok", "problems", "repaired"}
    assert told["ok"] == (code == 0) == (not told["problems"])
    for one in (*told["problems"], *told["repaired"]):
        assert set(one) == {"code", "file", "count", "lost", "message"}
        assert one["message"]
        assert "{" not in one["message"]
    return told


def codes(findings: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in findings]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spoil(path: Path, before: bytes, after: bytes) -> None:
    """Change some bytes of a file, in place."""
    content = path.read_bytes()
    assert before in content
    path.write_bytes(content.replace(before, after, 1))


@pytest.fixture
def data(places: Places, keep: Keep) -> Path:
    """A data file with three releases, closed."""
    for headline in ("Satu", "Dua", "Tiga"):
        keep(headline=headline)
    return places.data


@pytest.fixture
def writer(data: Path) -> Iterator[Holder]:
    holder = Holder(data)
    yield holder
    holder.close()


# -- nothing is the matter ---------------------------------------------------------------------------------------


def test_a_sound_file_is_told_to_be_so(run: Run, data: Path) -> None:
    before = contents(data.parent)
    assert found(run, 0) == {"ok": True, "problems": [], "repaired": []}
    result = run("doctor")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == str(data)
    assert lines[-1] == "Everything is in order."
    assert re.search(r"^✓ Data file: 3 releases · \d.* · every checksum fits$", result.out, re.MULTILINE)
    assert re.search(r"^✓ Journal: empty$", result.out, re.MULTILINE)
    assert re.search(r"^✓ Disk: \d+.* free$", result.out, re.MULTILINE)
    assert "✗" not in result.out
    assert contents(data.parent) == before, "what is sound is left as it is"


def test_it_speaks_indonesian(run: Run, data: Path) -> None:
    out = run("doctor", "--lang", "id").out
    assert out.splitlines()[-1] == "Semuanya beres."
    assert "✓ Berkas data: 3 rilis" in out


@pytest.mark.parametrize("columns", [50, 80, 160])
def test_on_a_terminal_it_fits_and_has_colours(run_on_terminal: Run, data: Path, columns: int) -> None:
    spoil(data, b'"headline":"Dua"', b'"headline":"Dxa"')
    result = run_on_terminal("doctor", columns=columns)
    assert result.code == 0
    assert "\x1b[" in result.out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", result.out)
    assert max(map(len, plain.splitlines())) <= columns
    assert "Repaired" in plain
    assert plain.splitlines()[-1] == "What was found is repaired."


def test_a_terminal_without_colours_gets_none(
    run_on_terminal: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = run_on_terminal("doctor").out
    assert not re.search(r"\x1b\[3\dm", out)
    assert "Everything is in order." in out


# -- what is no data file ----------------------------------------------------------------------------------------


def test_without_a_data_file_it_says_so(run: Run, places: Places) -> None:
    for words in (["doctor"], ["doctor", "--json"]):
        result = run(*words)
        assert (result.code, result.out) == (3, "")
        assert result.err == f"humas-tui: There is no data file {places.data} yet. The first release makes it.\n"
    assert os.listdir(places.folder) == []


def test_without_its_folder_too(run: Run, places: Places) -> None:
    assert run("doctor", "--data", str(places.folder / "a" / "b.json")).code == 3
    assert os.listdir(places.folder) == []


@pytest.mark.parametrize(
    "content",
    [
        b"Halo.",
        b"\x89PNG\r\n\x1a\n",
        b'{"name": "x"}',
        b'{"_default": {"1": {"title": "Belanja"}}}',
        b'{"releases": {"1": {"title": "Nevermind", "year": 1991}}}',
    ],
)
def test_a_foreign_file_is_told_and_left_alone(run: Run, places: Places, content: bytes) -> None:
    places.data.write_bytes(content)
    places.data.chmod(0o644)
    result = run("doctor", "--json")
    assert (result.code, result.out) == (4, "")
    assert "is not a data file of humas-tui" in result.err
    assert contents(places.folder) == {places.data.name: content}
    assert os.name == "nt" or stat.S_IMODE(places.data.stat().st_mode) == 0o644


def test_a_folder_in_its_place_is_told(run: Run, places: Places) -> None:
    places.data.mkdir()
    result = run("doctor")
    assert result.code == 4
    assert len(result.err.splitlines()) == 1


def test_an_empty_file_is_an_empty_newsroom(run: Run, places: Places) -> None:
    places.data.write_text("{}")
    places.data.chmod(0o600)
    assert found(run, 0)["repaired"] == []
    assert "no release yet" in run("doctor").out


# -- damage ------------------------------------------------------------------------------------------------------


def test_damage_is_repaired_and_then_gone(run: Run, data: Path) -> None:
    damaged = data.read_bytes().replace(b'"headline":"Dua"', b'"headline":"Dxa"')
    data.write_bytes(damaged)
    told = found(run, 0)
    assert codes(told["repaired"]) == ["base-damaged"]
    assert {one.headline for one in ReleaseStore(data).all()} == {"Satu", "Dua", "Tiga"}
    assert data.with_name("humas.json.damaged-1").read_bytes() == damaged
    assert found(run, 0)["repaired"] == []
    out = run("doctor").out
    assert re.search(r"- humas\.json\.damaged-1 holds damaged bytes that were put aside \(.* [KM]?B, .*\)", out)
    with TinyDB(data) as plain:
        assert len(plain.table("releases")) == 3


def test_a_data_file_that_is_gone_comes_back(run: Run, data: Path) -> None:
    data.unlink()
    assert codes(found(run, 0)["repaired"]) == ["base-missing"]
    assert len(ReleaseStore(data).all()) == 3


def test_what_may_be_lost_is_named_and_is_a_problem(run: Run, data: Path) -> None:
    """Nothing is there to repair it from."""
    for path in data.parent.glob("humas.json.bak*"):
        path.unlink()
    (hit,) = [one for one in ReleaseStore(data).all() if one.headline == "Dua"]
    spoil(data, b'"headline":"Dua"', b'"headline":"Dxa"')
    (problem,) = found(run, 1)["problems"]
    assert (problem["code"], problem["count"], problem["lost"]) == ("document-damaged", 1, True)
    assert hit.id in problem["message"]


def test_a_cut_file_without_anything_else_keeps_what_stands_before_the_cut(run: Run, data: Path) -> None:
    for path in data.parent.glob("humas.json.bak*"):
        path.unlink()
    content = data.read_bytes()
    data.write_bytes(content[: content.index(b'\n"3":') + 40])
    result = run("doctor")
    assert result.code == 1
    assert "Text that may be lost:" in result.out
    assert result.out.splitlines()[-1] == "1 problem is left."
    assert {one.headline for one in ReleaseStore(data).all()} == {"Satu", "Dua"}


def test_saves_that_an_end_left_in_the_journal_are_put_into_the_file(run: Run, data: Path) -> None:
    store = ReleaseStore(data)
    (one,) = [one for one in store.all() if one.headline == "Dua"]
    store.put([one.revised(datetime.now(UTC), headline="Empat")])
    assert store._storage is not None
    store._storage.abandon()
    assert b"Empat" not in data.read_bytes()
    assert re.search(r"^✓ Journal: \d+.*, put into the data file$", run("doctor").out, re.MULTILINE)
    assert b"Empat" in data.read_bytes()
    assert list(data.parent.glob("humas.json.j*")) == []


def test_a_torn_save_and_leftovers_are_repaired(run: Run, data: Path) -> None:
    store = ReleaseStore(data)
    store.put([store.all()[0].revised(datetime.now(UTC), headline="Empat")])
    assert store._storage is not None
    store._storage.abandon()
    (segment,) = data.parent.glob("humas.json.j*")
    segment.write_bytes(segment.read_bytes() + b"0badcafe 1234")
    data.with_name("humas.json.tmp").write_bytes(b"{")
    data.with_name("humas.json.tmp").chmod(0o600)
    assert set(codes(found(run, 0)["repaired"])) == {"record-torn", "leftover"}
    assert "Empat" in {one.headline for one in ReleaseStore(data).all()}
    assert not data.with_name("humas.json.tmp").exists()


def test_what_another_program_wrote_is_worth_knowing(run: Run, data: Path) -> None:
    with TinyDB(data) as plain:
        plain.table("releases").update({"place": "Sukamaju"})
    out = run("doctor").out
    assert "Worth knowing:\n- humas.json was written by another program. What it says now counts.\n" in out
    assert out.splitlines()[-1] == "Everything is in order."
    assert {one.place for one in ReleaseStore(data).all()} == {"Sukamaju"}


def test_a_damaged_copy_before_is_made_anew(run: Run, data: Path) -> None:
    before = data.with_name("humas.json.bak")
    spoil(before, b'"headline":"Satu"', b'"headline":"Sxtu"')
    assert codes(found(run, 0)["repaired"]) == ["copy-renewed"]
    assert b"Satu" in before.read_bytes()
    assert found(run, 0)["repaired"] == []


# -- what is in it -----------------------------------------------------------------------------------------------


def test_a_version_that_cannot_be_read_is_told(run: Run, data: Path) -> None:
    with ReleaseStore(data) as store:
        one = store.all()[0]
        for headline in ("Empat", "Lima", "Enam"):
            one = one.revised(datetime.now(UTC), headline=headline)
            store.keep_version(one, datetime.now(UTC), Reason.SIMPAN, "ani")
    with TinyDB(data) as plain:
        (chapter,) = plain.table("versions").all()
        chapter["versions"][1]["check"] = "00000000"
        plain.table("versions").update({"versions": chapter["versions"]})
    (problem,) = found(run, 1)["problems"]
    assert (problem["code"], problem["count"]) == ("version-unreadable", 1)
    assert f"{one.id} 2" in problem["message"]
    assert "3 versions" in run("doctor").out


def test_releases_that_this_version_cannot_read_are_told_and_left(run: Run, data: Path) -> None:
    with TinyDB(data) as plain:
        table = plain.table("releases")
        table.update({"kind": "siaran_radio"}, doc_ids=[2])
        table.insert({"x": 1})
        (second,) = [one["id"] for one in table if one.get("headline") == "Dua"]
    (problem,) = found(run, 1)["problems"]
    assert (problem["code"], problem["count"]) == ("release-unreadable", 2)
    assert f"({second}, #4)" in problem["message"]
    with TinyDB(data) as plain:
        assert plain.table("releases").get(doc_id=2)["kind"] == "siaran_radio"


def test_a_deleted_release_that_cannot_be_brought_back_is_told(run: Run, data: Path) -> None:
    with TinyDB(data) as plain:
        plain.table("trash").insert({"id": "x", "time": "kemarin", "document": {}})
    assert codes(found(run, 1)["problems"]) == ["trash-unreadable"]


def test_photos_that_are_not_there_are_told(run: Run, places: Places, keep: Keep) -> None:
    (places.folder / "photos").mkdir()
    (places.folder / "photos" / "ada.jpg").write_bytes(b"x")
    names = ["photos/ada.jpg", "photos/tidak.jpg", "photos", "a\0b.jpg", HOSTILE]
    keep(headline="Satu", photos=tuple(Photo(file=name) for name in names))
    (problem,) = found(run, 1)["problems"]
    assert (problem["code"], problem["count"]) == ("photo-missing", 4)
    out = run("doctor").out
    assert "✗ Photos: 5 photos · 4 not there" in out
    assert "photos/tidak.jpg" in out
    assert "\x1b" not in out
    assert "\0" not in out


# -- around it ---------------------------------------------------------------------------------------------------


@posix
def test_files_that_others_could_read_are_theirs_no_more(run: Run, data: Path) -> None:
    before = data.with_name("humas.json.bak")
    for path in (data, before):
        path.chmod(0o644)
    data.with_name("photos").mkdir(mode=0o755)
    data.with_name("catatan.txt").touch(mode=0o644)
    (repaired,) = found(run, 0)["repaired"]
    assert (repaired["code"], repaired["count"]) == ("narrowed", 2)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (data, before)} == {0o600}
    assert data.with_name("catatan.txt").stat().st_mode & 0o044, "what is not ours is left alone"
    assert stat.S_IMODE(data.with_name("photos").stat().st_mode) == 0o755


@posix
def test_the_programs_own_folder_is_its_owners_alone(run: Run, places: Places) -> None:
    folder = places.folder / "humas-tui"
    folder.mkdir(mode=0o755)
    data = folder / "humas.json"
    with ReleaseStore(data) as store:
        now = datetime.now(UTC)
        store.put([Release(id="06a2abe4gr2ra", created=now, updated=now)])
    assert run("doctor", "--data", str(data)).code == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_synchronised_is_told(run: Run, data: Path) -> None:
    folder = data.parent / "Dropbox"
    folder.mkdir()
    shutil.copyfile(data, folder / data.name)
    result = run("doctor", "--data", str(folder / data.name))
    assert result.code == 1
    assert "✗ Folder: Dropbox" in result.out
    assert "is kept in step with other computers by Dropbox" in result.out


def test_no_other_command_tells_of_the_folder(run: Run, data: Path) -> None:
    folder = data.parent / "Dropbox"
    folder.mkdir()
    shutil.copyfile(data, folder / data.name)
    for words in (["list"], ["show", "latest"], ["new"]):
        assert run(*words, "--data", str(folder / data.name)).err == ""


def test_a_disk_that_is_nearly_full_is_told(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda path: usage(10**9, 10**9 - 10**6, 10**6))
    (problem,) = found(run, 1)["problems"]
    assert problem["code"] == "scarce"
    assert "1.0 MB are left" in problem["message"]


def test_what_lies_beside_it_is_named(run: Run, data: Path) -> None:
    names = [
        "humas.json.damaged-1",
        "humas.json.conflict-2",
        "humas-penyelamatan-06a2abe4gr2ra.md",
        "humas (Ani's conflicted copy 2026-11-22).json",
        "humas.sync-conflict-20261122-164500-ABCDEFG.json",
    ]
    for name in names:
        data.with_name(name).write_text("x")
        data.with_name(name).chmod(0o600)
    data.with_name("humas.jsonx-conflict").write_text("x")
    result = run("doctor")
    assert result.code == 0
    noted = result.out.partition("Worth knowing:")[2]
    assert [name for name in names if f"- {name} " not in noted] == []
    assert noted.count("\n- ") == len(names)
    assert all(data.with_name(name).exists() for name in names)


def test_files_that_were_never_finished_go_once_they_are_old(run: Run, data: Path) -> None:
    old, new = (data.with_name(f".humas-{letter * 16}.tmp") for letter in "ab")
    for path in (old, new):
        path.write_text("x")
    os.utime(old, (1, 1))
    assert codes(found(run, 0)["repaired"]) == ["leftover"]
    assert (old.exists(), new.exists()) == (False, True)


def backup(data: Path, name: str, *, age: int) -> Path:
    folder = data.with_name("humas.json.backups")
    folder.mkdir(exist_ok=True, mode=0o700)
    path = folder / name
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("humas.json", data.read_bytes())
    path.chmod(0o600)
    os.utime(path, (1_800_000_000 - age, 1_800_000_000 - age))
    return path


@pytest.mark.parametrize(
    "spoiled",
    [lambda content: content[:-30], lambda content: content.replace(b"Dua", b"Dxa"), lambda content: b""],
)
def test_the_newest_backup_is_looked_into(run: Run, data: Path, spoiled: Callable[[bytes], bytes]) -> None:
    older, newest = backup(data, "lama.zip", age=100), backup(data, "baru.zip", age=10)
    assert "✓ Backup: baru.zip, " in run("doctor").out
    older.write_bytes(b"")
    os.utime(older, (1, 1))
    assert found(run, 0)["problems"] == []
    newest.write_bytes(spoiled(newest.read_bytes()))
    (problem,) = found(run, 1)["problems"]
    assert (problem["code"], problem["file"]) == ("backup-damaged", "baru.zip")


def test_another_way_to_look_at_backups_can_be_handed_in(data: Path) -> None:
    diagnosis = module.examine(data, look_at_backup=lambda places: (places.base.name, []))
    assert ("Backup", "humas.json") in [(check.topic, check.told) for check in diagnosis.checks]


# -- where nothing can be repaired -------------------------------------------------------------------------------


def test_while_another_window_writes_it_only_looks(run: Run, data: Path, writer: Holder) -> None:
    before = contents(data.parent)
    assert found(run, 0)["repaired"] == []
    out = run("doctor").out
    assert f"PID {writer.process.pid}, " in out
    assert "it was only looked at, nothing is repaired now." in out
    assert out.splitlines()[-1] == "Everything is in order."
    assert contents(data.parent) == before


def test_while_another_window_writes_damage_is_told_but_not_repaired(run: Run, data: Path, writer: Holder) -> None:
    data.chmod(0o644)
    spoil(data, b'"headline":"Dua"', b'"headline":"Dxa"')
    before = contents(data.parent)
    told = found(run, 1)
    assert told["repaired"] == []
    assert codes(told["problems"]) == ["base-damaged", *(["wide"] if os.name != "nt" else [])]
    assert "It can be made anew" in told["problems"][0]["message"]
    assert contents(data.parent) == before
    writer.end()


def test_where_nothing_can_be_written_it_only_looks(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that may only be read."""

    def refuse(*arguments: object) -> None:
        raise UnwritableError(file=data, reason="Read-only file system")

    monkeypatch.setattr("humas_tui.store.journalled.Lock", refuse)
    before = contents(data.parent)
    (problem,) = found(run, 1)["problems"]
    assert problem["message"] == "humas.json cannot be written: Read-only file system."
    assert "Nothing is repaired now: Read-only file system." in run("doctor").out
    assert contents(data.parent) == before


@posix
def test_a_folder_that_cannot_be_listed_is_told(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    result = run("doctor")
    assert (result.code, result.out) == (4, "")
    assert result.err.endswith("cannot be used: Permission denied\n")
