"""Whole copies in the newsroom, by real keys: one made, one restored, one a day by itself."""

from __future__ import annotations

import threading
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Label

from humas_tui.bootstrap import look_after
from humas_tui.config import SettingsFile
from humas_tui.errors import UnwritableError
from humas_tui.model import Photo, Reason
from humas_tui.ports import RestoreReport
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.store.vault import BackupVault
from humas_tui.tui.screens.restore import RestoreChoice, RestoreQuestion
from humas_tui.tui.widgets.masthead import Saving
from tests.store.offices import NOW, another, forged
from tests.tui.conftest import Desk, Open

FOLDER = "humas.json.backups"


async def palette(desk: Desk, words: str) -> None:
    """A command by way of the palette, as somebody types it."""
    await desk.press("ctrl+p")
    await desk.until(lambda: desk.app.screen is not desk.room, "the palette")
    await desk.type(words)
    await desk.until(lambda: words.lower() in desk.screen_text().lower().split("\n", 6)[-1], words)
    await desk.pilot.pause(0.3)
    await desk.press("enter")


async def dialog(desk: Desk, kind: type) -> None:
    await desk.until(lambda: isinstance(desk.app.screen, kind), kind.__name__)
    await desk.pilot.pause()


async def closed(desk: Desk) -> None:
    await desk.until(lambda: desk.app.screen is desk.room, "the newsroom again")
    await desk.pilot.pause()


async def told(desk: Desk, words: str) -> None:
    await desk.until(lambda: words in desk.toasts(), words)


def made(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("humas-*.zip"))


def backed_up(folder: Path, name: str = "humas-2026-11-22-164500.zip") -> Path:
    """The sample newsroom, with a backup of it."""
    data, config = make_demo(folder)
    store = ReleaseStore(data)
    vault = BackupVault(store, SettingsFile(config))
    vault.write(vault.folder / name, NOW)
    return vault.folder / name


def data_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("humas.json").decode()


# -- making one --------------------------------------------------------------------------------------------------


async def test_a_backup_has_the_last_letter_that_was_typed(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await desk.press("f3", "ctrl+end")
        await desk.type("Kata terakhir")
        await palette(desk, "Backup")
        await told(desk, FOLDER)
        (path,) = made(tmp_path)
        assert str(path) in desk.toasts()
        assert "Kata terakhir" in data_of(path)


async def test_photos_that_are_not_in_it_are_named(newsroom: Open, tmp_path: Path) -> None:
    data, _config = make_demo(tmp_path)
    with ReleaseStore(data) as store:
        store.put([another(photos=tuple(Photo(file=f"photos/hilang[/]-{number}.jpg") for number in range(9)))])
    async with newsroom() as desk:
        await palette(desk, "Backup")
        await told(desk, "photos/hilang[/]-0.jpg: it is missing")
        assert "hilang[/]-4.jpg" in desk.toasts()
        assert "hilang[/]-5.jpg" not in desk.toasts()


async def test_one_that_cannot_be_made_is_told(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        (tmp_path / FOLDER).write_text("in the way")
        await palette(desk, "Backup")
        await told(desk, "cannot be written")


async def test_a_window_that_only_reads_makes_one_too(newsroom: Open, tmp_path: Path) -> None:
    data, _config = make_demo(tmp_path)
    with ReleaseStore(data) as writing:
        writing.put([another(headline="Dari jendela lain")])
        async with newsroom() as desk:
            assert desk.room.masthead.state is Saving.READING
            await palette(desk, "Backup")
            await told(desk, FOLDER)
            assert "Dari jendela lain" in data_of(made(tmp_path)[0])


# -- restoring one -----------------------------------------------------------------------------------------------


async def test_restored_from_the_list(newsroom: Open, tmp_path: Path) -> None:
    backed_up(tmp_path)
    async with newsroom() as desk:
        before = {one.id: one for one in desk.room.desk.shelf.newest()}
        shown = desk.shown
        await desk.press("f3", "ctrl+end")
        await desk.type("Ditulis sesudah cadangan")
        await palette(desk, "Restore")
        await dialog(desk, RestoreChoice)
        assert "humas-2026-11-22-164500.zip" in desk.screen_text()
        assert "by hand" in desk.screen_text()
        await desk.press("enter")
        await dialog(desk, RestoreQuestion)
        await desk.until(lambda: "8 releases" in desk.screen_text(), "what it says of itself")
        await desk.press("down", "enter")
        await closed(desk)
        await told(desk, "8 releases restored.\nWhat 1 release said before is among its versions.")
        assert "before-restore.zip" in desk.toasts()
        assert {one.id: one for one in desk.room.desk.shelf.newest()} == before
        assert desk.shown == shown
        assert desk.room.editor.body.text == shown.body
        (version,) = desk.room.desk.history.versions(shown.id)
        assert version.reason is Reason.CADANGAN
        assert desk.room.desk.history.at(version).body.count("Ditulis sesudah cadangan") == 1
        await desk.type("Lanjut")
        await desk.saved()
        assert "Lanjut" in desk.stored().body


async def test_a_release_that_was_begun_since_is_in_the_trash(newsroom: Open, tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    new = another(headline="Dimulai sesudah cadangan")
    with ReleaseStore(tmp_path / "humas.json") as store:
        store.put([new])
    async with newsroom() as desk:
        await desk.until(lambda: desk.shown.id == new.id, "the new release")
        await restore(desk, path)
        await told(desk, "is in the trash")
        assert desk.room.desk.shelf.get(new.id) is None
        await desk.until(lambda: desk.room.shown and desk.shown.id != new.id, "another one in the editor")
        (thrown,) = desk.room.desk.trash.discarded()
        assert thrown.release == new


async def restore(desk: Desk, path: Path) -> None:
    """By way of the path, which is typed."""
    desk.room.action_command("restore")
    await dialog(desk, RestoreChoice)
    line = desk.app.screen.query_one("#path")
    while desk.app.focused is not line:
        await desk.press("shift+tab")
    await desk.type(str(path))
    await desk.press("enter")
    await dialog(desk, RestoreQuestion)
    await desk.press("down", "enter")
    await closed(desk)


async def test_enter_alone_and_escape_leave_everything_as_it_is(newsroom: Open, tmp_path: Path) -> None:
    backed_up(tmp_path)
    async with newsroom() as desk:
        for keys in (["enter"], ["escape"]):
            desk.room.action_command("restore")
            await dialog(desk, RestoreChoice)
            await desk.press("enter")
            await dialog(desk, RestoreQuestion)
            await desk.press(*keys)
            await closed(desk)
        desk.room.action_command("restore")
        await dialog(desk, RestoreChoice)
        await desk.press("escape")
        await closed(desk)
        assert len(made(tmp_path)) == 1, "no backup was made of what would have been replaced"


async def test_what_is_no_backup_is_told_and_nothing_happens(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        before = {one.id: one for one in desk.room.desk.shelf.newest()}
        path = tmp_path / "buruk.zip"
        path.write_bytes(b"PK\3\4 bukan cadangan")
        await restore(desk, path)
        await told(desk, "it is damaged")
        assert {one.id: one for one in desk.room.desk.shelf.newest()} == before
        await desk.press("f3", "ctrl+end")
        await desk.type("Terus menulis")
        await desk.saved()
        assert "Terus menulis" in desk.stored().body


async def test_a_hostile_backup_shows_as_text(newsroom: Open, tmp_path: Path) -> None:
    path = forged(tmp_path / "[bold]\u202ea.zip", data=None)
    async with newsroom() as desk:
        desk.room.action_command("restore")
        await dialog(desk, RestoreChoice)
        desk.app.screen.dismiss(path)
        await dialog(desk, RestoreQuestion)
        await desk.pilot.pause()
        assert str(desk.app.screen.query(Label).first().render()).endswith("/[bold]a.zip")
        await desk.press("down", "enter")
        await closed(desk)
        await told(desk, "1 release restored.")
        await desk.until(lambda: desk.room.shown == another().id, "the forged release")


async def test_it_cannot_be_left_half_way(newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = backed_up(tmp_path)
    begun, go_on = threading.Event(), threading.Event()
    real = BackupVault.restore

    def slowly(vault: BackupVault, *args: Any) -> RestoreReport:
        begun.set()
        assert go_on.wait(30)
        return real(vault, *args)

    monkeypatch.setattr(BackupVault, "restore", slowly)
    async with newsroom() as desk:
        desk.room.action_command("restore")
        await dialog(desk, RestoreChoice)
        await desk.press("enter")
        await dialog(desk, RestoreQuestion)
        await desk.press("down", "enter")
        await desk.until(begun.is_set, "the beginning")
        await desk.press("escape", "enter", "x")
        assert isinstance(desk.app.screen, RestoreQuestion)
        assert "Restoring …" in desk.screen_text()
        go_on.set()
        await closed(desk)
        await told(desk, "8 releases restored.")
    assert path.exists()


async def test_whose_newsroom_it_is_shows_at_once(newsroom: Open, tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    (tmp_path / "config.toml").write_text('[office]\ninstitution = "LAIN"\n')
    async with newsroom() as desk:
        assert "LAIN" in desk.screen_text()
        await restore(desk, path)
        await told(desk, "8 releases restored.")
        assert "PEMERINTAH KOTA SUKAMAJU" in desk.screen_text().splitlines()[0]
        assert desk.room.desk.drafting.office.city == "Kota Sukamaju"


async def test_a_window_that_only_reads_restores_nothing(newsroom: Open, tmp_path: Path) -> None:
    backed_up(tmp_path)
    with ReleaseStore(tmp_path / "humas.json") as writing:
        writing.put([another()])
        async with newsroom() as desk:
            desk.room.action_command("restore")
            await told(desk, "Read only")
            assert desk.app.screen is desk.room


async def test_without_any_backup_a_path_is_asked_for(newsroom: Open) -> None:
    async with newsroom() as desk:
        desk.room.action_command("restore")
        await dialog(desk, RestoreChoice)
        assert desk.app.focused is desk.app.screen.query_one("#path")
        await desk.press("enter", "escape")
        await closed(desk)


# -- one a day ---------------------------------------------------------------------------------------------------


async def test_one_a_day_is_made_by_itself(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("humas_tui.tui.screens.minding.REPOSE", 0.05)
    monkeypatch.setattr("humas_tui.tui.screens.minding.TIDY", 0.05)
    async with newsroom() as desk:
        await desk.until(lambda: len(made(tmp_path)) == 1, "the backup of the day")
        await desk.press("f3", "ctrl+end")
        await desk.type("Lembur")
        await desk.saved()
        clock = desk.room.desk.backups.clock
        today = clock.now()
        assert [path.name for path in made(tmp_path)] == [f"humas-{today.date()}.auto.zip"]
        monkeypatch.setattr(type(clock), "now", lambda clock: today + timedelta(days=1))
        await desk.until(lambda: len(made(tmp_path)) == 2, "that of the next day: the newsroom was left open")
        assert desk.toasts() == ""


async def test_one_that_fails_is_told_in_a_sentence(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **options: Any) -> None:
        raise UnwritableError(file="humas.zip", reason="No space left on device")

    monkeypatch.setattr("humas_tui.tui.screens.minding.REPOSE", 0.05)
    monkeypatch.setattr(BackupVault, "write", fail)
    async with newsroom() as desk:
        await told(desk, "The backup of the day could not be made: humas.zip cannot be written: No space left")
        await desk.press("f3", "ctrl+end")
        await desk.type("Terus menulis")
        await desk.saved()


async def test_typing_goes_on_while_it_is_made(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is stopped half way: every key is taken, shown, saved and synced meanwhile."""
    begun, go_on = threading.Event(), threading.Event()

    async with newsroom() as desk:

        def slowly() -> bool:
            begun.set()
            assert go_on.wait(30)
            return False

        thread = threading.Thread(target=look_after, args=(desk.room.desk, desk.app.data, slowly))
        thread.start()
        try:
            await desk.until(begun.is_set, "the beginning")
            await desk.press("f3", "ctrl+end")
            await desk.type("Sambil mencadangkan")
            await desk.saved()
            assert "Sambil mencadangkan" in desk.stored().body
        finally:
            go_on.set()
            thread.join()
        (path,) = made(tmp_path)
        assert "Sambil mencadangkan" not in data_of(path), "it is as of its beginning"


async def test_long_work_waits_while_somebody_types(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with newsroom() as desk:
        naps = 0

        def nap(seconds: float) -> None:
            nonlocal naps
            naps += 1
            if naps == 3:
                desk.room._written_at -= 60

        monkeypatch.setattr("humas_tui.tui.screens.minding.sleep", nap)
        worker = desk.room.run_worker(lambda: None, thread=True)
        await worker.wait()
        desk.room.written()
        assert not desk.room._hold_on(worker)
        assert naps == 3
        desk.room.written()
        worker._cancelled = True
        assert desk.room._hold_on(worker), "the program ends: it waits for nothing"
        assert naps == 3
