"""The storage under TinyDB: read once, written whole, batched, and believed only while the file is the same."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from humas_tui.errors import ForeignFileError, StoreError, UnwritableError
from humas_tui.store import whole_file
from humas_tui.store.whole_file import WholeFile, encode_tables, file_stamp

TABLES = st.dictionaries(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=8),
    st.dictionaries(
        st.integers(1, 99).map(str),
        st.dictionaries(
            st.text(st.characters(exclude_categories=("Cs",)), max_size=8),
            st.none()
            | st.booleans()
            | st.integers(-(2**53), 2**53)
            | st.text(st.characters(exclude_categories=("Cs",))),
            max_size=3,
        ),
        max_size=3,
    ),
    max_size=3,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "humas.json"


@given(TABLES)
def test_what_is_encoded_is_json_of_the_same_tables(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    assert json.loads(b"".join(encode_tables(tables))) == tables


def test_one_document_stands_on_a_line() -> None:
    tables = {"releases": {"1": {"body": "a\nb"}, "2": {"body": "c"}}, "coverage": {"1": {}}}
    assert b"".join(encode_tables(tables)).decode().splitlines() == [
        "{",
        '"releases": {',
        '"1": {"body":"a\\nb"},',
        '"2": {"body":"c"}',
        "},",
        '"coverage": {',
        '"1": {}',
        "}",
        "}",
    ]


@pytest.mark.parametrize("content", [None, b"", b" \n"], ids=["missing", "empty", "blank"])
def test_no_file_and_an_empty_one_hold_nothing_yet(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    assert WholeFile(path).read() is None


def test_a_plain_tinydb_reads_what_is_written_and_the_other_way_round(path: Path) -> None:
    WholeFile(path).write({"releases": {"1": {"a": "ä"}}})
    with TinyDB(path) as plain:
        assert plain.table("releases").all() == [{"a": "ä"}]
        plain.table("releases").insert({"a": "b"})
    assert WholeFile(path).read() == {"releases": {"1": {"a": "ä"}, "2": {"a": "b"}}}


def test_a_change_by_another_program_is_seen(path: Path) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {"1": {"a": 1}}})
    WholeFile(path).write({"releases": {"1": {"a": 2}}})
    assert storage.read() == {"releases": {"1": {"a": 2}}}


def test_a_change_in_place_of_the_same_length_is_seen(path: Path) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {"1": {"a": 1}}})
    written = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"a":1', b'"a":2'))
    os.utime(path, ns=(written.st_atime_ns, written.st_mtime_ns + 1))
    assert storage.read() == {"releases": {"1": {"a": 2}}}


def test_a_file_that_was_taken_away_holds_nothing(path: Path) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {"1": {"a": 1}}})
    path.unlink()
    assert storage.read() is None


def test_a_file_that_nobody_touched_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {}})
    monkeypatch.setattr(whole_file, "read_file", lambda _path: pytest.fail("it was read again"))
    assert storage.read() == {"releases": {}}


def test_a_batch_is_written_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[bytes] = []
    real = whole_file.write_durably

    def write_durably(path: Path, content: object, *, private: bool) -> None:
        written.append(b"".join(content))  # type: ignore[call-overload]
        real(path, written[-1], private=private)

    monkeypatch.setattr(whole_file, "write_durably", write_durably)
    storage = WholeFile(path)
    with storage.batch():
        for number in range(3):
            tables = storage.read() or {}
            storage.write({**tables, f"t{number}": {}})
        assert written == []
        assert not path.exists()
    assert [json.loads(content) for content in written] == [{"t0": {}, "t1": {}, "t2": {}}]


def test_a_batch_that_breaks_writes_nothing_and_is_forgotten(path: Path) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {"1": {"a": 1}}})
    before = path.read_bytes()

    def break_off() -> None:
        with storage.batch():
            tables = storage.read()
            assert tables is not None
            tables["releases"]["1"]["a"] = 2
            storage.write(tables)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert path.read_bytes() == before
    assert storage.read() == {"releases": {"1": {"a": 1}}}


@pytest.mark.parametrize("error", [UnwritableError(file="x", reason="full"), KeyboardInterrupt(), ValueError()])
def test_what_could_not_be_written_is_not_believed(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {"1": {"a": 1}}})

    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(whole_file, "write_durably", fail)
        with pytest.raises(type(error)), storage.batch():
            storage.write({"releases": {"1": {"a": 2}}})
    assert storage.read() == {"releases": {"1": {"a": 1}}}


def test_text_that_json_cannot_hold_spoils_nothing(path: Path) -> None:
    storage = WholeFile(path)
    storage.write({"releases": {"1": {"a": 1}}})
    with pytest.raises(UnicodeEncodeError):
        storage.write({"releases": {"1": {"a": "\ud800"}}})
    storage.write({**(storage.read() or {}), "coverage": {}})
    assert json.loads(path.read_bytes()) == {"releases": {"1": {"a": 1}}, "coverage": {}}


@pytest.mark.parametrize("content", [b"[]", b'{"a": 1}', b'{"a": {"1": 1}}', b"{", b"\xff", b"[" * 10_000])
def test_what_tinydb_could_not_read_is_foreign(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ForeignFileError):
        WholeFile(path).read()


def test_a_folder_cannot_be_read(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError) as caught:
        WholeFile(path).read()
    assert not isinstance(caught.value, ForeignFileError)
    assert caught.value.details["file"] == path


def test_the_stamp_of_no_file_is_none(path: Path) -> None:
    assert file_stamp(path) is None
    path.write_bytes(b"{}")
    assert file_stamp(path) is not None
