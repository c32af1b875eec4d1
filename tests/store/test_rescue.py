"""The last resort: a release that cannot be saved lies somewhere, and can be brought in again."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from humas_tui import importers
from humas_tui.importers.importer import Draft
from humas_tui.model import Release
from humas_tui.store import ReleaseStore
from humas_tui.store.rescue import rescue
from humas_tui.text.front_matter import split
from tests.samples import STEMS, blank, release
from tests.strategies import RELEASES

#: What an importer looks for; it gives number, status, times and identifier anew.
FIELDS = tuple(Draft.__dataclass_fields__)


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A folder that nobody can write to, the superuser neither: its parent is a file."""
    (tmp_path / "berkas").write_text("")
    return tmp_path / "berkas" / "folder"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "rumah"
    found.mkdir()
    monkeypatch.setattr(Path, "home", lambda: found)
    return found


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "sementara"
    found.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(found))
    return found


def fields(one: Release | Draft) -> dict[str, Any]:
    return {name: getattr(one, name) for name in FIELDS}


def test_beside_the_data_file_where_that_can_be(tmp_path: Path, home: Path, temporary: Path) -> None:
    one = blank(headline="Jangan hilang", body="Isi.\n")
    path = ReleaseStore(tmp_path / "humas.json").rescue(one)
    assert path == tmp_path / f"humas-penyelamatan-{one.id}.md"
    assert "Jangan hilang" in path.read_text(encoding="utf-8")
    assert os.listdir(home) == os.listdir(temporary) == []


def test_else_at_home(blocked: Path, home: Path, temporary: Path) -> None:
    one = blank(body="Isi.\n")
    assert rescue(one, blocked) == home / f"humas-penyelamatan-{one.id}.md"
    assert os.listdir(temporary) == []


def test_else_where_temporary_files_go(
    blocked: Path, home: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: blocked)
    one = blank(body="Isi.\n")
    assert rescue(one, blocked) == temporary / f"humas-penyelamatan-{one.id}.md"


def test_nowhere_is_told(blocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: blocked)
    monkeypatch.setattr(tempfile, "tempdir", str(blocked))
    assert rescue(blank(body="Isi.\n"), blocked) is None


def test_a_user_without_a_home_is_no_obstacle(
    blocked: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    one = blank(body="Isi.\n")
    assert rescue(one, blocked) == temporary / f"humas-penyelamatan-{one.id}.md"


def test_no_folder_for_temporary_files_is_told(blocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(Path, "home", lambda: blocked)
    monkeypatch.setattr(tempfile, "gettempdir", none)
    assert rescue(blank(body="Isi.\n"), blocked) is None


def test_a_second_rescue_takes_the_place_of_the_first(tmp_path: Path) -> None:
    one = blank(body="Satu.\n")
    rescue(one, tmp_path)
    path = rescue(one.revised(one.updated, body="Dua.\n"), tmp_path)
    assert path is not None
    assert os.listdir(tmp_path) == [path.name]
    assert path.read_text().endswith("Dua.\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other modes")
def test_what_is_rescued_is_its_owners_alone(tmp_path: Path) -> None:
    path = rescue(blank(body="Isi.\n"), tmp_path)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("stem", STEMS)
def test_a_rescued_sample_is_brought_in_again_whole(stem: str, tmp_path: Path) -> None:
    one = release(stem)
    path = rescue(one, tmp_path)
    assert path is not None
    draft = importers.read(path.name, path.read_bytes())
    expected = fields(one) | {"body": one.body.removesuffix("\n"), "tags": draft.tags}
    assert fields(draft) == expected
    assert set(one.tags) <= set(draft.tags), "what the importer has no field for stands behind the tags"


@given(RELEASES)
def test_every_field_of_a_rescued_release_stands_in_the_file(one: Release) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = rescue(one, Path(folder))
        assert path is not None
        found, body = split(path.read_text(encoding="utf-8"))
    assert body.rstrip("\n") == one.body.lstrip("\n").rstrip("\n")
    assert found["headline"] == one.headline if one.headline else "headline" not in found
    assert found["id"] == one.id
    written = {own["outlet"]: own["text"] for own in found.get("texts", ())}
    assert written == {own.outlet: own.text for own in one.texts}
    assert found.get("embargo") == (one.embargo and one.embargo.isoformat().replace("+00:00", "Z"))
