"""The journal, damaged: each record stands for itself, and whatever cannot be read is told."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.store.journal import (
    Changes,
    Segment,
    Tables,
    header_line,
    new_header,
    read_segment,
    record_line,
)
from humas_tui.store.opening import State, open_state
from humas_tui.store.places import Places
from tests.store.simulated_disk import Contents, SimulatedDisk
from tests.store.wrecks import BASE, DATA, Documents, disk_of, flips, named, opened, put

PLACES = Places(DATA)
SEGMENT = PLACES.segment(1).name
DATABASE = "0123456789abcdef"
#: All 200 records stand in segments of so many: what a flipped bit does to its neighbours is seen in few.
EACH = 5


def lines(first: int, count: int, *, over: str = "") -> list[bytes]:
    """A segment line by line: the head, then records, each of which puts one document."""
    header = new_header(DATABASE, "0badcafe", first - 1, over)
    return [
        header_line(header),
        *(record_line(header.salt, number, put(number)) for number in range(first, first + count)),
    ]


def document(number: int) -> Documents:
    return {"id": f"r{number}", "n": number, "text": ""}


def state_of(content: bytes) -> State:
    return open_state(SimulatedDisk(Contents({SEGMENT: 1}, {1: content})), PLACES)


def documents(state: State) -> Documents:
    tables = {name: dict(found) for name, found in state.tables.items()}
    assert tables.keys() <= {"releases"}
    return {key: msgspec.json.decode(bytes(found)) for key, found in tables.get("releases", {}).items()}


def line_at(content: list[bytes], place: int) -> int:
    """The line that a byte stands on; 0 is the head."""
    for number, line in enumerate(content):
        place -= len(line)
        if place < 0:
            return number
    raise IndexError(place)


# -- one bit -------------------------------------------------------------------------------------------------


def test_every_bit_of_200_records_flipped() -> None:
    """Another document is never read, no other record is lost, and one that is lost is told."""
    flipped = lost = harmless = 0
    for _segment in range(200 // EACH):
        content = lines(1, EACH)
        expected = {str(number): document(number) for number in range(1, EACH + 1)}
        for place, damaged in flips(b"".join(content)):
            state, hit = state_of(damaged), line_at(content, place)
            found = documents(state)
            missing = expected.keys() - found.keys()
            assert found.items() <= expected.items()
            assert missing <= {str(hit)}, "another record was lost"
            told = sum(finding.count for finding in state.report if finding.lost)
            assert told == bool(missing) or hit == 0, [finding.code for finding in state.report]
            assert state.report or not missing
            assert bool(state.aside) == bool(state.report)
            flipped += 1
            lost += bool(missing)
            harmless += not missing
    print(f"{flipped} bits flipped: {lost} records lost and told, {harmless} nothing lost, none wrong")
    assert lost > flipped // 2


def test_bits_flipped_at_once_in_many_records() -> None:
    """What is left of a segment on a disk that rots: what is read is right, what is not is told."""
    chance = Random(2026)
    rounds = lost = 0
    for _round in range(500):
        content = bytearray(b"".join(lines(1, 12)))
        for _bit in range(chance.randrange(2, 9)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        state = state_of(bytes(content))
        found = documents(state)
        assert all(found[key] == document(int(key)) for key in found)
        assert len(found) == 12 or state.report
        rounds += 1
        lost += 12 - len(found)
    print(f"{rounds} segments with 2 to 8 bits flipped: {lost} records lost and told, none wrong")
    assert lost > 500


# -- a tail --------------------------------------------------------------------------------------------------


def test_every_byte_of_the_tail_cut() -> None:
    """Complete records are there, the rest of one is told of and put aside, and the next save is not swallowed
    by it. A tail that ends behind a record looks as if nothing had ever stood there."""
    chance = Random(2026)
    content = lines(1, 0)
    salt = content[0].split()[1]
    for number in range(1, 13):
        content.append(record_line(salt, number, put(number, "kata " * chance.randrange(0, 30))))
    whole = b"".join(content)
    ends = [sum(map(len, content[: number + 1])) for number in range(len(content))]
    cuts = torn = 0
    for cut in range(len(whole)):
        wreck = opened(disk_of({SEGMENT: whole[:cut]}))
        complete = sum(end <= cut for end in ends[1:])
        complete += cut + 1 in ends[1:]  # its line end alone is missing
        found = wreck.tables.get("releases", {})
        assert [found[str(number)]["n"] for number in range(1, complete + 1)] == list(range(1, complete + 1))
        assert len(found) == complete
        between = cut not in (0, *ends) and cut + 1 not in ends
        assert ("record-torn" in wreck.codes) == between
        assert wreck.lost == 0, "it was never confirmed"
        if between:
            assert wreck.files["humas.json.damaged-1"] == whole[:cut]
        wreck.storage.commit(put(99))
        wreck.storage.abandon()
        again = opened(wreck.disk.contents())
        assert again.tables["releases"].keys() == {*found, "99"}
        cuts += 1
        torn += between
    print(f"{cuts} cuts, {torn} in the midst of a record: every complete one read")


@pytest.mark.parametrize("kept", range(6))
def test_a_segment_cut_where_another_goes_on_is_told(kept: int) -> None:
    """What an earlier segment has lost is known from the next one, even where it ends behind a record."""
    first, second = lines(1, 5), lines(6, 5)
    files = {SEGMENT: b"".join(first[: kept + 1]), PLACES.segment(2).name: b"".join(second)}
    wreck = opened(disk_of(files))
    assert wreck.tables["releases"].keys() == {str(n) for n in (*range(1, kept + 1), *range(6, 11))}
    assert wreck.lost == 5 - kept
    assert wreck.codes == ({"records-missing"} if kept < 5 else set())


def test_a_segment_that_is_gone_is_told() -> None:
    first, second = lines(1, 5), lines(6, 0)
    contents = disk_of({SEGMENT: b"".join(first[:4]), PLACES.segment(2).name: second[0]})
    wreck = opened(contents)
    assert (wreck.codes, wreck.lost) == ({"records-missing"}, 2), "the head alone tells it"


# -- what else lies in a segment --------------------------------------------------------------------------------


def test_rubbish_between_records_costs_nothing_else() -> None:
    content = lines(1, 3)
    content[2:2] = [b"rubbish\n", bytes(512) + b"\n", content[1][:30] + b"\n", b"\n"]
    segment = read_segment(b"".join(content))
    assert [record.sequence for record in segment.records] == [1, 2, 3]
    assert segment.damaged == [b"rubbish", content[1][:30]], "zeros are room that no record was written to"


def test_zeros_at_the_end_are_room_for_the_next_record() -> None:
    state = state_of(b"".join(lines(1, 3)) + bytes(4096))
    assert len(documents(state)) == 3
    assert state.report == []


@pytest.mark.parametrize("content", [b"", b"\n", bytes(700), b"HTJ1 4c0", b"HTJ1 4c0\n"])
def test_a_segment_without_a_record_is_an_empty_newsroom(content: bytes) -> None:
    state = state_of(content)
    assert state.tables == {}
    assert not any(finding.lost for finding in state.report)


def test_records_of_another_file_never_pass_for_ours() -> None:
    """Bytes left over from a segment that lay there before, whole records even, have another salt."""
    ours, theirs = lines(1, 2), lines(3, 2)
    segment = read_segment(b"".join([*ours, *theirs]))
    assert [record.sequence for record in segment.records] == [1, 2]
    assert len(segment.damaged) == 3


def test_a_record_that_was_never_confirmed_is_void() -> None:
    first, second = lines(1, 3), lines(3, 1)
    wreck = opened(disk_of({SEGMENT: b"".join(first), PLACES.segment(2).name: b"".join(second)}))
    assert (wreck.tables["releases"].keys(), wreck.codes) == ({"1", "2", "3"}, set())
    wreck = opened(disk_of({SEGMENT: b"".join(first), PLACES.segment(2).name: second[0]}))
    assert wreck.tables["releases"].keys() == {"1", "2"}, "the next segment begins behind the second"


def test_the_segment_of_another_data_file_is_put_aside() -> None:
    wreck = opened(disk_of({SEGMENT: b"".join(lines(1, 3))}), close=True)
    theirs = header_line(new_header("f" * 16, "0badcafe", 0, "")) + b"".join(lines(1, 1)[1:])
    files = {**wreck.files, PLACES.segment(9).name: theirs}
    mixed = opened(disk_of(files))
    assert mixed.tables == wreck.tables
    assert "segment-foreign" in mixed.codes
    assert theirs in [content for name, content in mixed.files.items() if ".damaged-" in name]
    assert PLACES.segment(9).name not in mixed.files
    assert BASE in named(mixed.disk.contents())


# -- changes -------------------------------------------------------------------------------------------------

KEYS = st.sampled_from("123")
NAMES = st.sampled_from(["releases", "trash"])
RAW = st.integers(0, 9).map(lambda number: msgspec.Raw(b"%d" % number))
CHANGES = st.builds(
    lambda clear, drop, put: Changes(clear=clear, drop=drop, put=put),
    st.lists(NAMES, max_size=1),
    st.dictionaries(NAMES, st.lists(KEYS, min_size=1, max_size=2), max_size=2),
    st.dictionaries(NAMES, st.dictionaries(KEYS, RAW, max_size=2), max_size=2),
)


def after(changes: list[Changes]) -> Tables:
    tables: Tables = {"releases": {"1": b"1"}, "trash": {"2": b"2"}}
    for one in changes:
        one.apply(tables)
    return tables


@given(st.lists(CHANGES, max_size=5))
def test_changes_put_together_do_what_they_do_one_by_one(changes: list[Changes]) -> None:
    together = Changes()
    for one in deepcopy(changes):
        together.add(one)
    assert after([together]) == after(changes)


@given(st.lists(CHANGES, max_size=4))
def test_what_is_written_is_read(changes: list[Changes]) -> None:
    header = new_header(DATABASE, "0badcafe", 0, "")
    content = [header_line(header), *(record_line(header.salt, number, one) for number, one in numbered(changes))]
    segment = read_segment(b"".join(content))
    assert segment == Segment(header=header, records=segment.records, size=len(b"".join(content)))
    assert [after([record.changes]) for record in segment.records] == [after([one]) for one in changes]


def numbered(changes: list[Changes]) -> Iterator[tuple[int, Changes]]:
    return enumerate(changes, 1)


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(content: bytes) -> None:
    assert not read_segment(content).records
    assert not read_segment(lines(1, 0)[0] + content).records
