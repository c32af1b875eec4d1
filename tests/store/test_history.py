"""Versions in their table: small, exact, each by itself where one is damaged."""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Table

from humas_tui.errors import StoreError
from humas_tui.model import Reason, Release, Version, to_document
from humas_tui.store import ReleaseStore
from humas_tui.store.history import CHAPTER, DICTIONARY, History
from humas_tui.store.table import JournalDB
from tests.samples import STEMS, blank, release
from tests.strategies import RELEASES

ONE, OTHER = "06a2abe4gr2ra", "06a2abe4gr2rb"
WIB = timezone(timedelta(hours=7), "WIB")
THEN = datetime(2026, 11, 18, 9, 0, 7, 123456, tzinfo=WIB)
BODY = release(STEMS[0]).body
_encode = msgspec.json.Encoder().encode


def fresh() -> History:
    """A history over a table in memory."""
    return History(TinyDB(storage=MemoryStorage).table("versions"))


def again(history: History) -> History:
    """The same table, looked at for the first time."""
    return History(history.table)


def text(number: int, **fields: Any) -> bytes:
    """The JSON of a release; each number another one."""
    body = f"Isi nomor {number}. {BODY}"
    return _encode({"id": ONE, "headline": f"Judul {number}", "body": body, "revision": number, **fields})


def filled(count: int) -> History:
    """A history with so many versions of one release: its texts are those of 1 to ``count``."""
    history = fresh()
    for number in range(1, count + 1):
        keep(history, text(number))
    return history


def keep(
    history: History, content: bytes, identifier: str = ONE, reason: Reason = Reason.SIMPAN
) -> Version | None:
    return history.keep(identifier, content, THEN, reason, "rina")


def chapters(history: History) -> list[dict[str, Any]]:
    return [dict(chapter) for chapter in history.table.all()]


def damage(history: History, number: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Change what stands in the table for a version of the one release."""
    for chapter in history.table.all():
        at = number - chapter["first"]
        if 0 <= at < len(chapter["versions"]):
            change(chapter["versions"][at])
            history.table.update({"versions": chapter["versions"]}, doc_ids=[chapter.doc_id])
            return
    raise KeyError(number)


def readable(history: History, identifier: str = ONE) -> list[int]:
    """The numbers of the versions that can be read, each of them what was kept."""
    found = []
    for version in history.list(identifier):
        try:
            content = history.text(identifier, version.number)
        except StoreError:
            continue
        assert content == text(version.number)
        found.append(version.number)
    return found[::-1]


# -- size --------------------------------------------------------------------------------------------------------

WORDS = sorted({word for stem in STEMS for word in release(stem).body.split()})
SENTENCES = [
    sentence
    for stem in STEMS
    for sentence in release(stem).body.replace("\n", " ").split(". ")
    if 30 < len(sentence) < 200
]


def of_three_kilobytes(stem: str) -> Release:
    """A sample whose document has 3,000 bytes."""
    one = release(stem)
    body = "\n\n".join([one.body, *(release(other).body for other in STEMS if other != stem)])
    while len(_encode(to_document(replace(one, body=body)))) > 3000:
        body = body[:-1]
    return replace(one, body=body)


def _reworded(one: Release, chance: random.Random) -> str:
    words = one.body.split(" ")
    words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words)


def _rewritten(one: Release, chance: random.Random) -> str:
    sentences = one.body.split(". ")
    place = chance.randrange(len(sentences))
    before = sentences[place]
    while sentences[place] == before:
        sentences[place] = chance.choice(SENTENCES)
    return ". ".join(sentences)


def _written_on(one: Release, chance: random.Random) -> str:
    return one.body + " " + chance.choice(SENTENCES)[:80]


@pytest.mark.parametrize("edit", [_reworded, _rewritten, _written_on], ids=["a word", "a sentence", "written on"])
def test_thirty_versions_of_a_release_of_3_kb_take_10_kb(
    edit: Callable[[Release, random.Random], str], tmp_path: Path
) -> None:
    """As they stand in the data file, with everything around them. As whole documents they take 90 KB."""
    sizes = []
    for stem in STEMS:
        chance, one = random.Random(stem), of_three_kilobytes(stem)
        if edit is _written_on:
            one = replace(one, body=one.body[: -30 * 60])
        path = tmp_path / f"{stem}.json"
        with ReleaseStore(path) as store:
            for number in range(30):
                one = one.revised(THEN + timedelta(minutes=37 * number), body=edit(one, chance))
                store.put([one])
                assert store.keep_version(one, one.updated, Reason.SIMPAN, "rina.kartika") is not None
        lines = path.read_bytes().split(b"\n")
        begin = lines.index(b'"versions":{')
        sizes.append(sum(len(line) + 1 for line in lines[begin + 1 : lines.index(b"},", begin)]))
    print(f"thirty versions: {min(sizes):,} to {max(sizes):,} bytes")
    assert max(sizes) <= 10_000


def test_every_tenth_version_is_whole() -> None:
    """So the damage of one reaches no further, and a look at the newest unpacks ten at most."""
    history = filled(3 * CHAPTER + 1)
    first, *others = chapters(history)[0]["versions"]
    assert [chapter["first"] for chapter in chapters(history)] == [1, 11, 21, 31]
    assert [len(chapter["versions"]) for chapter in chapters(history)] == [10, 10, 10, 1]
    assert all(len(other["text"]) < len(first["text"]) / 2 for other in others)


# -- exactness ---------------------------------------------------------------------------------------------------

#: Mostly like the one before, sometimes the same, sometimes none of JSON at all.
EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12), st.text(max_size=12)), max_size=25)


def _edited(edits: Iterable[tuple[int, int, str]], content: str) -> list[bytes]:
    texts = []
    for at, length, put in edits:
        content = content[:at] + put + content[at + length :]
        texts.append(content.encode())
    return texts


@given(
    EDITS.map(lambda edits: _edited(edits, "Pemerintah kota membuka layanan puskesmas sore."))
    | st.lists(st.binary(max_size=80), max_size=12)
)
def test_any_sequence_of_texts_comes_back_exactly(texts: list[bytes]) -> None:
    history = fresh()
    kept: list[bytes] = []
    for content in texts:
        version = keep(history, content)
        if version is None:
            assert kept
            assert content == kept[-1]
        else:
            kept.append(content)
            assert version.number == len(kept)
    for looked in (history, again(history)):
        assert [version.number for version in looked.list(ONE)] == list(range(len(kept), 0, -1))
        assert [looked.text(ONE, number) for number in range(1, len(kept) + 1)] == kept


@settings(max_examples=30)  # each syncs to the disk many times
@given(st.lists(st.tuples(RELEASES, st.sampled_from(Reason), st.booleans()), max_size=15))
def test_any_releases_come_back_from_the_file_as_they_were(steps: list[tuple[Release, Reason, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "humas.json"
        store = ReleaseStore(path)
        kept: dict[str, list[tuple[Release, Reason]]] = {}
        for one, reason, reopened in steps:
            store.put([one])
            if store.keep_version(one, THEN, reason, "rina") is not None:
                kept.setdefault(one.id, []).append((one, reason))
            if reopened:
                store.close()
                store = ReleaseStore(path)
        for identifier, versions in kept.items():
            listed = store.versions(identifier)
            assert [version.reason for version in listed] == [reason for _one, reason in reversed(versions)]
            assert [store.version(identifier, version.number) for version in reversed(listed)] == [
                one for one, _reason in versions
            ]
        store.close()


def test_what_says_the_same_is_not_kept_twice() -> None:
    history = fresh()
    assert keep(history, text(1)) is not None
    assert keep(history, text(1)) is None
    assert keep(history, text(1, revision=9, updated="2026-11-19T09:00:00+07:00")) is None
    assert keep(history, text(1, pinned=True)) is not None
    assert keep(history, text(1, pinned=1)) is not None, "true and 1 are not written the same"
    assert keep(history, text(1)) is not None, "going back to what it said is a change"
    assert len(history.list(ONE)) == 4


def test_what_is_known_of_a_version() -> None:
    history = fresh()
    history.keep(ONE, text(1), THEN, Reason.STATUS, "ri\x1b[31mna\n\udcff")
    for looked in (history, again(history)):
        (version,) = looked.list(ONE)
        assert version == Version(
            release=ONE, number=1, time=THEN.replace(microsecond=0), reason=Reason.STATUS, who="rina"
        )
        assert looked.latest_time(ONE) == version.time
    assert history.latest_time(OTHER) is None
    assert history.list(OTHER) == []
    for identifier, number in ((ONE, 0), (ONE, 2), (OTHER, 1)):
        with pytest.raises(KeyError):
            history.text(identifier, number)


def test_a_version_cannot_be_changed_by_who_has_its_text() -> None:
    history = filled(12)
    before = json.dumps(chapters(history))
    for number in range(1, 13):
        history.text(ONE, number)
    history.list(ONE)
    assert json.dumps(chapters(history)) == before


# -- damage ------------------------------------------------------------------------------------------------------


def _flip(version: dict[str, Any]) -> None:
    content = version["text"]
    middle = len(content) // 2
    version["text"] = content[:middle] + ("a" if content[middle] != "a" else "b") + content[middle + 1 :]


DAMAGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "a letter of the text": _flip,
    "the text cut short": lambda version: version.update(text=version["text"][: len(version["text"]) // 2]),
    "a text that is none": lambda version: version.update(text="bukan basis 85 ✗"),
    "no text": lambda version: version.pop("text"),
    "a number for a text": lambda version: version.update(text=7),
}


@pytest.mark.parametrize("number", [1, 4, 10, 11, 17, 25])
@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_version_takes_none_along_but_those_behind_it_in_its_chapter(name: str, number: int) -> None:
    history = filled(25)
    damage(history, number, DAMAGES[name])
    looked = again(history)
    end = (number - 1) // CHAPTER * CHAPTER + CHAPTER
    unharmed = [one for one in range(1, 26) if not number <= one <= end]
    found = readable(looked)
    assert [one for one in found if one in unharmed] == unharmed
    assert number not in found
    assert [version.number for version in looked.list(ONE)] == list(range(25, 0, -1)), "it is still listed"
    with pytest.raises(StoreError, match=f"(Version|Versi) {number} ") as caught:
        looked.text(ONE, number)
    assert caught.value.exit_code == 4
    assert keep(looked, text(26)) is not None
    assert readable(again(looked))[-1] == 26


def test_a_wrong_checksum_is_told_and_harms_no_other() -> None:
    history = filled(12)
    damage(history, 3, lambda version: version.update(check="00000000"))
    assert readable(again(history)) == [1, 2, *range(4, 13)]


def test_every_other_letter_of_a_text_is_noticed() -> None:
    """Or it stands for the same bytes, as the last few may."""
    history = filled(2)
    content = history.table.all()[0]["versions"][0]["text"]
    chance, told = random.Random(3), 0
    for place in range(len(content)):
        put = chance.choice([letter for letter in "abcXYZ019!~" if letter != content[place]])
        changed = content[:place] + put + content[place + 1 :]
        damage(history, 1, lambda version, changed=changed: version.update(text=changed))
        try:
            assert again(history).text(ONE, 1) == text(1)
        except StoreError:
            told += 1
    print(f"{told} of {len(content)} changed letters told, the others change nothing")
    assert told > len(content) * 0.99


@pytest.mark.parametrize("time", [None, "kemarin", "2026-11-18T09:00:00", 7])
def test_a_version_without_a_time_is_not_listed_and_not_lost(time: Any) -> None:
    history = filled(3)
    damage(history, 2, lambda version: version.update(time=time))
    looked = again(history)
    assert [version.number for version in looked.list(ONE)] == [3, 1]
    assert looked.text(ONE, 2) == text(2)


def test_documents_that_are_no_chapter_are_left_alone() -> None:
    history = fresh()
    strange = [{"x": 1}, {"release": ONE, "first": 0, "versions": []}, {"release": ONE, "first": 1}, {}]
    history.table.insert_multiple(strange)
    looked = again(history)
    keep(looked, text(1))
    looked.forget([ONE])
    assert chapters(looked) == strange


def test_a_reason_of_a_newer_version_is_taken_for_the_one_that_claims_least() -> None:
    history = filled(2)
    for number, reason in ((1, "terbit-otomatis"), (2, None)):
        damage(history, number, lambda version, reason=reason: version.update(reason=reason))
    assert [version.reason for version in again(history).list(ONE)] == [Reason.BERKALA, Reason.BERKALA]
    assert [one["reason"] for one in chapters(history)[0]["versions"]] == ["terbit-otomatis", None]


def test_what_a_newer_version_added_is_kept() -> None:
    history = filled(2)
    damage(history, 1, lambda version: version.update(signature="x"))
    history.table.update({"dictionary": "later"})
    keep(again(history), text(3))
    (chapter,) = chapters(history)
    assert chapter["dictionary"] == "later"
    assert chapter["versions"][0]["signature"] == "x"


def test_the_dictionary_is_the_one_that_every_version_was_packed_with() -> None:
    """Not a letter of it may change: what was kept with it could not be read any more."""
    assert hashlib.sha256(DICTIONARY).hexdigest() == (
        "ced6a693784cccad195f085047f37f5a8d2f83df085ba4cd877057f8315a54c6"
    )


#: As they were written by the first program that kept versions.
KEPT = {
    "release": ONE,
    "first": 1,
    "versions": [
        {
            "time": "2026-11-18T09:00:00+07:00",
            "reason": "simpan",
            "who": "rina",
            "check": "b42f36c3",
            "text": "gGWlD5wJ2aNiQ-gN<<C20N7LscwQS34#<TLqHBcIO4d`V1po",
        },
        {
            "time": "2026-11-18T09:00:00+07:00",
            "reason": "status",
            "who": "rina",
            "check": "1005579e",
            "text": "qoL`rRtb2*A7~W-",
        },
    ],
}


def test_what_was_kept_once_can_be_read_for_ever() -> None:
    history = fresh()
    history.table.insert(KEPT)
    assert [version.number for version in history.list(ONE)] == [2, 1]
    assert json.loads(history.text(ONE, 1))["body"] == "Warga dapat mendaftar tanpa biaya."
    assert json.loads(history.text(ONE, 2))["body"] == "Warga dapat mendaftar tanpa biaya hingga Jumat."


# -- forgetting --------------------------------------------------------------------------------------------------


def test_forgetting_takes_all_versions_of_a_release_and_no_other() -> None:
    history = filled(12)
    for number in range(1, 4):
        keep(history, text(number), OTHER)
    looked = again(history)
    looked.forget([ONE, "tidak ada"])
    for one in (looked, again(looked)):
        assert one.list(ONE) == []
        assert readable(one, OTHER) == [1, 2, 3]
    assert len(chapters(history)) == 1
    version = keep(looked, text(1))
    assert version is not None
    assert version.number == 1
    looked.forget([])
    looked.forget([ONE])
    looked.forget([ONE])
    assert readable(looked, OTHER) == [1, 2, 3]


# -- in the data file --------------------------------------------------------------------------------------------


def test_a_version_holds_the_fields_of_a_newer_program(tmp_path: Path) -> None:
    path = tmp_path / "humas.json"
    one = blank(headline="Satu")
    document = {**json.loads(json.dumps(to_document(one))), "mood": ["senang"]}
    path.write_text(json.dumps({"releases": {"3": document}}))
    with ReleaseStore(path) as store:
        store.keep_version(one, THEN, Reason.SIMPAN, "rina")
        assert store.version(one.id, 1) == one
    with JournalDB(path) as database:
        table: Table = database.table("versions")
        assert json.loads(History(table).text(one.id, 1)) == document


def test_going_back_to_a_text_that_is_not_safe_makes_it_safe(tmp_path: Path) -> None:
    """Another program may have put it there."""
    one = blank(headline="Ju\x1b[31mdul", body="a\x1b]0;jahat\x07b")
    with ReleaseStore(tmp_path / "humas.json") as store:
        store.keep_version(one, THEN, Reason.SIMPAN, "rina")
        then = store.version(one.id, 1)
    assert (then.headline, then.body) == ("Judul", "ab")


@pytest.mark.parametrize("stem", STEMS)
def test_a_version_kept_without_being_put_is_durable(stem: str, tmp_path: Path) -> None:
    """What lies on the shelf may be newer than what is in the file."""
    one, path = release(stem), tmp_path / "humas.json"
    store = ReleaseStore(path)
    store.keep_version(one, datetime.now(UTC), Reason.BERKALA, "")
    assert store._storage is not None
    store._storage.abandon()
    with ReleaseStore(path) as opened:
        assert opened.version(one.id, 1) == one
        assert opened.all() == []
