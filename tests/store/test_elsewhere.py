"""The data file is changed from elsewhere while it is open here: by plain TinyDB, by a folder that is
synchronised, by somebody who copies another one over it. It is never written over; both are there in the end."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui.errors import ForeignFileError
from humas_tui.model import Release, from_document
from humas_tui.store import ReleaseStore
from tests.samples import STEMS, release

ONE, TWO, THREE, FOUR = (release(stem) for stem in STEMS[:4])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data file with three releases."""
    path = tmp_path / "humas.json"
    with ReleaseStore(path) as store:
        store.put([ONE, TWO, THREE])
    return path


def bodies(data: Path) -> dict[str, str]:
    return {one.id: one.body for one in ReleaseStore(data).all()}


def conflicts(data: Path) -> list[dict[str, Release]]:
    """The other versions that were kept, as ordinary data files."""
    paths = sorted(data.parent.glob("humas.json.conflict-*"))
    return [{one.id: one for one in ReleaseStore(path).all()} for path in paths]


def other_computer(data: Path, change: Callable[[ReleaseStore], None]) -> Path:
    """A copy of the file, used on another computer; it comes back under a name of its own."""
    path = data.parent / "sana" / data.name
    path.parent.mkdir(exist_ok=True)
    shutil.copyfile(data, path)
    with ReleaseStore(path) as store:
        change(store)
    return path


def comes_in(data: Path, theirs: Path) -> None:
    """A synchronised folder puts the other file into the place of ours."""
    new = data.with_name(".neu")
    shutil.copyfile(theirs, new)
    new.replace(data)


def told(store: ReleaseStore) -> str:
    return "\n".join(store.findings())


def revised(one: Release, body: str) -> Release:
    return replace(one, body=body, revision=one.revision + 1)


def test_a_file_that_comes_in_is_noticed_and_not_written_over(data: Path) -> None:
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    theirs = other_computer(data, lambda other: other.put([FOUR, revised(TWO, "sana")]))
    comes_in(data, theirs)
    before = data.read_bytes()
    store.tidy(idle=True)
    assert "komputer atau program lain" in told(store)
    store.tidy(idle=True)
    assert len(store.findings()) == 1, "it is told once"
    store.put([revised(ONE, "sini lagi")])
    assert data.read_bytes() == before
    store.close()
    assert bodies(data) == {ONE.id: "sini lagi", TWO.id: "sana", THREE.id: THREE.body, FOUR.id: FOUR.body}


def test_the_same_release_changed_on_both_computers_is_there_twice(data: Path) -> None:
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    comes_in(data, other_computer(data, lambda other: other.put([revised(ONE, "sana")])))
    store.close()
    assert bodies(data)[ONE.id] == "sini"
    assert [kept[ONE.id].body for kept in conflicts(data)] == ["sana"]
    assert "humas.json.conflict-1" in told(store)
    assert f"({platform.node()})" in told(store), "which computer wrote the other version"


def test_many_saves_elsewhere_do_not_hide_ours(data: Path) -> None:
    """Their count of saves is far beyond ours."""
    store = ReleaseStore(data)

    def change(other: ReleaseStore) -> None:
        for number in range(50):
            other.put([revised(TWO, f"sana {number}")])

    theirs = other_computer(data, change)
    store.put([revised(ONE, "sini")])
    comes_in(data, theirs)
    store.close()
    assert bodies(data) == {ONE.id: "sini", TWO.id: "sana 49", THREE.id: THREE.body}


def test_where_nothing_was_written_here_theirs_counts(data: Path) -> None:
    store = ReleaseStore(data)
    store.claim()
    comes_in(data, other_computer(data, lambda other: other.put([revised(ONE, "sana")])))
    store.tidy(idle=True)
    store.close()
    assert bodies(data)[ONE.id] == "sana"
    assert conflicts(data) == []


def test_an_old_copy_put_over_it_while_it_is_open_undoes_nothing(data: Path) -> None:
    old = data.with_name("lama.json")
    shutil.copyfile(data, old)
    with ReleaseStore(data) as store:
        store.put([revised(ONE, "satu"), revised(TWO, "satu")])
    store = ReleaseStore(data)
    store.put([revised(ONE, "dua")])
    comes_in(data, old)
    store.close()
    assert bodies(data) == {ONE.id: "dua", TWO.id: "satu", THREE.id: THREE.body}
    assert [kept[TWO.id].body for kept in conflicts(data)] == [TWO.body]


def test_plain_tinydb_writes_into_the_open_file(data: Path) -> None:
    """It writes in place, so what lay there cannot be read from here any more either."""
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    with TinyDB(data) as plain:
        plain.table("releases").update({"place": "Diganti"}, doc_ids=[2])
        plain.table("releases").insert({**json.loads(json.dumps(plain.table("releases").all()[0])), "id": FOUR.id})
    store.put([revised(ONE, "sini lagi")])
    store.tidy(idle=True)
    store.close()
    found = {one.id: one for one in ReleaseStore(data).all()}
    assert found[ONE.id].body == "sini lagi"
    assert found[TWO.id] == replace(TWO, place="Diganti")
    assert set(found) == {ONE.id, TWO.id, THREE.id, FOUR.id}
    assert [kept[ONE.id].body for kept in conflicts(data)] == [ONE.body], "as the other program had it"


def test_the_program_ends_before_both_are_put_together(data: Path) -> None:
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    comes_in(data, other_computer(data, lambda other: other.put([FOUR, revised(ONE, "sana")])))
    store.sync()
    assert store._storage is not None
    store._storage.abandon()
    with ReleaseStore(data) as again:
        again.claim()
    assert bodies(data)[ONE.id] == "sini"
    assert FOUR.id in bodies(data)
    assert [kept[ONE.id].body for kept in conflicts(data)] == ["sana"]


def test_the_file_goes_while_it_is_open(data: Path) -> None:
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    data.unlink()
    store.put([revised(TWO, "sini")])
    store.close()
    assert bodies(data) == {ONE.id: "sini", TWO.id: "sini", THREE.id: THREE.body}


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00", b""], ids=["a picture", "nothing"])
def test_rubbish_takes_its_place_while_it_is_open(data: Path, content: bytes) -> None:
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    other = data.with_name("lain")
    other.write_bytes(content)
    other.replace(data)
    store.close()
    assert bodies(data) == {ONE.id: "sini", TWO.id: TWO.body, THREE.id: THREE.body}
    kept = [path.read_bytes() for path in data.parent.glob("humas.json.damaged-*")]
    assert kept == ([content] if content else [])


def test_another_programs_file_takes_its_place_while_it_is_open(data: Path) -> None:
    """It is not ours to put aside: it stays, and what was saved comes back once it is gone."""
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    data.write_text('{"name": "package"}')
    with pytest.raises(ForeignFileError):
        store.close()
    assert data.read_text() == '{"name": "package"}'
    data.unlink()
    with ReleaseStore(data) as again:
        again.claim()
    assert bodies(data) == {ONE.id: "sini", TWO.id: TWO.body, THREE.id: THREE.body}


def test_a_new_time_alone_is_no_change(data: Path) -> None:
    """Backup programs and virus scanners touch files; a copy of the same bytes may take its place."""
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    os.utime(data, (1, 1))
    comes_in(data, shutil.copyfile(data, data.with_name("sama")))
    store.tidy(idle=True)
    assert store.findings() == []
    assert [one.body for one in ReleaseStore(data).all() if one.id == ONE.id] == ["sini"]
    store.close()
    assert conflicts(data) == []
    assert store.findings() == []


def test_a_backup_brought_back_over_a_file_that_came_in_keeps_that_one(data: Path) -> None:
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    comes_in(data, other_computer(data, lambda other: other.put([FOUR])))
    one = json.dumps(documents(data)[0]).encode()
    said = store.snapshot()
    store.replace(dataclasses.replace(said, tables={"releases": {"1": one}}, base=None))
    store.close()
    assert len(bodies(data)) == 1
    assert [FOUR.id in kept for kept in conflicts(data)] == [True]


def documents(data: Path) -> list[dict[str, object]]:
    with TinyDB(data, access_mode="r") as plain:
        return [dict(one) for one in plain.table("releases").all()]


def test_what_another_program_wrote_is_made_ours_at_once(data: Path) -> None:
    """So that it can be told from what comes in later, and is there to be made anew from."""
    with TinyDB(data) as plain:
        plain.table("releases").update({"place": "Diganti"})
    store = ReleaseStore(data)
    store.claim()
    assert "program lain" in told(store)
    assert data.read_bytes().startswith(b'{\n"releases":{\n')
    assert {from_document(one).place for one in documents(data)} == {"Diganti"}
    store.close()


def test_the_time_between_looking_and_writing_is_covered(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file comes in while the new base file is being written."""
    store = ReleaseStore(data)
    store.put([revised(ONE, "sini")])
    theirs = other_computer(data, lambda other: other.put([FOUR]))
    from humas_tui.store import journalled

    real, happened = journalled.write_base, []

    def slow(*arguments: object) -> object:
        written = real(*arguments)  # type: ignore[arg-type]
        if not happened:
            happened.append(True)
            comes_in(data, theirs)
        return written

    monkeypatch.setattr(journalled, "write_base", slow)
    store.close()
    assert happened
    with ReleaseStore(data) as again:
        again.claim()
    assert bodies(data) == {ONE.id: "sini", TWO.id: TWO.body, THREE.id: THREE.body, FOUR.id: FOUR.body}
