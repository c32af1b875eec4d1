"""One writer: whoever comes second is told who writes, waits if asked to, and takes over when that one has ended
in whatever way."""

from __future__ import annotations

import json
import os
import re
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui.errors import LockedError
from humas_tui.model import Release
from humas_tui.store import ReleaseStore
from humas_tui.store import lock as locking
from humas_tui.store.lock import Lock, owner_of, writer
from humas_tui.store.places import Places
from tests.samples import blank
from tests.store.holder import Holder, python

Hold = Callable[[Path], Holder]
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and signals")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "humas.json"
    with ReleaseStore(path) as store:
        store.put([blank(headline="Satu")])
    return path


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Has another process write the data file."""
    with ExitStack() as stack:

        def held(data: Path) -> Holder:
            holder = Holder(data)
            stack.callback(holder.close)
            return holder

        yield held


# -- who -----------------------------------------------------------------------------------------------------


def test_the_second_one_is_told_who_writes(data: Path, hold: Hold) -> None:
    other = hold(data)
    store = ReleaseStore(data)
    with pytest.raises(LockedError) as caught:
        store.claim()
    owner = str(caught.value.details["owner"])
    assert re.fullmatch(rf"\S+@\S+, PID {other.process.pid}, \d\d\.\d\d", owner)
    assert owner == store.owner()
    assert owner in str(caught.value)
    assert not store.writable
    assert [one.headline for one in store.all()] == ["Satu"], "it can be looked at meanwhile"


def test_who_writes_is_kept_by_all_accounts(data: Path) -> None:
    places = Places.of(data)
    with ReleaseStore(data) as store:
        store.claim()
        said = json.loads(places.lock.read_text())
        assert said["pid"] == os.getpid()
        assert datetime.fromisoformat(said["since"]).tzinfo is not None
        assert set(said) == {"pid", "host", "user", "since"}
        if os.name != "nt":
            assert stat.S_IMODE(places.lock.stat().st_mode) == 0o600
    assert places.lock.read_text() == "", "nobody writes any more"


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"pid": 1}',
        b'{"pid": 1, "host": "a", "user": "b", "since": 5}',
        b'{"pid": 1, "host": "a", "user": "b", "since": "kemarin"}',
    ],
)
def test_an_owner_that_cannot_be_read_is_another_program(tmp_path: Path, written: bytes) -> None:
    places = Places.of(tmp_path / "humas.json")
    places.lock.write_bytes(written)
    assert "program" in owner_of(places)


def test_a_name_in_the_lock_is_made_safe_and_short(tmp_path: Path) -> None:
    """The folder may be one that others write to."""
    places = Places.of(tmp_path / "humas.json")
    said = {"pid": 1, "host": "h" * 500, "user": "a\x1b]0;judul\x07\nb", "since": "2026-11-22T16:45:00+07:00"}
    places.lock.write_text(json.dumps(said))
    assert owner_of(places).isprintable()
    assert len(owner_of(places)) <= 80


def test_nobody_writes_where_there_is_no_lock(tmp_path: Path) -> None:
    assert writer(Places.of(tmp_path / "humas.json")) == ""
    assert os.listdir(tmp_path) == []


# -- when it ends --------------------------------------------------------------------------------------------


def test_it_is_free_once_the_other_has_closed(data: Path, hold: Hold) -> None:
    other = hold(data)
    store = ReleaseStore(data)
    with pytest.raises(LockedError):
        store.claim()
    other.end()
    assert store.owner() == ""
    store.claim()
    assert store.writable
    store.put([blank(headline="Dua")])
    store.close()


@posix
def test_it_is_free_once_the_other_was_killed(data: Path, hold: Hold) -> None:
    """There is no stale lock to be deleted, though the name of the dead one stands in it."""
    other = hold(data)
    other.kill()
    assert str(other.process.pid) in Places.of(data).lock.read_text()
    store = ReleaseStore(data)
    assert store.owner() == ""
    store.claim()
    store.close()


def test_one_that_waits_gets_it_when_the_other_ends(data: Path, hold: Hold) -> None:
    other, store, got = hold(data), ReleaseStore(data), threading.Event()

    def wait() -> None:
        store.claim(wait=30)
        got.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert not got.wait(0.3)
    other.end()
    assert got.wait(30)
    waiting.join()
    store.close()


def test_one_that_waits_in_vain_is_told(data: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(data)
    pauses: list[float] = []
    passed = iter(range(1000))
    monkeypatch.setattr(locking.time, "sleep", pauses.append)
    monkeypatch.setattr(locking.time, "monotonic", lambda: next(passed) * 0.5)
    with pytest.raises(LockedError):
        Lock(Places.of(data), 2.0)
    assert 2 <= len(pauses) <= 5


def test_what_the_other_saved_is_seen_when_it_is_taken_over(data: Path) -> None:
    """Also what stands in the journal only, since the other one was killed."""
    code = """
import os, sys
from pathlib import Path
from humas_tui.store import ReleaseStore
from tests.samples import blank
store = ReleaseStore(Path(sys.argv[1]))
store.put([blank(headline="Dari jendela lain")])
os._exit(9)
"""
    reading = ReleaseStore(data)
    assert [one.headline for one in reading.all()] == ["Satu"]
    assert python(code, str(data)).wait(30) == 9
    assert [one.headline for one in reading.all()] == ["Dari jendela lain"]
    reading.claim()
    assert [one.headline for one in reading.all()] == ["Dari jendela lain"]
    reading.close()
    with TinyDB(data) as plain:
        assert [one["headline"] for one in plain.table("releases")] == ["Dari jendela lain"]


def test_reading_is_never_refused_while_another_writes(data: Path, hold: Hold) -> None:
    hold(data)
    for _time in range(3):
        assert [one.headline for one in ReleaseStore(data).all()] == ["Satu"]


# -- two names of one file -----------------------------------------------------------------------------------


@posix
def test_two_names_by_a_symbolic_link_are_one_file(data: Path, hold: Hold, tmp_path: Path) -> None:
    link = tmp_path / "lain" / "tautan.json"
    link.parent.mkdir()
    link.symlink_to(data)
    for held, second in ((data, link), (link, data)):
        other = hold(held)
        store = ReleaseStore(second)
        with pytest.raises(LockedError) as caught:
            store.claim()
        assert f"PID {other.process.pid}," in str(caught.value)
        other.end()


@posix
def test_a_folder_by_another_name_is_one_file(data: Path, hold: Hold, tmp_path: Path) -> None:
    (tmp_path / "kantor").symlink_to(tmp_path, target_is_directory=True)
    hold(data)
    with pytest.raises(LockedError):
        ReleaseStore(tmp_path / "kantor" / data.name).claim()


@posix
def test_two_names_by_a_hard_link_are_one_file(data: Path, hold: Hold, tmp_path: Path) -> None:
    """They have two lock files; so the file itself is locked, too, whichever the other one opened."""
    twin = tmp_path / "kembar.json"
    os.link(data, twin)
    other = hold(twin)
    store = ReleaseStore(data)
    with pytest.raises(LockedError):
        store.claim()
    assert store.owner() != "", "or the banner would say that it can be taken over"
    other.end()
    assert store.owner() == ""
    store.claim()
    store.close()


@posix
def test_a_hard_link_is_locked_again_when_the_file_was_made_anew(data: Path, hold: Hold, tmp_path: Path) -> None:
    with ReleaseStore(data) as store:
        store.put([blank(headline="Dua")])
        store.tidy(idle=True)
        twin = tmp_path / "kembar.json"
        os.link(data, twin)
        with pytest.raises(LockedError):
            ReleaseStore(twin).claim()


# -- two that write ------------------------------------------------------------------------------------------

WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from humas_tui.model import Release, new_identifier
from humas_tui.store import ReleaseStore

for number in range(int(sys.argv[3])):
    now = datetime.now(UTC)
    release = Release(
        id=new_identifier(now), created=now, updated=now, headline=f"{sys.argv[2]} {number}", body="kata " * 200
    )
    with ReleaseStore(Path(sys.argv[1])) as store:
        store.put([release])
    print(release.id, flush=True)
"""


@pytest.mark.parametrize("each", [40, pytest.param(500, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])])
def test_two_processes_that_write_wait_for_each_other_and_lose_nothing(tmp_path: Path, each: int) -> None:
    """As commands do: each save opens the file, waits until it may, writes, closes. Plain TinyDB with two writers
    leaves a file that cannot be read."""
    data = tmp_path / "humas.json"
    writers = [python(WRITE, str(data), name, str(each)) for name in ("ani", "budi", "cici")]
    told: set[str] = set()
    for writer_ in writers:
        out, err = writer_.communicate(timeout=1200)
        assert (writer_.returncode, err) == (0, "")
        told.update(out.split())
    found = {one.id: one for one in ReleaseStore(data).all()}
    assert found.keys() == told
    expected = sorted(f"{name} {number}" for name in ("ani", "budi", "cici") for number in range(each))
    assert sorted(one.headline for one in found.values()) == expected
    with TinyDB(data) as plain:
        assert {one["id"] for one in plain.table("releases")} == told
    print(f"{len(writers)} processes, {len(told)} saves acknowledged: {len(found)} there, none lost")
    assert len(told) == len(writers) * each


def test_two_that_change_the_same_release_follow_each_other(data: Path) -> None:
    """The second one sees what the first has saved, and puts its own on top of that."""
    first, second = ReleaseStore(data), ReleaseStore(data)
    (release,) = first.all()
    first.put([replace(release, headline="Dua")])
    done: list[Release] = []

    def change() -> None:
        second.claim(wait=30)
        (found,) = second.all()
        done.append(replace(found, body="Isi"))
        second.put(done)
        second.close()

    waiting = threading.Thread(target=change)
    waiting.start()
    first.put([replace(release, headline="Tiga")])
    first.close()
    waiting.join(30)
    assert [(one.headline, one.body) for one in ReleaseStore(data).all()] == [("Tiga", "Isi")]


def test_threads_may_look_while_one_claims(data: Path) -> None:
    store, seen = ReleaseStore(data), set[int]()

    def look() -> None:
        for _time in range(60):
            seen.add(len(list(store.all())))

    looking = [threading.Thread(target=look) for _ in range(3)]
    for thread in looking:
        thread.start()
    store.claim()
    store.put([replace(blank(), id=f"06a2abe4gr2r{letter}", created=datetime.now(UTC)) for letter in "bc"])
    for thread in looking:
        thread.join()
    store.close()
    assert seen <= {1, 3}
