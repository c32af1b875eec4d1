"""The sample data: whole, and copied whole for a demo."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from humas_tui import samples
from humas_tui.config import read_settings
from humas_tui.errors import UnwritableError
from humas_tui.model import is_identifier
from humas_tui.samples import load_samples, make_demo, samples_folder
from humas_tui.store import ReleaseStore

pytestmark = pytest.mark.usefixtures("english")


def test_the_samples_are_found_beside_the_package_in_a_checkout() -> None:
    assert (samples_folder() / "profile.toml").is_file()
    assert samples_folder().name == "sample_data"


def test_the_samples_of_an_installed_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "humas_tui" / "sample_data"
    installed.mkdir(parents=True)
    monkeypatch.setattr(samples, "__file__", str(tmp_path / "humas_tui" / "samples.py"))
    assert samples_folder() == installed
    installed.rmdir()
    assert samples_folder() == tmp_path / "sample_data"


def test_every_sample_has_a_name_of_its_own_and_photos_that_are_there() -> None:
    found = load_samples()
    assert len({one.id for one in found}) == len(found) >= 8
    for one in found:
        assert is_identifier(one.id)
        assert one.headline
        assert all((samples_folder() / photo.file).is_file() for photo in one.photos)


def test_a_demo_has_every_release_its_photos_and_its_office(tmp_path: Path) -> None:
    data, config = make_demo(tmp_path)
    assert sorted(ReleaseStore(data).all(), key=lambda one: one.id) == sorted(
        load_samples(), key=lambda one: one.id
    )
    assert Path(read_settings(config).office.logo).is_file()
    for one in load_samples():
        assert all((data.parent / photo.file).is_file() for photo in one.photos)


def test_a_demo_leaves_the_samples_alone(tmp_path: Path) -> None:
    def state() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in samples_folder().rglob("*")}

    before = state()
    data, config = make_demo(tmp_path)
    config.write_text("")
    ReleaseStore(data).put([])
    assert state() == before


def test_a_folder_that_holds_a_demo_already_is_not_written_over(tmp_path: Path) -> None:
    data, _ = make_demo(tmp_path)
    data.write_text("{}")
    with pytest.raises(UnwritableError):
        make_demo(tmp_path)
    assert data.read_text() == "{}"


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(UnwritableError) as caught:
        make_demo(tmp_path)
    assert caught.value.details == {"file": tmp_path, "reason": os.strerror(errno.ENOSPC)}


def test_what_the_demo_exports_stays_in_its_folder(tmp_path: Path) -> None:
    from humas_tui.config import export_folder, read_settings

    _data, config = make_demo(tmp_path)
    assert export_folder(read_settings(config)).parent == tmp_path
