"""The store over its file: what is put is found again, by us and by TinyDB; what is not ours is left alone."""

from __future__ import annotations

import errno
import json
import os
import stat
import tempfile
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from humas_tui.errors import ForeignFileError, StoreError, UnwritableError
from humas_tui.model import Photo, Reason, Release, from_document, new_identifier, to_document
from humas_tui.store import ReleaseStore
from tests.samples import STEMS, release
from tests.store.conftest import everything
from tests.strategies import RELEASES

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.usefixtures("size", "english")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes and links")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "humas.json"


@pytest.fixture
def samples() -> list[Release]:
    return [release(stem) for stem in STEMS]


def fresh(**fields: Any) -> Release:
    """A release of its own identifier."""
    now = datetime.now(UTC)
    return Release(**{"id": new_identifier(now), "created": now, "updated": now, **fields})


def by_id(found: Sequence[Release]) -> dict[str, Release]:
    assert len({one.id for one in found}) == len(found), "a release stands in the file twice"
    return {one.id: one for one in found}


def put(path: Path, *found: Release) -> None:
    """Put releases into a data file and leave it as the program does when it ends."""
    with ReleaseStore(path) as store:
        store.put(found)


def document(one: Release) -> dict[str, Any]:
    """The release as it is read from JSON."""
    found: dict[str, Any] = json.loads(json.dumps(to_document(one)))
    return found


def plain(path: Path) -> list[dict[str, Any]]:
    """The releases as a program sees them that knows TinyDB only."""
    with TinyDB(path) as database:
        return [dict(found) for found in database.table("releases").all()]


# -- what is put is there ------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", [None, "", " \n", "{}", "{ }\n", "{\n}\n", '{"releases": {}}'])
def test_a_file_with_nothing_in_it_is_an_empty_newsroom(path: Path, written: str | None) -> None:
    if written is not None:
        path.write_text(written)
    store = ReleaseStore(path)
    assert everything(store) == []
    assert store.get("06a2abe4gr2ra") is None
    one = fresh(headline="Satu")
    store.put([one])
    assert everything(ReleaseStore(path)) == [one]


def test_looking_makes_no_file(path: Path) -> None:
    everything(ReleaseStore(path))
    assert os.listdir(path.parent) == []


def test_putting_nothing_leaves_an_empty_file_empty(path: Path) -> None:
    path.write_text("{}")
    store = ReleaseStore(path)
    store.put([])
    assert everything(store) == []


def test_what_is_put_is_got(path: Path, samples: list[Release]) -> None:
    store = ReleaseStore(path)
    store.put(samples)
    assert by_id(everything(store)) == by_id(samples)
    assert store.get(samples[3].id) == samples[3]
    assert store.get(samples[3].id[:-1]) is None


def test_the_next_value_takes_the_place_of_the_one_before(path: Path, samples: list[Release]) -> None:
    store = ReleaseStore(path)
    store.put(samples)
    changed = samples[2].revised(datetime.now(UTC), headline="Lain", tags=(), event_date=None)
    store.put([changed])
    assert by_id(everything(ReleaseStore(path))) == by_id(samples) | {changed.id: changed}


def test_one_call_may_bring_two_values_of_one_release(path: Path) -> None:
    one = fresh(headline="Satu")
    two = one.revised(datetime.now(UTC), headline="Dua")
    put(path, one, two)
    assert everything(ReleaseStore(path)) == [two]


def test_tinydb_opens_the_file_and_sees_every_release(path: Path, samples: list[Release]) -> None:
    put(path, *samples)
    assert {found["id"]: found for found in plain(path)} == {one.id: document(one) for one in samples}
    with TinyDB(path) as database:
        assert database.tables() == {"releases", "_meta"}


def test_what_tinydb_changes_is_seen(path: Path, samples: list[Release]) -> None:
    put(path, *samples)
    with TinyDB(path) as database:
        database.table("releases").update({"place": "Lain"})
        database.table("releases").insert(document(fresh(headline="Baru")))
    assert {one.place for one in everything(ReleaseStore(path))} == {"Lain", ""}
    put(path, fresh())
    assert len(everything(ReleaseStore(path))) == len(plain(path)) == len(samples) + 2


def test_one_release_stands_on_a_line(path: Path, samples: list[Release]) -> None:
    put(path, *samples)
    lines = path.read_text(encoding="utf-8").splitlines()
    for one in samples:
        (line,) = [line for line in lines if f'"id":"{one.id}"' in line]
        assert from_document(json.loads(line.partition(":")[2].rstrip(","))) == one


@settings(max_examples=40)  # each syncs to the disk several times
@given(st.lists(st.lists(RELEASES, max_size=3), max_size=6), st.sets(st.integers(0, 5)))
def test_puts_in_any_order_are_as_a_dictionary(batches: list[list[Release]], reopened: set[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "humas.json"
        store, expected = ReleaseStore(path), dict[str, Release]()
        for number, batch in enumerate(batches):
            if number in reopened:
                store.close()
            store.put(batch)
            expected |= {one.id: one for one in batch}
            assert by_id(everything(store)) == expected
        store.close()
        assert by_id(everything(ReleaseStore(path))) == expected
        assert path.exists() or not expected


# -- what this version does not know -------------------------------------------------------------------------


def test_fields_and_tables_of_a_newer_version_are_kept(path: Path) -> None:
    one = fresh(headline="Satu")
    newer = {**document(one), "mood": {"senang": [1, 2.5, None]}, "huge": 123456789012345678901234567890}
    coverage = {"1": {"url": "https://koran.example", "id": 3}}
    path.write_text(json.dumps({"coverage": coverage, "releases": {"7": newer}, "_default": {}}))
    put(path, one.revised(datetime.now(UTC), headline="Dua"), fresh())
    found = json.loads(path.read_text())
    assert found["coverage"] == coverage
    assert found["_default"] == {}
    assert found["releases"]["7"]["headline"] == "Dua"
    assert {name: found["releases"]["7"][name] for name in ("mood", "huge")} == {
        name: newer[name] for name in ("mood", "huge")
    }
    assert list(found["releases"]) == ["7", "8"]


def test_fields_that_a_newer_version_added_to_a_photo_are_kept(path: Path) -> None:
    one = fresh(photos=(Photo(file="a.jpg"), Photo(file="b.jpg")))
    newer = document(one)
    newer["photos"][0]["focus"] = [1, 2]
    path.write_text(json.dumps({"releases": {"7": newer}}))
    with ReleaseStore(path) as store:
        changed = one.revised(
            datetime.now(UTC), photos=(Photo(file="b.jpg"), Photo(file="a.jpg", caption="Sawah"))
        )
        store.put([changed])
        version = store.keep_version(changed, datetime.now(UTC), Reason.SIMPAN, "Rina")
    assert version is not None
    found = json.loads(path.read_text())["releases"]["7"]
    assert found["photos"] == [{"file": "b.jpg"}, {"file": "a.jpg", "caption": "Sawah", "focus": [1, 2]}]


UNREADABLE = [
    {"kind": "siaran_radio"},
    {"photos": "satu"},
    {"created": "kemarin"},
    {"created": "2026-01-01T00:00:00"},
    {"revision": None},
    {"id": ["a"]},
]


@pytest.mark.parametrize("odd", UNREADABLE, ids=str)
def test_a_release_that_cannot_be_read_is_left_out_and_left_alone(path: Path, odd: dict[str, Any]) -> None:
    one, two = fresh(headline="Satu"), fresh()
    strange = {**document(two), "headline": "Aneh", **odd}
    path.write_text(json.dumps({"releases": {"4": strange, "2": document(one)}}))
    store = ReleaseStore(path)
    assert everything(store) == [one]
    changed = one.revised(datetime.now(UTC), headline="Dua")
    store.put([changed, new := fresh()])
    assert by_id(everything(store)) == by_id([changed, new])
    assert json.loads(path.read_text())["releases"]["4"] == strange


def test_documents_of_no_release_are_never_written_over(path: Path) -> None:
    """Their numbers may stand in any order; the next number is behind the highest."""
    one = fresh(headline="Satu")
    strange = {"9": {"x": 1}, "2": {"x": 2}, "8": document(one), "1": {"x": 3}}
    path.write_text(json.dumps({"releases": strange}))
    put(path, *(fresh() for _ in range(10)))
    found = json.loads(path.read_text())["releases"]
    assert {number: found[number] for number in strange} == strange
    assert len(found) == 14


# -- what is not ours ----------------------------------------------------------------------------------------

FOREIGN = {
    "no JSON": b"Halo.",
    "no text": b"\x89PNG\r\n\x1a\n\x00\xff",
    "truncated": b'{"releases": {"1": {"id": "06a2abe4gr2ra", "headl',
    "truncated behind a stranger": b'{"releases": {"1": {"x": 1}}, ',
    "no text inside a stranger": b'{"releases": {"1": {"x": 1}, "2": {"id": "\xff"}}}',
    "half a character": b'{"releases": {"1": {"id": "\\ud800"}}}',
    "not a number": b'{"releases": {"1": {"id": NaN}}}',
    "nested without end": b'{"releases": {"1": {"x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}}}",
    "a list": b"[1, 2]",
    "a word": b'"releases"',
    "null": b"null",
    "package.json": b'{"name": "x", "version": "1.0.0", "scripts": {"test": "jest"}}',
    "a TinyDB of another program": b'{"_default": {"1": {"title": "Belanja", "done": false}}}',
    "an empty TinyDB of another program": b'{"_default": {}}',
    "a table of the same name": b'{"releases": {"1": {"title": "Nevermind", "year": 1991}}}',
    "a list of the same name": b'{"releases": [{"id": "06a2abe4gr2ra"}]}',
    "nothing of the same name": b'{"releases": null}',
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_told_and_never_touched(path: Path, name: str) -> None:
    path.write_bytes(FOREIGN[name])
    path.chmod(0o640)
    before = path.stat()
    store = ReleaseStore(path)
    actions: list[Callable[[], object]] = [
        store.all,
        lambda: store.get("06a2abe4gr2ra"),
        lambda: store.put([fresh()]),
    ]
    for act in actions:
        with pytest.raises(ForeignFileError) as caught:
            act()
        assert caught.value.details["file"] == path
    assert path.read_bytes() == FOREIGN[name]
    assert (path.stat().st_mode, path.stat().st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert set(os.listdir(path.parent)) <= {path.name, path.name + ".lock"}


def test_numbers_that_tinydb_cannot_read_are_foreign_to_a_put(path: Path) -> None:
    path.write_text(json.dumps({"releases": {"satu": document(fresh())}}))
    before = path.read_bytes()
    with pytest.raises(ForeignFileError):
        put(path, fresh())
    assert path.read_bytes() == before


def test_a_document_that_is_no_release_hides_no_other(path: Path, samples: list[Release]) -> None:
    put(path, *samples)
    strange = json.loads(path.read_text())
    strange["releases"]["99"] = {"x": 1}
    path.write_text(json.dumps(strange))
    assert by_id(everything(ReleaseStore(path))) == by_id(samples)


def test_a_folder_is_no_data_file(path: Path) -> None:
    path.mkdir()
    store = ReleaseStore(path)
    for act in (store.all, lambda: store.put([fresh()])):
        with pytest.raises(StoreError) as caught:
            act()
        assert not isinstance(caught.value, ForeignFileError)
        assert caught.value.exit_code == 4
    assert path.is_dir()


# -- files that cannot be read or written --------------------------------------------------------------------


def test_a_file_that_may_not_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a patch, since modes do not bind the superuser, as whom tests may run."""
    put(path, fresh())
    real = os.open

    def refuse(name: Any, *rest: Any, **options: Any) -> int:
        if Path(name) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(name, *rest, **options)

    monkeypatch.setattr(os, "open", refuse)
    for act in (ReleaseStore(path).all, lambda: put(path, fresh())):
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.details == {"file": path, "reason": os.strerror(errno.EACCES)}


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="modes do not bind the superuser")
def test_a_folder_that_may_not_be_written_is_told(path: Path) -> None:
    store = ReleaseStore(path)
    store.put([fresh(headline="Satu")])
    before = path.read_bytes()
    path.parent.chmod(0o500)
    try:
        with pytest.raises(UnwritableError):
            store.put([fresh()])
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == before


# -- modes, links, neighbours --------------------------------------------------------------------------------


@posix
def test_file_and_lock_are_their_owners_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        put(path, fresh())
        path.chmod(0o644)
        put(path, fresh())
    finally:
        os.umask(before)
    for found in path.parent.iterdir():
        assert stat.S_IMODE(found.stat().st_mode) == 0o600, found.name


@posix
def test_a_folder_that_is_made_is_its_owners_alone(path: Path) -> None:
    deep = path.parent / "data" / "humas.json"
    put(deep, fresh())
    assert stat.S_IMODE(deep.parent.stat().st_mode) == 0o700


@posix
def test_a_link_to_the_data_file_stays_one(path: Path) -> None:
    link = path.parent / "lain" / "tautan.json"
    link.parent.mkdir()
    link.symlink_to(path)
    put(path, one := fresh())
    put(link, two := fresh())
    assert link.is_symlink()
    assert by_id(everything(ReleaseStore(path))) == by_id([one, two])
    assert os.listdir(link.parent) == [link.name], "one lock for the file, whatever it is called"


@posix
def test_a_link_to_nowhere_yet_makes_the_file_it_names(path: Path) -> None:
    link = path.parent / "tautan.json"
    link.symlink_to(path)
    assert everything(ReleaseStore(link)) == []
    put(link, one := fresh())
    assert link.is_symlink()
    assert everything(ReleaseStore(path)) == [one]


def test_threads_of_one_store_lose_nothing(path: Path) -> None:
    store, put = ReleaseStore(path), [fresh(headline=str(number)) for number in range(24)]
    threads = [threading.Thread(target=store.put, args=(put[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert by_id(everything(store)) == by_id(put)
