"""A segment of the journal: records written over zeros, each found again whatever happened beside it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import msgspec
import pytest

from humas_tui.store.appending import AHEAD
from humas_tui.store.disk import Disk, read_file
from humas_tui.store.journal import Changes, header_line, new_header, read_segment, record_line
from humas_tui.store.journalled import JournalStorage

SECTOR = 512
HEADER = new_header("a1b2c3d4e5f60718", "0badcafe", 0, "00000001")


def changes(number: int) -> Changes:
    text = msgspec.Raw(msgspec.json.encode({"n": number, "text": f"kata {number} " * 200}))
    return Changes(put={"releases": {str(number): text}})


HEAD = header_line(HEADER)
LINES = [record_line(HEADER.salt, number, changes(number)) for number in (1, 2, 3)]


def sequences(content: bytes) -> list[int]:
    return [record.sequence for record in read_segment(content).records]


def counted(content: bytes) -> tuple[int, int]:
    """How many pieces are damaged, and how many more were never finished."""
    segment = read_segment(content)
    return len(segment.damaged) - segment.torn, segment.torn


@pytest.mark.parametrize("zeros", [0, 1, 2, 4096])
def test_zeros_behind_the_records_are_nothing(zeros: int) -> None:
    content = HEAD + b"".join(LINES)
    assert sequences(content + bytes(zeros)) == [1, 2, 3]
    assert counted(content + bytes(zeros)) == (0, 0)
    assert read_segment(content + bytes(zeros)).size == len(content)
    assert read_segment(bytes(zeros)) == read_segment(b"")


def test_a_record_of_which_sectors_never_came_is_told_to_be_unfinished_wherever_it_stands() -> None:
    """Of the second of three, any choice of its sectors: the others are found, it is not, and it is no damage."""
    chance = Random(7)
    start = len(HEAD) + len(LINES[0])
    stop = start + len(LINES[1])
    whole = HEAD + b"".join(LINES) + bytes(4096)
    first, last = start // SECTOR + 1, stop // SECTOR
    for _ in range(300):
        content = bytearray(whole)
        lost = chance.sample(range(first, last + 1), chance.randrange(1, last - first + 2))
        for sector in lost:
            at, to = sector * SECTOR, min((sector + 1) * SECTOR, stop)
            content[at:to] = bytes(to - at)
        assert sequences(bytes(content)) == [1, 3], lost
        assert counted(bytes(content)) == (0, 1), lost


def test_a_record_of_which_nothing_came_is_no_damage() -> None:
    content = HEAD + LINES[0] + bytes(len(LINES[1])) + LINES[2] + bytes(100)
    assert sequences(content) == [1, 3]
    assert counted(content) == (0, 0)


def test_one_flipped_bit_takes_one_record_at_most_and_is_told() -> None:
    whole = HEAD + b"".join(LINES) + bytes(64)
    told = 0
    for place in range(len(whole)):
        for bit in range(8):
            content = bytearray(whole)
            content[place] ^= 1 << bit
            segment = read_segment(bytes(content))
            found = [record.sequence for record in segment.records]
            assert len(found) >= 2
            assert all(record.changes == changes(record.sequence) for record in segment.records)
            if found != [1, 2, 3]:
                assert len(segment.damaged) - segment.torn == 1, (place, bit)
                told += 1
    print(f"{len(whole) * 8} flipped bits, {told} damaged records, all told")
    assert told > 8 * sum(map(len, LINES)) * 0.9


def test_saves_are_written_over_zeros(tmp_path: Path) -> None:
    """The file grows once for many saves: a sync then has no new size to write down."""
    path = tmp_path / "humas.json"
    storage = JournalStorage(path)
    sizes = set()
    for number in range(1, 101):
        storage.commit(changes(number))
        sizes.add((tmp_path / "humas.json.j000001").stat().st_size)
    content = read_file(Disk(), tmp_path / "humas.json.j000001") or b""
    assert sequences(content) == list(range(1, 101))
    assert len(sizes) <= 2 + len(content) // AHEAD
    storage.abandon()
    with_all = JournalStorage(path)
    assert list(with_all.tables["releases"]) == [str(number) for number in range(1, 101)]
    assert with_all.report == []
    with_all.close()
