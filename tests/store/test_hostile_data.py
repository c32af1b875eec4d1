"""A data file of somebody else's making in a backup that is in order otherwise: refused, or harmless for good."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humas_tui.errors import HumasError, UnreadableFileError
from humas_tui.model import Reason
from humas_tui.store.journal import Tables
from humas_tui.store.journalled import JournalStorage
from tests.store.offices import NOW, OTHER, Office, another, forged, small


def written(folder: Path) -> dict[str, Any]:
    """What a data file says that has releases, versions and trash, as plain JSON."""
    office = Office(folder)
    one, two = another(headline="Satu"), msgspec.structs.replace(another(headline="Dua"), id="06b1y0yph7ard")
    with office.store() as store:
        store.put([one, two])
        store.keep_version(one, NOW, Reason.SIMPAN, "ani")
        store.keep_version(two, NOW, Reason.SIMPAN, "ani")
        store.discard([two.id], NOW, "ani")
    found: dict[str, Any] = json.loads(office.data.read_bytes())
    del found["_meta"]
    return found


def in_use(office: Office) -> None:
    """Everything that the program does with a data file."""
    with office.store() as store:
        releases = store.all()
        assert isinstance(releases, list)
        for release in releases:
            assert store.get(release.id) is not None
            for version in store.versions(release.id):
                with suppress(HumasError):  # it may be damaged, and is told to be
                    store.version(release.id, version.number)
            store.keep_version(release, NOW, Reason.SIMPAN, "ani")
        thrown = store.discarded()
        store.put_back([one.release.id for one in thrown])
        store.put([another(headline="Baru")])
        store.discard([OTHER], NOW, "ani")
        store.empty_trash(NOW)
        assert b"".join(store.snapshot().image())
    assert office.vault().write(office.folder / "lagi.zip", NOW).path.exists()
    (office.folder / "lagi.zip").unlink()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in a JSON value."""
    found = [at] if at else []
    for key, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        found += places(inner, (*at, key))
    return found


def put_in(value: Any, at: tuple[Any, ...], new: Any) -> None:
    for key in at[:-1]:
        value = value[key]
    value[at[-1]] = new


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_anywhere(tmp_path: Path, data: st.DataObject) -> None:
    asli = tmp_path / "asli.json"
    if not asli.exists():
        asli.write_text(json.dumps(written(tmp_path / "asli")))
        small(tmp_path / "kantor")
    said = json.loads(asli.read_text())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.sampled_from(places(said)))
        with suppress(KeyError, IndexError, TypeError):  # it stood in what was replaced before
            put_in(said, at, data.draw(JSON))
    for table in ("releases", "trash", "versions"):
        documents = said.get(table)
        if isinstance(documents, dict) and documents and data.draw(st.booleans()):
            documents[data.draw(st.text(max_size=3))] = documents.pop(next(iter(documents)))
    office = Office(tmp_path / "kantor")
    with suppress(FileNotFoundError):
        office.before.unlink()
    before = office.contents()
    path = forged(tmp_path / "a.zip", data=json.dumps(said).encode())
    try:
        office.restore(path)
    except UnreadableFileError:
        assert office.contents() == before
    else:
        in_use(office)


@pytest.mark.parametrize(
    "document",
    [
        b'{"id":"06b1y0yph7are","x":' + b"[" * 450 + b"]" * 450 + b"}",
        b'{"id":"06b1y0yph7are","x":' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"id":"06b1y0yph7are","x":}',
        b'{"id":"06b1y0yph7are"}{}',
        b'{"id":"06b1y0yph7are","x":"\xff"}',
        b'{"id":"06b1y0yph7are","x":"\\ud800"}',
        b'{"id":"06b1y0yph7are","x":NaN}',
        b"{}}",
    ],
    ids=range(8),
)
@pytest.mark.parametrize("table", ["releases", "trash", "versions", "later"])
def test_a_document_that_is_none_but_has_the_right_checksum(tmp_path: Path, document: bytes, table: str) -> None:
    """Of a file in our own form, of which nothing but the checksums is looked at when it is opened."""
    storage = JournalStorage(tmp_path / "palsu.json", lock=False)
    tables: Tables = {"releases": {"7": msgspec.json.encode(another())}}
    tables.setdefault(table, {})["1"] = document
    storage.replace(tables)
    storage.abandon()
    office = small(tmp_path / "kantor")
    before = office.contents()
    path = forged(tmp_path / "a.zip", data=(tmp_path / "palsu.json").read_bytes())
    try:
        office.restore(path)
    except UnreadableFileError:
        assert office.contents() == before
    else:
        in_use(office)


@pytest.mark.parametrize("key", ["satu", "-1", "1.5", "", "9" * 5000, "²"])
@pytest.mark.parametrize("table", ["releases", "trash", "versions"])
def test_a_document_without_a_number_is_refused(tmp_path: Path, table: str, key: str) -> None:
    said: dict[str, Any] = {"releases": {"1": msgspec.to_builtins(another())}}
    said.setdefault(table, {})[key] = msgspec.to_builtins(another())
    office = small(tmp_path / "kantor")
    with pytest.raises(UnreadableFileError):
        office.restore(forged(tmp_path / "a.zip", data=json.dumps(said).encode()))


def test_the_name_of_whoever_deletes_is_kept_clean(tmp_path: Path) -> None:
    """Names of the system may hold what is no text: a surrogate made the document unwritable."""
    office = Office(tmp_path)
    with office.store() as store:
        store.put([another(headline="Satu")])
        store.discard([OTHER], NOW, "ani\x1b[31m\udcff\n")
        (thrown,) = store.discarded()
    assert thrown.who == "ani"
    assert b"\\u001b" not in office.data.read_bytes()
