"""``backup`` and ``restore``: the whole way there and back, and what is told when there is none."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from humas_tui.model import Photo
from humas_tui.store import ReleaseStore
from tests.cli.conftest import HOSTILE, Keep, Run
from tests.conftest import Places
from tests.samples import FOLDER, STEMS, release
from tests.store.offices import PNG, forged

PHOTO = release(STEMS[1]).photos[0].file


@pytest.fixture
def filled(places: Places) -> Places:
    """The sample newsroom."""
    with ReleaseStore(places.data) as store:
        store.put([release(stem) for stem in STEMS])
    shutil.copytree(FOLDER / "photos", places.folder / "photos")
    shutil.copyfile(FOLDER / "logo.png", places.folder / "logo.png")
    shutil.copyfile(FOLDER / "profile.toml", places.config)
    return places


def ids(places: Places) -> set[str]:
    return {one.id for one in ReleaseStore(places.data).all()}


def test_backup_prints_where_it_lies(run: Run, filled: Places) -> None:
    result = run("backup")
    assert (result.code, result.err) == (0, "")
    path = Path(result.out.removesuffix("\n"))
    assert path.parent == filled.folder / "humas.json.backups"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {"humas.json", "config.toml", f"files/{PHOTO}", "settings/logo.png"} < set(archive.namelist())


def test_backup_takes_a_file_or_a_folder(run: Run, filled: Places) -> None:
    assert run("backup", "salinan.zip").out == f"{filled.folder / 'salinan.zip'}\n"
    (filled.folder / "usb").mkdir()
    assert Path(run("backup", "usb").out.strip()).parent == filled.folder / "usb"


def test_backup_replaces_no_file(run: Run, filled: Places) -> None:
    (filled.folder / "salinan.zip").write_text("milik saya")
    result = run("backup", "salinan.zip")
    assert (result.code, result.out) == (5, "")
    assert result.err == (
        f"humas-tui: Refused: {filled.folder / 'salinan.zip'} already exists, and a backup replaces no file\n"
    )
    assert (filled.folder / "salinan.zip").read_text() == "milik saya"


def test_backup_tells_what_is_not_in_it(run: Run, places: Places, keep: Keep) -> None:
    keep(photos=(Photo(file="hilang.jpg"), Photo(file="/etc/hostname"), Photo(file="\x1b[31m")))
    result = run("backup")
    assert result.code == 0
    lines = result.err.splitlines()
    assert "Not in the backup: hilang.jpg: it is missing" in lines
    assert "Not in the backup: /etc/hostname: it lies outside the folder of the data file" in lines
    assert "\x1b" not in result.err
    assert len(lines) == 3


def test_backup_works_while_the_newsroom_is_open(run: Run, filled: Places) -> None:
    with ReleaseStore(filled.data) as writing:
        writing.put([release(STEMS[0])])
        assert run("backup").code == 0


def test_backup_works_with_faulty_settings(run: Run, filled: Places) -> None:
    filled.config.write_text("theme = [")
    assert run("backup").code == 0


def test_backup_where_nothing_can_be_written(run: Run, filled: Places) -> None:
    (filled.folder / "berkas").write_text("")
    result = run("backup", "berkas/a.zip")
    assert (result.code, result.out) == (4, "")
    assert result.err.count("\n") == 1


def test_a_foreign_data_file_is_not_backed_up(run: Run, places: Places) -> None:
    places.data.write_text('{"settings": {"1": {"name": "another"}}}')
    result = run("backup")
    assert (result.code, result.out) == (4, "")
    assert os.listdir(places.folder) == ["humas.json"]


def test_there_and_back(run: Run, filled: Places) -> None:
    before = ids(filled)
    backup = run("backup").out.strip()
    new = run("new", "--title", "Sesudah cadangan").out.strip()
    (filled.folder / PHOTO).unlink()
    filled.config.write_text("# lain\n")
    result = run("restore", backup)
    assert result.code == 0
    assert result.err == (
        f"{len(STEMS)} releases restored.\n"
        "1 release that the backup does not have is in the trash.\n"
        "A backup of what was there before:\n"
    )
    assert ids(filled) == before
    assert (filled.folder / PHOTO).exists()
    assert filled.config.read_bytes() == (FOLDER / "profile.toml").read_bytes()
    assert run("restore", result.out.strip()).code == 0
    assert ids(filled) == before | {new}
    assert filled.config.read_text() == "# lain\n"


def test_restore_on_a_new_computer(run: Run, filled: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = run("backup").out.strip()
    new = filled.folder / "baru"
    monkeypatch.setenv("HUMAS_TUI_DATA", str(new / "data" / "humas.json"))
    monkeypatch.setenv("HUMAS_TUI_CONFIG", str(new / "config" / "config.toml"))
    result = run("restore", backup)
    assert (result.code, result.out) == (0, ""), "nothing was there before"
    assert len(run("list").out.splitlines()) == len(STEMS)
    assert (new / "config" / "logo.png").exists()


def test_restore_takes_a_copied_data_file(run: Run, filled: Places) -> None:
    shutil.copyfile(filled.data, filled.folder / "salinan.json")
    run("new")
    assert run("restore", "salinan.json").code == 0
    assert len(ids(filled)) == len(STEMS)


def test_restore_with_faulty_settings_mends_them(run: Run, filled: Places) -> None:
    backup = run("backup").out.strip()
    filled.config.write_text("theme = [")
    assert run("restore", backup).code == 0
    assert run("config").code == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "There is no file"),
        (b"kata", "it is no backup of humas-tui"),
        (b"PK\3\4 potongan", "it is damaged"),
        (b'{"settings": {"1": {"a": 1}}}', "it belongs to another program"),
    ],
)
def test_what_is_no_backup_is_refused(run: Run, filled: Places, content: bytes | None, reason: str) -> None:
    before = filled.data.read_bytes()
    if content is not None:
        (filled.folder / "a.zip").write_bytes(content)
    result = run("restore", "a.zip")
    assert (result.code, result.out) == (3, "")
    assert reason in result.err
    assert result.err.count("\n") == 1
    assert filled.data.read_bytes() == before
    assert not (filled.folder / "humas.json.backups").exists()


def test_nothing_is_made_where_a_backup_is_refused(run: Run, places: Places, tmp_path: Path) -> None:
    forged(tmp_path / "a.zip", ("../keluar.jpg", PNG))
    assert run("restore", "a.zip").code == 3
    assert os.listdir(places.folder) == ["a.zip"]


def test_restore_while_another_window_writes(run: Run, filled: Places) -> None:
    backup = run("backup").out.strip()
    with ReleaseStore(filled.data) as writing:
        writing.put([release(STEMS[0])])
        result = run("restore", backup)
    assert (result.code, result.out) == (4, "")
    assert "open in another window" in result.err
    assert len(os.listdir(filled.folder / "humas.json.backups")) == 1


def test_what_a_backup_says_reaches_no_terminal_raw(run_on_terminal: Run, places: Places, tmp_path: Path) -> None:
    name = "files/" + HOSTILE.replace("\x1b", "").replace("\x07", "").replace("\r\n", "")[:20]
    forged(tmp_path / "a.zip", (name, PNG))
    result = run_on_terminal("restore", "a.zip")
    assert "\x9b" not in result.err
    assert "\u202e" not in result.err


@pytest.mark.parametrize("words", [["backup", "a", "b"], ["restore"], ["restore", "a", "b"]])
def test_wrong_words(run: Run, places: Places, words: list[str]) -> None:
    assert run(*words).code == 2
    assert os.listdir(places.folder) == []


def test_help_tells_that_the_file_may_be_left_out(run: Run) -> None:
    assert "humas-tui backup" in run("backup", "--help").out
    assert "[FILE]" in run("backup", "--help").out
