"""Opening, whatever happened to the files: the same state, or a report of what is missing; nothing thrown away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

import msgspec
import pytest

from humas_tui.errors import ForeignFileError, StoreError
from humas_tui.store import opening
from humas_tui.store.journal import Changes
from humas_tui.store.journalled import JournalStorage
from humas_tui.store.opening import open_state
from humas_tui.store.places import Places
from humas_tui.store.state import State
from tests.store.simulated_disk import Contents, SimulatedDisk
from tests.store.wrecks import BASE, BEFORE, DATA, Opened, Tables, disk_of, flips, named, opened, put, read

pytestmark = pytest.mark.usefixtures("english")

PLACES = Places(DATA)
Files = dict[str, bytes]


@dataclass(frozen=True)
class Stage:
    """A data file at some moment, and what is in it."""

    files: Files
    tables: Tables

    @property
    def alone(self) -> Files:
        """The base file and nothing else, as when it was copied."""
        return {BASE: self.files[BASE]}

    def without(self, *names: str) -> Files:
        return {name: content for name, content in self.files.items() if name not in names}

    @property
    def journal(self) -> list[str]:
        return [name for name in self.files if ".j0" in name]


@lru_cache(maxsize=1)
def stages() -> dict[str, Stage]:
    """``rest``: closed after the second use; ``used``: the program ended in the midst of the third."""
    disk = SimulatedDisk()
    found = {}
    for time in ("satu", "dua", "tiga"):
        storage = JournalStorage(DATA, disk=disk, lock=False)
        if time == "satu":
            for number in range(1, 7):
                storage.commit(put(number, time))
        elif time == "dua":
            discard = Changes(drop={"releases": ["5"]})
            discard.add(put(5, "satu", table="trash", key="1"))
            for changes in (put(2, time), put(7, time), discard):
                storage.commit(changes)
        else:
            found["rest"] = Stage(named(disk.contents()), read(storage))
            storage.commit(put(3, time))
            storage.commit(put(8, time))
            found["used"] = Stage(named(disk.contents()), read(storage))
            storage.abandon()
            break
        storage.close()
    assert set(found["rest"].files) == {BASE, BEFORE, f"{BEFORE}.j000002"}
    assert set(found["used"].files) == {*found["rest"].files, f"{BASE}.j000003"}
    return found


STAGES = ("rest", "used")


@pytest.fixture(params=STAGES)
def stage(request: pytest.FixtureRequest) -> Stage:
    return stages()[request.param]


def looked_at(files: Files) -> tuple[Tables, State]:
    """What a file says, without anything being changed."""
    state = open_state(SimulatedDisk(disk_of(files)), PLACES)
    tables = {
        name: {key: msgspec.json.decode(state.document(name, key) or b"") for key in documents}
        for name, documents in state.tables.items()
        if documents
    }
    return tables, state


def recovered(files: Files, tables: Tables, *codes: str) -> Opened:
    """Open these files, which must give these tables and this report; then everything is as it should be: it is
    written, closed, opened again without a word, and whatever was damaged is still there."""
    wreck = opened(disk_of(files))
    assert wreck.tables == tables
    assert wreck.codes == set(codes)
    wreck.storage.commit(put(90, "sesudahnya"))
    after = read(wreck.storage)
    wreck.storage.close()
    again = opened(wreck.disk.contents())
    assert (again.tables, again.report) == (after, [])
    again.storage.close()
    there = set(wreck.files.values())
    damaged = {content for name, content in files.items() if name == BASE or (name in stages()["used"].journal)}
    if "set-aside" in codes or "rival" in codes:
        assert damaged & there
    return wreck


# -- nothing is the matter ---------------------------------------------------------------------------------------


def test_what_was_left_is_found(stage: Stage) -> None:
    recovered(stage.files, stage.tables)


def test_looking_changes_nothing(stage: Stage) -> None:
    for files in (stage.files, stage.without(BASE), {**stage.files, BASE: stage.files[BASE][:200]}):
        disk = SimulatedDisk(disk_of(files))
        storage = JournalStorage(DATA, disk=disk, write=False)
        assert read(storage) == stage.tables
        storage.close()
        assert named(disk.contents()) == files
        assert disk.calls == []


@pytest.mark.parametrize("name", [f"{BASE}.tmp", f"{BASE}.bak~"])
def test_what_an_end_left_behind_goes(stage: Stage, name: str) -> None:
    wreck = recovered({**stage.files, name: stage.files[BASE][:100]}, stage.tables, "leftover")
    assert [finding.file for finding in wreck.report] == [name]
    assert name not in wreck.files


def test_neighbours_are_left_alone(stage: Stage) -> None:
    """Names that only look like ours."""
    others = dict.fromkeys(
        ("humas.json.backup", "humas.json.j", "humas.json.jpeg", "humas.json.j12x", "humas.json2.j000001"),
        b"Jangan disentuh.",
    )
    wreck = recovered({**stage.files, **others}, stage.tables)
    assert others.items() <= wreck.files.items()


# -- the base file is damaged ------------------------------------------------------------------------------------


def test_every_bit_of_the_base_flipped(stage: Stage) -> None:
    """With the file before and the journal nothing is lost, whatever bit it is."""
    flipped = 0
    for _place, damaged in flips(stage.files[BASE]):
        tables, state = looked_at({**stage.files, BASE: damaged})
        assert tables == stage.tables
        assert [finding.code for finding in state.report] == ["base-damaged"]
        assert state.aside == [DATA]
        flipped += 1
    print(f"{flipped} bits of the base file flipped: everything found again")


def test_every_bit_of_a_base_alone_flipped() -> None:
    """Without them at most the document that is hit is lost, and that is told."""
    stage = stages()["rest"]
    flipped = whole = told = cautious = 0
    for place, damaged in flips(stage.files[BASE]):
        tables, state = looked_at({BASE: damaged})
        wrong = sum(
            tables.get(name, {}).get(key) != document
            for name, documents in stage.tables.items()
            for key, document in documents.items()
        )
        count = sum(finding.count for finding in state.report if finding.lost)
        assert state.report, place
        assert wrong <= 1
        assert wrong <= count
        assert sum(map(len, tables.values())) <= sum(map(len, stage.tables.values())) + wrong
        flipped += 1
        whole += not wrong
        told += bool(wrong)
        cautious += not wrong and count > 0
    print(f"{flipped} bits of a base file alone flipped: {told} documents lost and told, the rest whole")
    print(
        f"({cautious} times something is told that may be, but is not: the bit is in what the file says of itself)"
    )
    assert whole > told > 0


def test_some_bits_flipped_through_to_the_next_opening(stage: Stage) -> None:
    chance = Random(2026)
    for _place, damaged in chance.sample(list(flips(stage.files[BASE])), 150):
        recovered({**stage.files, BASE: damaged}, stage.tables, "base-damaged", "set-aside")


def test_a_base_cut_anywhere(stage: Stage) -> None:
    """At every byte, so at every line."""
    for cut in range(len(stage.files[BASE]) - 1):
        tables, state = looked_at({**stage.files, BASE: stage.files[BASE][:cut]})
        assert tables == stage.tables
        code = "base-missing" if not stage.files[BASE][:cut].strip() else "base-damaged"
        assert [finding.code for finding in state.report] == [code]


def test_a_base_alone_cut_anywhere() -> None:
    """Every document that stands whole before the cut is there. Plain TinyDB opens none of these files."""
    stage = stages()["rest"]
    content = stage.files[BASE]
    cuts = found = 0
    for cut in range(3, content.index(b'"_meta"')):
        lines = content[:cut].split(b"\n")
        complete = [line for line in lines if line.endswith((b"}", b"},")) and len(line) > 2]
        if not complete:
            continue
        wreck = opened(disk_of({BASE: content[:cut]}), close=True)
        assert sum(map(len, wreck.tables.values())) == len(complete)
        assert all(
            stage.tables[name][key] == document
            for name, some in wreck.tables.items()
            for key, document in some.items()
        )
        assert wreck.codes == {"base-incomplete", "set-aside"}
        assert wreck.files["humas.json.damaged-1"] == content[:cut]
        assert opened(wreck.disk.contents()).tables == wreck.tables
        cuts += 1
        found += len(complete)
    print(f"{cuts} cuts of a base file alone: {found} documents before them, all found")
    assert cuts > 200


@pytest.mark.parametrize("cut", [0, 1, 2])
def test_a_base_that_is_empty_or_gone(stage: Stage, cut: int) -> None:
    files = stage.without(BASE) if cut == 0 else {**stage.files, BASE: b" \n"[:cut]}
    recovered(files, stage.tables, "base-missing")


def test_a_base_of_a_large_file_that_is_damaged(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its checksums are only looked at later; then it is mended."""
    monkeypatch.setattr(opening, "LARGE", 0)
    content = stage.files[BASE]
    damaged = content.replace(b'"n":4', b'"n":6')
    disk = SimulatedDisk(disk_of({**stage.files, BASE: damaged}))
    storage = JournalStorage(DATA, disk=disk, lock=False)
    assert (storage.report, storage.checked) == ([], False)
    with pytest.raises(StoreError, match="4"):
        storage.document("releases", "4")
    assert not storage.verify()
    assert read(storage) == stage.tables
    assert {finding.code for finding in storage.report} == {"base-damaged", "set-aside"}
    assert storage.verify()
    storage.close()
    assert opened(disk.contents()).tables == stage.tables


# -- the file before is damaged too ------------------------------------------------------------------------------


def damaged_documents(content: bytes, *numbers: int) -> bytes:
    """These documents, each with a letter changed."""
    for number in numbers:
        content = content.replace(b'"n":%d,"text":"satu"' % number, b'"n":%d,"text":"sat!"' % number)
    return content


@pytest.mark.parametrize("numbers", [(1,), (1, 4)])
def test_without_the_way_there_documents_are_taken_from_the_file_before(
    stage: Stage, numbers: tuple[int, ...]
) -> None:
    """The segments that lead from there are gone: each damaged document is compared with the one before."""
    files = stage.without(f"{BEFORE}.j000002")
    content = damaged_documents(files[BASE], *numbers)
    wreck = recovered({**files, BASE: content}, stage.tables, "document-restored", "set-aside")
    assert [finding.count for finding in wreck.report] == [len(numbers), 0]
    assert wreck.lost == 0


def test_what_is_only_in_the_damaged_file_is_told(stage: Stage) -> None:
    files = stage.without(f"{BEFORE}.j000002")
    wreck = opened(disk_of({**files, BASE: files[BASE].replace(b'"n":7,"text":"dua"', b'"n":7,"text":"dwa"')}))
    assert wreck.codes == {"document-damaged", "set-aside"}
    assert wreck.lost == 1
    assert wreck.tables["releases"].pop("7")["text"] == "dwa", "better than nothing"
    assert wreck.tables["releases"].items() <= stage.tables["releases"].items()


def test_a_damaged_document_that_was_saved_again_is_no_loss() -> None:
    stage = stages()["used"]
    files = {name: stage.files[name] for name in (BASE, f"{BASE}.j000003")}
    wreck = opened(disk_of({**files, BASE: damaged_documents(files[BASE], 3)}))
    assert wreck.tables == stage.tables
    assert wreck.lost == 0


def test_both_files_gone_the_journal_alone_is_told_to_be_too_little() -> None:
    stage = stages()["used"]
    wreck = opened(disk_of({f"{BASE}.j000003": stage.files[f"{BASE}.j000003"]}))
    assert wreck.tables == {"releases": {key: stage.tables["releases"][key] for key in ("3", "8")}}
    assert "base-incomplete" in wreck.codes


def test_both_files_damaged_and_no_journal(stage: Stage) -> None:
    content = damaged_documents(stage.files[BASE], 1)
    wreck = opened(disk_of({BASE: content, BEFORE: damaged_documents(stage.files[BEFORE], 1)}))
    assert wreck.codes == {"document-damaged", "set-aside"}
    assert wreck.lost == 1


def test_every_file_cut_or_flipped_at_random(stage: Stage) -> None:
    """Whatever happens to all of them at once: it opens, never says anything that was never said, and never is
    silent about a loss."""
    chance = Random(2026)
    wrecked = lost = 0
    said = {json.dumps(document) for some in stage.tables.values() for document in some.values()}
    said |= {json.dumps({"id": f"r{n}", "n": n, "text": "satu"}) for n in range(1, 7)}
    for _time in range(1500):
        files = {name: content for name, content in stage.files.items() if chance.random() < 0.85}
        for name, content in files.items():
            spoiled = bytearray(content)
            if chance.random() < 0.3:
                del spoiled[chance.randrange(len(spoiled)) :]
            elif chance.random() < 0.5:
                spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
            files[name] = bytes(spoiled)
        try:
            tables, state = looked_at(files)
        except ForeignFileError:
            continue
        there = {json.dumps(document) for some in tables.values() for document in some.values()}
        doubtful = sum(finding.count for finding in state.report if finding.lost)
        assert len(there - said) <= doubtful
        if tables != stage.tables and not nothing_left(files):
            assert doubtful or behind(stage, files), sorted(files)
            lost += 1
        wrecked += 1
    print(f"{wrecked} wrecks of all files at once, {lost} with a loss: all told")
    assert lost > 200


def nothing_left(files: Files) -> bool:
    return not any(content.strip() for content in files.values())


def behind(stage: Stage, files: Files) -> bool:
    """Whether the newest segment is gone or ends where a record does: then nothing tells that there was more."""
    name = stage.journal[-1]
    content = files.get(name, b"")
    return content != stage.files[name] and (stage.files[name].startswith(content) or name not in files)


# -- crashes while it recovers -----------------------------------------------------------------------------------


def wrecks() -> Iterator[tuple[str, Files]]:
    """Each kind of damage once."""
    for name, stage in stages().items():
        content = stage.files[BASE]
        yield f"{name}: cut", {**stage.files, BASE: content[:150]}
        yield f"{name}: a bit", {**stage.files, BASE: content.replace(b'"n":4', b'"n":5')}
        yield (
            f"{name}: its own words",
            {**stage.files, BASE: content.replace(b'"generation":2', b'"generation":3')},
        )
        yield f"{name}: gone", stage.without(BASE)
        yield f"{name}: rubbish", {**stage.files, BASE: b"\x89PNG\r\n" * 50}
        yield f"{name}: alone and cut", {BASE: content[:150]}
        yield f"{name}: alone and a bit", {BASE: content.replace(b'"n":4', b'"n":5')}
        yield f"{name}: leftovers", {**stage.files, f"{BASE}.tmp": content[:99], f"{BASE}.bak~": content}
        yield f"{name}: plain", {**stage.files, BASE: edited(stage)}
    stage = stages()["used"]
    segment = stage.journal[-1]
    yield "torn", {**stage.files, segment: stage.files[segment][:-20]}
    yield "a damaged record", {**stage.files, segment: stage.files[segment].replace(b'"n":3', b'"n":4')}
    yield "a foreign segment", {**stage.files, f"{BASE}.j000009": b"HTJ1 " + bytes(30)}
    yield "an older copy", {**stage.files, BASE: stage.files[BEFORE].replace(b"5", b"6")}


def edited(stage: Stage) -> bytes:
    """The base file as another program leaves it that changed a document and added one."""
    tables = json.loads(stage.files[BASE])
    tables["releases"]["4"]["text"] = "lain"
    tables["releases"]["8"] = {"id": "asing", "n": 8, "text": "asing"}
    return json.dumps(tables).encode()


def test_the_power_is_lost_while_it_recovers() -> None:
    """Behind every call of every recovery, five times; the next one finds the same, and the damaged bytes are
    there as they were until that one has ended as well."""
    chance = Random(2026)
    kinds = cuts = 0
    for name, files in wrecks():
        first = opened(disk_of(files), close=True)
        for calls in range(len(first.disk.calls) + 1):
            for _time in range(5):
                contents = first.disk.after_power_cut(calls, chance)
                second = opened(contents, close=True)
                assert second.tables == first.tables, (name, calls)
                kept = [content for other, content in second.files.items() if ".damaged-" in other]
                for other, content in first.files.items():
                    assert ".damaged-" not in other or content in kept, (name, calls)
                cuts += 1
        kinds += 1
    print(f"{kinds} kinds of damage, {cuts} power cuts during recovery: all recovered the same")
    assert cuts > 1000


# -- other programs and computers --------------------------------------------------------------------------------


def test_what_another_program_wrote_counts() -> None:
    stage = stages()["rest"]
    expected = json.loads(edited(stage))
    del expected["_meta"]
    recovered({**stage.files, BASE: edited(stage)}, expected, "edited")


def test_what_another_program_wrote_and_saves_that_were_left_are_put_together() -> None:
    """The same number given twice, a document that only they changed, one that only we changed."""
    stage = stages()["used"]
    wreck = recovered(
        {**stage.files, BASE: edited(stage)},
        {
            **stage.tables,
            "releases": stage.tables["releases"]
            | {"4": {"id": "r4", "n": 4, "text": "lain"}, "9": {"id": "asing", "n": 8, "text": "asing"}},
        },
        "edited",
        "conflict",
        "renumbered",
        "rival",
    )
    assert wreck.files[f"{BASE}.conflict-1"] == edited(stage)
    assert wreck.lost == 0


def test_a_document_that_another_program_changed_and_we_took_away_is_kept() -> None:
    stage = stages()["rest"]
    disk = SimulatedDisk(disk_of(stage.files))
    storage = JournalStorage(DATA, disk=disk, lock=False)
    storage.commit(Changes(drop={"releases": ["4"]}))
    storage.abandon()
    wreck = opened(disk_of({**named(disk.contents()), BASE: edited(stage)}))
    assert "4" not in wreck.tables["releases"]
    assert wreck.codes == {"edited", "conflict", "rival"}
    assert b'"lain"' in wreck.files[f"{BASE}.conflict-1"]


def elsewhere(files: Files, *changes: Changes) -> Files:
    """The same data file on another computer, used there and closed."""
    disk = SimulatedDisk(disk_of(files))
    storage = JournalStorage(DATA, disk=disk, lock=False)
    for change in changes:
        storage.commit(change)
    storage.close()
    return named(disk.contents())


def here(files: Files, *changes: Changes) -> Files:
    """The data file on this computer after an end in the midst of use."""
    disk = SimulatedDisk(disk_of(files))
    storage = JournalStorage(DATA, disk=disk, lock=False)
    for change in changes:
        storage.commit(change)
    storage.abandon()
    return named(disk.contents())


def test_saves_are_not_taken_to_be_in_a_base_that_another_computer_wrote() -> None:
    """There they counted on to numbers that stand here for other saves: these must not pass for known."""
    stage = stages()["rest"]
    theirs = elsewhere(stage.files, *(put(20 + n, "sana") for n in range(6)), put(1, "sana"))
    ours = here(stage.files, put(2, "sini"), put(30, "sini"))
    wreck = recovered(
        {**ours, BASE: theirs[BASE]},
        {
            **stage.tables,
            "releases": stage.tables["releases"]
            | {str(20 + n): {"id": f"r{20 + n}", "n": 20 + n, "text": "sana"} for n in range(6)}
            | {"1": {"id": "r1", "n": 1, "text": "sana"}, "2": {"id": "r2", "n": 2, "text": "sini"}}
            | {"30": {"id": "r30", "n": 30, "text": "sini"}},
        },
        "conflict",
        "rival",
    )
    assert wreck.files[f"{BASE}.conflict-1"] == theirs[BASE]


def test_the_same_release_changed_on_both_is_kept_twice() -> None:
    stage = stages()["rest"]
    theirs = elsewhere(stage.files, put(2, "sana"))
    ours = here(stage.files, put(2, "sini"))
    wreck = opened(disk_of({**ours, BASE: theirs[BASE]}), close=True)
    assert wreck.tables["releases"]["2"]["text"] == "sini"
    (other,) = [content for name, content in wreck.files.items() if ".conflict-" in name]
    assert opened(disk_of({BASE: other})).tables["releases"]["2"]["text"] == "sana"
    assert wreck.lost == 0


def test_after_both_were_put_together_either_computer_goes_on() -> None:
    stage = stages()["rest"]
    theirs = elsewhere(stage.files, put(40, "sana"))
    ours = here(stage.files, put(50, "sini"))
    both = opened(disk_of({**ours, BASE: theirs[BASE]}), close=True)
    later = here({**theirs}, put(41, "sana"))
    wreck = opened(disk_of({**later, BASE: both.files[BASE]}))
    assert wreck.tables["releases"].keys() == {*stage.tables["releases"], "40", "41", "50"}
    assert wreck.codes <= {"conflict", "rival"}


@pytest.mark.parametrize("gone", ["", BASE, "cut"])
def test_once_put_together_the_copy_before_leads_there_again(gone: str) -> None:
    """What is made anew from the copy before must not be one of the two alone."""
    stage = stages()["rest"]
    theirs = elsewhere(stage.files, *(put(20 + n, "sana") for n in range(6)))
    ours = here(stage.files, put(2, "sini"))
    files = opened(disk_of({**ours, BASE: theirs[BASE]}), close=True)
    after = dict(files.files)
    if gone == BASE:
        del after[BASE]
    elif gone:
        after[BASE] = after[BASE][:100]
    assert opened(disk_of(after)).tables == files.tables


def test_between_the_two_steps_of_putting_together_nothing_false_is_made_of_the_copy_before() -> None:
    """The file before is theirs then, and our segments do not lead from it to both."""
    stage = stages()["rest"]
    theirs = elsewhere(stage.files, *(put(20 + n, "sana") for n in range(6)))
    ours = here(stage.files, put(2, "sini"))
    both = opened(disk_of({**ours, BASE: theirs[BASE]}), close=True)
    told = 0
    for calls in range(len(both.disk.calls)):
        if both.disk.calls[calls].target != BASE:
            continue
        for after in range(calls + 1, len(both.disk.calls) + 1):
            files = named(both.disk.at(after))
            del files[BASE]
            wreck = opened(disk_of(files))
            assert wreck.tables == both.tables or wreck.lost
            told += wreck.lost > 0
    assert told


def test_an_older_copy_in_its_place_does_not_undo_what_was_saved_since() -> None:
    """Put there while saves were not in the file yet: what was here is made anew, the copy is kept."""
    stage = stages()["used"]
    old = stage.files[BEFORE]
    wreck = recovered({**stage.files, BASE: old}, stage.tables, "replaced", "rival")
    assert wreck.files[f"{BASE}.conflict-1"] == old


def test_an_older_copy_put_there_at_rest_counts() -> None:
    """Somebody wanted it so; nothing of ours waits to be put into it."""
    stage = stages()["rest"]
    wreck = opened(disk_of({**stage.files, BASE: stage.files[BEFORE]}))
    assert wreck.tables["releases"].keys() == {"1", "2", "3", "4", "5", "6"}
    assert wreck.report == []


def test_a_file_of_another_newsroom_in_its_place_does_not_swallow_what_was_saved() -> None:
    theirs = opened(disk_of({}))
    theirs.storage.commit(put(1, "tetangga"))
    theirs.storage.close()
    stage = stages()["used"]
    wreck = recovered({**stage.files, BASE: theirs.files[BASE]}, stage.tables, "replaced", "rival")
    assert wreck.files[f"{BASE}.conflict-1"] == theirs.files[BASE]


def test_where_what_was_here_cannot_be_had_any_more_the_saves_are_put_into_the_other() -> None:
    stage = stages()["used"]
    files = {BASE: stage.files[BEFORE], f"{BASE}.j000003": stage.files[f"{BASE}.j000003"]}
    wreck = opened(disk_of(files))
    assert wreck.tables["releases"]["3"]["text"] == wreck.tables["releases"]["8"]["text"] == "tiga"
    assert wreck.tables["releases"]["1"]["text"] == "satu"
    assert {"conflict", "rival"} <= wreck.codes


def test_a_picture_in_its_place_is_put_aside(stage: Stage) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    wreck = recovered({**stage.files, BASE: picture}, stage.tables, "base-damaged", "set-aside")
    assert wreck.files[f"{BASE}.damaged-1"] == picture


@pytest.mark.parametrize("other", [{"name": "x", "scripts": {"test": "jest"}}, [1, 2], "Halo"], ids=str)
def test_another_programs_json_in_its_place_is_told_and_left(stage: Stage, other: Any) -> None:
    files = {**stage.files, BASE: json.dumps(other).encode()}
    disk = SimulatedDisk(disk_of(files))
    with pytest.raises(ForeignFileError):
        JournalStorage(DATA, disk=disk, lock=False)
    assert named(disk.contents()) == files


def test_a_plain_tinydb_file_is_taken_in_as_it_is() -> None:
    for text in (json.dumps, lambda tables: json.dumps(tables, indent=4)):
        tables = {"releases": {"7": {"id": "r7", "n": 7}}, "lain": {}}
        wreck = opened(disk_of({BASE: text(tables).encode()}))
        assert (wreck.tables, wreck.report) == ({"releases": tables["releases"]}, [])
        wreck.storage.commit(put(8))
        wreck.storage.close()
        assert json.loads(wreck.files[BASE])["releases"].keys() == {"7", "8"}


def test_the_first_start_may_end_at_any_byte() -> None:
    """Before there ever was a base file. Nothing is told that is not so."""
    disk = SimulatedDisk()
    storage = JournalStorage(DATA, disk=disk, lock=False)
    storage.commit(put(1, "satu"))
    (name,) = named(disk.contents())
    content = named(disk.contents())[name].rstrip(b"\0")
    for cut in range(len(content) + 1):
        wreck = opened(disk_of({name: content[:cut] + bytes(cut % 3 * 512)}))
        assert wreck.tables == ({"releases": {"1": put_document(1, "satu")}} if cut >= len(content) - 1 else {})
        assert wreck.lost == 0
        assert wreck.codes <= {"record-torn", "set-aside"}


def put_document(number: int, text: str) -> dict[str, Any]:
    return {"id": f"r{number}", "n": number, "text": text}


def test_after_all_was_replaced_the_file_before_is_not_taken_for_it(stage: Stage) -> None:
    """A backup was brought back: what is made anew from before that is told to be incomplete."""
    wreck = opened(disk_of(stage.files))
    document = msgspec.json.encode(put_document(99, "cadangan"))
    wreck.storage.replace({"releases": {"1": document}})
    assert read(wreck.storage) == {"releases": {"1": put_document(99, "cadangan")}}
    wreck.storage.close()
    files = wreck.files
    assert opened(disk_of(files)).report == []
    del files[BASE]
    again = opened(disk_of(files))
    assert "base-incomplete" in again.codes


def test_a_replacement_that_fails_leaves_everything(stage: Stage) -> None:
    class Filling(SimulatedDisk):
        full = False

        def rename(self, source: Any, target: Any) -> None:
            if self.full:
                raise OSError(28, "No space left on device")
            super().rename(source, target)

    disk = Filling(disk_of(stage.files))
    storage = JournalStorage(DATA, disk=disk, lock=False)
    disk.full = True
    with pytest.raises(Exception, match="No space"):
        storage.replace({"releases": {}})
    assert read(storage) == stage.tables
    storage.abandon()
    again = opened(disk.contents())
    assert (again.tables, again.lost) == (stage.tables, 0)
    assert not {"records-missing", "base-incomplete"} & again.codes


def test_contents_of_a_disk_are_not_shared() -> None:
    """The tools of these tests: a disk made of contents leaves them as they were."""
    contents = Contents({BASE: 1}, {1: b"{}"})
    storage = JournalStorage(DATA, disk=SimulatedDisk(contents), lock=False)
    storage.commit(put(1))
    storage.close()
    assert contents == Contents({BASE: 1}, {1: b"{}"})
