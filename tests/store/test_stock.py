"""A data file too large for memory: listed, read, searched and filtered where it lies, like a small one."""

from __future__ import annotations

import itertools
import json
import os
import random
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui.desk import Shelf
from humas_tui.errors import NotFoundError
from humas_tui.model import Category, Reason, Release, Status, to_document
from humas_tui.store import ReleaseStore, opening
from humas_tui.store.stock import LargeStock
from tests.samples import STEMS, blank, release
from tests.store.conftest import everything
from tests.strategies import RELEASES

SAMPLES = [release(stem) for stem in STEMS]
THEN = datetime(2026, 11, 18, 9, tzinfo=UTC)


@contextmanager
def large() -> Iterator[None]:
    """Every file is too large, meanwhile."""
    before, opening.LARGE = opening.LARGE, -1  # type: ignore[misc]
    try:
        yield
    finally:
        opening.LARGE = before  # type: ignore[misc]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "humas.json"


def written(path: Path, *releases: Release) -> Path:
    """A data file that holds these."""
    with ReleaseStore(path) as store:
        store.put(releases)
    return path


def stock_of(path: Path) -> LargeStock:
    with large():
        found = ReleaseStore(path).all()
    assert isinstance(found, LargeStock)
    return found


def numbered(number: int, **fields: Any) -> Release:
    """A release of its own identifier, the higher the newer."""
    return replace(blank(), id=f"06a2abe4gr{number:03}", updated=THEN + timedelta(hours=number), **fields)


def shelf_over(releases: list[Release] | LargeStock) -> Shelf:
    made = Shelf()
    made.fill(releases)
    return made


# -- found again -------------------------------------------------------------------------------------------------


def test_a_large_file_is_not_read_into_memory(path: Path) -> None:
    written(path, *SAMPLES)
    with large():
        store = ReleaseStore(path)
        store.claim()
        assert isinstance(store.all(), LargeStock)
        assert store._storage is not None
        assert not any(isinstance(entry, bytes) for entry in store._storage.tables["releases"].values())
        assert not store._storage.checked, "its checksums are compared later"
        store.close()
    with ReleaseStore(path) as small:
        assert isinstance(small.all(), list)


def test_every_release_is_listed_the_newest_first_and_got(path: Path) -> None:
    found = stock_of(written(path, *SAMPLES))
    assert list(found.identifiers()) == sorted((one.id for one in SAMPLES), reverse=True)
    assert [found.get(one.id) for one in SAMPLES] == SAMPLES
    assert found.get("tidak ada") is None
    assert found.latest() == max(SAMPLES, key=lambda one: one.updated).id


def test_an_empty_file_has_nothing(path: Path) -> None:
    path.write_text('{"releases": {}}')
    found = stock_of(path)
    assert found.identifiers() == []
    assert found.latest() == ""
    assert found.find(["a"], None, None) == []


def test_what_was_saved_and_not_yet_put_into_the_base_file_is_there(path: Path) -> None:
    """After a crash it lies in the journal."""
    written(path, *SAMPLES)
    changed = SAMPLES[0].revised(THEN, headline="Zebra melintas", status=Status.ARSIP)
    with large():
        store = ReleaseStore(path)
        store.put([changed, numbered(1, headline="Zebra kedua")])
        assert store._storage is not None
        store._storage.abandon()
    found = stock_of(path)
    assert set(found.find(["zebra"], None, None)) == {changed.id, numbered(1).id}
    assert found.find(["zebra"], Status.ARSIP, None) == [changed.id]
    assert found.get(changed.id) == changed
    assert len(found.identifiers()) == len(SAMPLES) + 1


UNREADABLE = {"kind": "siaran_radio"}, {"created": "kemarin"}, {"status": "entah"}


@pytest.mark.parametrize("odd", UNREADABLE, ids=str)
def test_a_release_of_a_newer_version_hides_no_other(path: Path, odd: dict[str, Any]) -> None:
    one, two = SAMPLES[:2]
    strange = {**json.loads(json.dumps(to_document(two))), **odd}
    path.write_text(json.dumps({"releases": {"4": strange, "2": to_document(one)}}, default=str))
    shelf = shelf_over(stock_of(path))
    assert list(shelf.newest()) == [one]
    assert list(shelf.find(one.headline.split()[0])) == [one]
    assert shelf.named(one.id) == one
    with pytest.raises(NotFoundError, match=two.id):
        shelf.named(two.id)


# -- searched ----------------------------------------------------------------------------------------------------

#: Words that are part of others, that stand behind what JSON writes with a backslash, that are names of fields.
WORDS = st.sampled_from(
    [
        *(
            "nama",
            "ama",
            "n",
            "t",
            "u00e9",
            "00e9",
            "é",
            "puskesmas",
            "kesmas",
            "body",
            "headline",
            "draf",
            "null",
        ),
        *('"', "\\", "\\n", '","', '":"', "“kami", "İ", "ß", "a" * 40, "4", "null,", "43", "\N{KELVIN SIGN}"),
    ]
)
TEXTS = st.lists(
    st.sampled_from(
        [
            *("\nama", "nama\t", "NAMA", "Ama", "Puskesmas", "puskes mas", "kesmas"),
            *'\n\r\t"\\,:é“ß4 ',
            "body",
            "“Kami",
        ]
    ),
    max_size=8,
).map("".join)
CONTENTS = st.lists(
    st.tuples(
        st.fixed_dictionaries(dict.fromkeys(("headline", "place", "summary", "body", "key_message"), TEXTS)),
        st.lists(TEXTS, max_size=2),
        st.sampled_from(Status),
        st.sampled_from(Category),
    ),
    min_size=1,
    max_size=8,
)


def made(contents: Sequence[tuple[dict[str, str], list[str], Status, Category]]) -> list[Release]:
    return [
        numbered(number, tags=tuple(tags), status=status, category=category, **texts)
        for number, (texts, tags, status, category) in enumerate(contents)
    ]


@settings(max_examples=150)
@given(CONTENTS, st.lists(WORDS, max_size=3), st.none() | st.sampled_from(Status), st.booleans())
def test_a_search_finds_what_it_finds_in_a_small_file(
    contents: list[Any], words: list[str], status: Status | None, plainly: bool
) -> None:
    """Also where TinyDB's own storage wrote the file, with every letter beyond ASCII as an escape."""
    releases = made(contents)
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder) / "humas.json", *releases)
        if plainly:
            with TinyDB(path) as plain:
                plain.table("releases").update({"benefit": ""})
        big, small = shelf_over(stock_of(path)), shelf_over(releases)
        for category in (None, *Category):
            query = " ".join(words)
            found = big.find(query, status, category)
            assert [one.id for one in found] == [one.id for one in small.find(query, status, category)]


def test_what_stands_behind_a_line_end_is_not_found_with_its_n(path: Path) -> None:
    """A new line is written as a backslash and an n: «\\nasi» must not be found for «nasi»."""
    asi, nasi = numbered(1, body="Manfaat:\nASI eksklusif"), numbered(2, body="Dapur umum:\nnasi bungkus")
    found = stock_of(written(path, asi, nasi))
    assert found.find(["nasi"], None, None) == [nasi.id]
    assert found.find(["asi"], None, None) == [nasi.id, asi.id]


def test_a_word_in_another_field_is_not_found(path: Path) -> None:
    one = numbered(1, key_message="zebra", tags=("zebra",), credits=("zebra",), body="kuda")
    found = stock_of(written(path, one))
    assert found.find(["zebra"], None, None) == []
    assert found.find(["kuda"], None, None) == [one.id]


def test_a_search_reads_documents_wherever_they_lie(path: Path) -> None:
    """In pieces of the file of a megabyte, with gaps where documents were changed since, and in the journal."""
    chance = random.Random(5)
    releases = [numbered(number, body="kata " * chance.randrange(1, 9000)) for number in range(150)]
    written(path, *releases)
    assert path.stat().st_size > 2 << 20
    with large():
        store = ReleaseStore(path)
        marked = [one.revised(THEN, body=one.body + "zebra") for one in chance.sample(releases, 40)]
        store.put(marked)
        store.discard([one.id for one in marked[:10]], THEN, "rina")
        found = store.all()
        assert isinstance(found, LargeStock)
        expected = sorted((one.id for one in marked[10:]), reverse=True)
        assert list(found.find(["zebra"], None, None)) == expected
        store.tidy(idle=True)
        assert list(found.find(["zebra"], None, None)) == expected
        store.close()
    assert list(stock_of(path).find(["zebra"], None, None)) == expected


# -- changed -----------------------------------------------------------------------------------------------------


class StoreMachine(RuleBasedStateMachine):
    """A store over a large file and one over a small file: the same is done to both, and the same is there."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.paths = [Path(self.folder.name) / name / "humas.json" for name in ("small", "large")]
        self.stores = [written_store(path) for path in self.paths]
        self.hours = 0

    def both(self, act: Any) -> Any:
        small = act(self.stores[0])
        with large():
            assert act(self.stores[1]) == small
        return small

    @rule(releases=st.lists(RELEASES, max_size=3), synced=st.booleans())
    def put(self, releases: list[Release], synced: bool) -> None:
        thrown = {one.release.id for one in self.stores[0].discarded()}
        kept = [one for one in releases if one.id not in thrown]
        self.both(lambda store: store.put(kept, synced=synced))

    @rule(number=st.integers(0, 4))
    def keep_version(self, number: int) -> None:
        def act(store: ReleaseStore) -> list[Release]:
            chosen = sorted(everything(store), key=lambda one: one.id)[number : number + 1]
            for one in chosen:
                store.keep_version(one, THEN, Reason.SIMPAN, "rina")
            return [store.version(one.id, each.number) for one in chosen for each in store.versions(one.id)]

        self.both(act)

    @rule(number=st.integers(0, 4))
    def discard(self, number: int) -> None:
        self.hours += 1
        time = THEN + timedelta(hours=self.hours)
        chosen = [one.id for one in everything(self.stores[0])[number : number + 2]]
        self.both(lambda store: store.discard(chosen, time, "rina"))

    @rule(number=st.integers(0, 3))
    def put_back(self, number: int) -> None:
        chosen = [one.release.id for one in self.stores[0].discarded()[number : number + 1]]
        self.both(lambda store: store.put_back([*chosen, "tidak ada"]))

    @rule()
    def empty_trash(self) -> None:
        self.both(lambda store: store.empty_trash(THEN + timedelta(hours=self.hours)))

    @rule(idle=st.booleans())
    def tidy(self, idle: bool) -> None:
        self.both(lambda store: store.tidy(idle=idle))
        self.both(lambda store: store.verify())

    @rule(killed=st.booleans())
    def close_and_open(self, killed: bool) -> None:
        for store in self.stores:
            if killed and store._storage is not None:
                store.sync()
                store._storage.abandon()
                store._storage = None
            else:
                store.close()

    @rule()
    def restore(self) -> None:
        said = self.stores[0].snapshot()
        self.both(lambda store: store.replace(said))

    @invariant()
    def the_same_is_there(self) -> None:
        self.both(lambda store: sorted(everything(store), key=lambda one: one.id))
        self.both(lambda store: store.discarded())
        self.both(lambda store: [shelf_over(store.all()).find("a", status).__len__() for status in Status])
        self.both(lambda store: [one.id for one in shelf_over(store.all()).find("pemerintah")])
        self.both(lambda store: store.findings())

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        assert documents(self.paths[0]) == documents(self.paths[1])
        self.folder.cleanup()


def written_store(path: Path) -> ReleaseStore:
    path.parent.mkdir()
    return ReleaseStore(written(path, *SAMPLES[:3]))


def documents(path: Path) -> dict[str, Any]:
    with TinyDB(path, access_mode="r") as plain:
        return {name: table for name, table in (plain.storage.read() or {}).items() if name != "_meta"}


@pytest.mark.parametrize(
    ("runs", "steps"), [(25, 20), pytest.param(800, 40, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])]
)
def test_whatever_is_done_a_large_file_is_as_a_small_one(runs: int, steps: int) -> None:
    run_state_machine_as_test(
        StoreMachine, settings=settings(max_examples=runs, stateful_step_count=steps, deadline=None)
    )


# -- damage ------------------------------------------------------------------------------------------------------


def flip(path: Path, text: bytes) -> None:
    """Flip a bit of the data file in the middle of that text."""
    content = bytearray(path.read_bytes())
    place = content.index(text) + len(text) // 2
    content[place] ^= 1
    path.write_bytes(content)


def with_copy(path: Path, *releases: Release) -> None:
    """A data file and the one before it, both with these releases."""
    written(path, *releases)
    written(path, numbered(999, headline="yang terakhir"))


def test_a_flipped_bit_is_found_in_the_background_and_mended(path: Path) -> None:
    with_copy(path, *SAMPLES)
    flip(path, SAMPLES[3].headline.encode())
    with large():
        store = ReleaseStore(path)
        store.claim()
        found = store.all()
        assert isinstance(found, LargeStock)
        assert store.findings() == []
        assert found.get(SAMPLES[3].id) is None, "a text that is not what was written is not shown"
        assert found.get(SAMPLES[2].id) == SAMPLES[2]
        sentences = store.verify()
        assert len(sentences) == 2, sentences  # what was damaged, and where its bytes are kept
        assert found.get(SAMPLES[3].id) == SAMPLES[3]
        assert list(found.find([SAMPLES[3].headline.split()[0].lower()], None, None)).count(SAMPLES[3].id) == 1
        assert store.verify() == []
        store.put([SAMPLES[3].revised(THEN, headline="Lagi")])
        store.close()
    assert {one.headline for one in everything(ReleaseStore(path))} >= {"Lagi", "yang terakhir"}
    assert list(path.parent.glob("*.damaged-*"))


@pytest.mark.parametrize("what", ['"id":"{id}"', '"status":"{status}"', '"created":"', '{number}:{{"id":"{id}"'])
def test_whatever_of_a_release_is_damaged_it_comes_back(path: Path, what: str) -> None:
    """Its identifier, the word it is filtered by, its number."""
    with_copy(path, *SAMPLES)
    one = SAMPLES[4]
    number = next(key for key, found in documents(path)["releases"].items() if found["id"] == one.id)
    flip(path, what.format(id=one.id, status=one.status, number=f'"{number}"').encode())
    with large():
        store = ReleaseStore(path)
        store.claim()
        found = store.all()
        assert isinstance(found, LargeStock)
        assert store.verify()
        assert {one.id for one in everything(store)} == {numbered(999).id, *(one.id for one in SAMPLES)}
        assert [found.get(one.id) for one in SAMPLES] == SAMPLES
        assert found.find([], one.status, one.category).count(one.id) == 1  # type: ignore[attr-defined] # a list
        store.close()
    assert {one.id: one for one in everything(ReleaseStore(path))} == {
        one.id: one for one in (*SAMPLES, numbered(999, headline="yang terakhir"))
    }


def test_who_may_only_look_is_told_of_damage_and_mends_nothing(path: Path) -> None:
    with_copy(path, *SAMPLES)
    flip(path, SAMPLES[3].headline.encode())
    before = {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)}
    with large():
        store = ReleaseStore(path)
        store.all()
        assert len(store.verify()) == 1
        assert store.verify() == []
    assert {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)} == before


def test_damage_is_found_while_it_is_written(path: Path) -> None:
    """Saves go on meanwhile, and none of them is lost."""
    with_copy(path, *[numbered(number, body=f"isi {number} " * 200) for number in range(300)])
    flip(path, b"isi 170 isi")
    saved: dict[str, Release] = {}
    with large():
        store = ReleaseStore(path)
        store.claim()
        store.all()
        stop = threading.Event()

        def write() -> None:
            for number in itertools.count():
                place = number % 170  # the damaged one is not written anew before it was found
                one = numbered(place, headline=f"Simpan {number}", revision=number + 1)
                store.put([one])
                saved[one.id] = one
                if stop.is_set():
                    return

        writer = threading.Thread(target=write)
        writer.start()
        try:
            assert store.verify()
            assert store.verify() == []
        finally:
            stop.set()
            writer.join()
        store.close()
    found = {one.id: one for one in everything(ReleaseStore(path))}
    assert {name: found[name] for name in saved} == saved
    assert len(found) == 301
    print(f"{len(saved)} releases saved while the file was mended, none lost")


@pytest.mark.parametrize("flips", [150, pytest.param(3000, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])])
def test_one_flipped_bit_anywhere_loses_nothing(path: Path, size: str, flips: int) -> None:
    """With the file before beside it. In a large file the damage is found by the check in the background."""
    with_copy(path, *SAMPLES)
    whole = {one.id: one for one in (*SAMPLES, numbered(999, headline="yang terakhir"))}
    names = os.listdir(path.parent)
    kept = {name: (path.parent / name).read_bytes() for name in names}
    chance = random.Random(11)
    told = 0
    for _ in range(flips):
        for name in os.listdir(path.parent):
            (path.parent / name).unlink()
        for name, content in kept.items():
            (path.parent / name).write_bytes(content)
        content = bytearray(kept[path.name])
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        content[place] ^= 1 << bit
        path.write_bytes(content)
        store = ReleaseStore(path)
        store.claim()
        store.all()
        store.verify()
        assert {one.id: one for one in everything(store)} == whole, (place, bit)
        told += bool(store.findings())
        store.close()
        assert {one.id: one for one in everything(ReleaseStore(path))} == whole, (place, bit)
    print(f"{flips} flipped bits ({size}), {told} told, nothing lost")
    assert told > flips * 0.95
