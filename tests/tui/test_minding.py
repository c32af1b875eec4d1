"""Minding the data file: the banner of a window that only reads, taking over, what is told of the file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from humas_tui import i18n
from humas_tui.errors import UnwritableError
from humas_tui.model import Reason, Release
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.store import releases as store_module
from humas_tui.tui import open_newsroom
from humas_tui.tui.app import HumasApp
from humas_tui.tui.screens import minding
from humas_tui.tui.screens.history import HistoryScreen
from humas_tui.tui.screens.trash import TrashScreen
from humas_tui.tui.widgets.banner import Banner
from humas_tui.tui.widgets.masthead import Saving
from tests.store.holder import Holder
from tests.tui.conftest import Desk, Open

SIZES = [(60, 20), (80, 24), (120, 36), (160, 45)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_demo(tmp_path)[0]


@pytest.fixture
def other(data: Path) -> Iterator[Holder]:
    """Another program that has the data file open."""
    holder = Holder(data)
    yield holder
    holder.close()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody wants to wait for what happens every few seconds."""
    monkeypatch.setattr(minding, "LOOK", 0.05)
    monkeypatch.setattr(minding, "REPOSE", 0.05)


def banner(desk: Desk) -> Banner:
    return desk.room.query_one(Banner)


def second_line(desk: Desk) -> str:
    return desk.screen_text().splitlines()[1].strip()


async def freed(desk: Desk) -> None:
    await desk.until(lambda: "The other window was closed" in banner(desk).told, "the banner to say so")
    await desk.pilot.pause()


# -- while another window writes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_second_window_says_who_writes(newsroom: Open, other: Holder, size: tuple[int, int]) -> None:
    async with newsroom(size=size) as desk:
        assert desk.room.masthead.state is Saving.READING
        assert banner(desk).display
        line = second_line(desk)
        assert line.startswith("Read only: ")
        assert f"PID {other.process.pid}" in banner(desk).told
        if size[0] >= 80:
            assert f"PID {other.process.pid}, " in line
            assert not line.endswith("…"), "the sentence that fits"
        assert "reading only" in desk.screen_text()


@pytest.mark.parametrize("language", ["en", "id"])
async def test_the_banner_fits_a_usual_terminal(newsroom: Open, other: Holder, language: str) -> None:
    async with newsroom(size=(80, 24)) as desk:
        i18n.use(language)
        desk.room.show_rights()
        await desk.pilot.pause()
        assert not second_line(desk).endswith("…")
        other.end()
        told = banner(desk).told
        await desk.until(lambda: banner(desk).told != told, "the other sentence")
        await desk.pilot.pause()
        assert not second_line(desk).endswith("…")
        assert "^S" in second_line(desk)


async def test_nothing_can_be_typed(newsroom: Open, other: Holder) -> None:
    async with newsroom() as desk:
        before = desk.shown
        await desk.press("f3", "ctrl+home")
        assert desk.room.focused is desk.room.editor.body
        await desk.type("Abc\n")
        await desk.press("backspace", "delete", "ctrl+k", "ctrl+z", "ctrl+x", "ctrl+v")
        await desk.pilot.pause(0.3)
        assert desk.room.editor.body.text == before.body
        assert desk.shown is before
        assert desk.room.masthead.state is Saving.READING
        assert f"PID {other.process.pid}" in desk.toasts(), "typing that goes nowhere is told"
        assert desk.toasts().count("Read only") == 1, "and not for every key"


async def test_fields_cannot_be_changed_but_the_text_can_be_read_and_copied(newsroom: Open, other: Holder) -> None:
    async with newsroom(size=(160, 45)) as desk:
        await desk.until(lambda: desk.room.query("#field-place"), "the fields")
        await desk.pilot.pause()
        assert all(field.disabled for field in desk.room.query("FieldInput, #fields Select"))
        await desk.press("f3", "ctrl+home", "shift+down", "shift+down")
        assert desk.room.editor.body.selected_text
        await desk.press("ctrl+f")
        await desk.until(lambda: desk.room.query("#find-bar"), "the line to find with")
        assert desk.room.query_one("#replacement").disabled


@pytest.mark.parametrize("keys", [("f2", "delete"), ("ctrl+n",), ("f12",), ("f2", "ctrl+z")])
async def test_nothing_is_deleted_begun_or_brought_in(
    newsroom: Open, other: Holder, keys: tuple[str, ...]
) -> None:
    async with newsroom() as desk:
        count, shown = len(desk.room.desk.shelf), desk.shown
        await desk.press(*keys)
        await desk.pilot.pause(0.1)
        assert "Read only" in desk.toasts()
        assert desk.app.screen is desk.room
        assert (len(desk.room.desk.shelf), desk.shown) == (count, shown)
        assert len(ReleaseStore(desk.app.data).all()) == count


async def test_nothing_is_brought_back_from_history_or_trash(newsroom: Open, data: Path) -> None:
    with ReleaseStore(data) as store:
        now = store.all()[0].updated
        newest = max(store.all(), key=lambda one: one.id)
        store.keep_version(newest, now, Reason.SIMPAN, "ani")
        store.put([replace(newest, headline="Lain")])
        thrown = min(store.all(), key=lambda one: one.id)
        store.discard([thrown.id], now, "ani")
    other = Holder(data)
    try:
        async with newsroom() as desk:
            await desk.press("f2", "ctrl+r")
            await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen), "the history")
            await desk.pilot.pause(0.2)
            await desk.press("p")
            assert "This window only reads" in desk.toasts()
            await desk.press("escape")
            desk.room.action_command("trash")
            await desk.until(lambda: isinstance(desk.app.screen, TrashScreen), "the trash")
            await desk.pilot.pause(0.2)
            await desk.press("enter", "escape")
            await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
            assert desk.stored(newest.id).headline == "Lain"
            assert desk.room.desk.shelf.get(thrown.id) is None
    finally:
        other.close()


async def test_asking_to_write_too_early_says_who_writes(newsroom: Open, other: Holder) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+s")
        await desk.until(lambda: f"PID {other.process.pid}" in desk.toasts(), "who writes")
        assert desk.room.masthead.state is Saving.READING
        assert banner(desk).display


# -- when that one ends ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["key", "click"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_it_is_taken_over_when_the_other_ends(
    newsroom: Open, other: Holder, how: str, size: tuple[int, int]
) -> None:
    async with newsroom(size=size) as desk:
        identifier, before = desk.shown.id, desk.shown.body
        other.end()
        await freed(desk)
        assert desk.room.masthead.state is Saving.READING, "not by itself: the officer may want that"
        if how == "key":
            await desk.press("ctrl+s")
        else:
            await desk.pilot.click(Banner, offset=(10, 0))
        await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "to write")
        await desk.pilot.pause()
        assert not banner(desk).display
        assert "This window writes now." in desk.toasts()
        await desk.press("f3", "ctrl+home")
        await desk.type("Baru ")
        await desk.saved()
        assert desk.stored(identifier).body == "Baru " + before
        assert not [field for field in desk.room.query("FieldInput") if field.disabled]


async def test_it_is_taken_over_when_the_other_was_killed(newsroom: Open, other: Holder) -> None:
    async with newsroom() as desk:
        other.kill()
        await freed(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "to write")


async def test_what_the_other_wrote_last_is_shown_when_it_is_taken_over(newsroom: Open, data: Path) -> None:
    with ReleaseStore(data) as writer:
        writer.claim()
        async with newsroom() as desk:
            shown = desk.shown
            assert desk.room.desk.refused is not None
            writer.put([replace(shown, body="Dari jendela lain", revision=shown.revision + 1)])
            writer.close()
            await freed(desk)
            await desk.press("ctrl+s")
            await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "to write")
            assert desk.shown.body == desk.room.editor.body.text == "Dari jendela lain"


async def test_a_third_window_that_was_quicker_is_told(newsroom: Open, other: Holder, data: Path) -> None:
    async with newsroom() as desk:
        other.end()
        await freed(desk)
        third = Holder(data)
        try:
            await desk.press("ctrl+s")
            await desk.until(lambda: f"PID {third.process.pid}" in banner(desk).told, "who writes now")
            third.end()
            await freed(desk)
            await desk.press("ctrl+s")
            await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "to write")
        finally:
            third.close()


async def test_the_banner_names_the_key_that_is_set(newsroom: Open, other: Holder, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[keys]\nkeep = "f7"\n')
    async with newsroom() as desk:
        other.end()
        await freed(desk)
        assert "Press F7" in second_line(desk)
        await desk.press("f7")
        await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "to write")


async def test_a_disk_that_may_only_be_read_is_told_and_tried_again(
    newsroom: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ReleaseStore.claim

    def refuse(self: ReleaseStore, wait: float = 0.0) -> None:
        raise UnwritableError(file=data, reason="Read-only file system")

    monkeypatch.setattr(store_module.ReleaseStore, "claim", refuse)
    async with newsroom(size=(80, 24)) as desk:
        assert second_line(desk) == "Read only: Read-only file system. ^S tries again."
        await desk.press("ctrl+s")
        await desk.until(lambda: "Read-only file system" in desk.toasts(), "why")
        monkeypatch.setattr(store_module.ReleaseStore, "claim", real)
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "to write")
        assert not banner(desk).display


# -- what is told of the data file -------------------------------------------------------------------------------


async def test_damage_is_told_once_when_it_opens(newsroom: Open, data: Path) -> None:
    spoiled = data.read_bytes().replace(b"Banjir", b"Bxnjir", 1)
    data.write_bytes(spoiled)
    async with newsroom() as desk:
        assert "humas.json was damaged. It was made anew" in desk.toasts()
        assert "humas.json.damaged-1" in desk.toasts()
        told = desk.toasts()
        await desk.press("f3", "ctrl+home")
        await desk.type("Baru ")
        await desk.saved()
        assert desk.toasts() == told
    async with newsroom() as desk:
        assert desk.toasts() == ""


async def test_a_folder_that_is_synchronised_is_told_once(newsroom: Open, tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    data, config = make_demo(folder)
    app = HumasApp(data, config)
    async with app.run_test(size=(120, 36)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: "by Nextcloud" in desk.toasts(), "the warning")
        desk.room._look_after()
        await desk.pilot.pause(0.3)
        assert desk.toasts().count("by Nextcloud") == 1
    assert app.close_desk() == ""


def from_elsewhere(data: Path, change: Release) -> None:
    """The same file, changed on another computer, comes in."""
    there = data.parent / "sana"
    there.mkdir()
    shutil.copyfile(data, there / data.name)
    with ReleaseStore(there / data.name) as store:
        store.put([change])
    (there / data.name).replace(data)


async def test_a_file_that_comes_in_from_elsewhere_is_told_and_both_are_kept(
    newsroom: Open, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(minding, "TIDY", 0.05)
    async with newsroom() as desk:
        shown = desk.shown
        await desk.press("f3", "ctrl+home")
        await desk.type("Sini ")
        await desk.saved()
        from_elsewhere(data, replace(shown, body="Sana", revision=9))
        await desk.until(lambda: "while it is open here" in desk.toasts(), "the news")
        await desk.type("lagi ")
        await desk.saved()
        await desk.pilot.pause(0.3)
        assert desk.toasts().count("while it is open here") == 1
        app = desk.app
    assert ReleaseStore(data).get(shown.id) == replace(
        shown, body="Sini lagi " + shown.body, **stamps(data, shown.id)
    )
    kept = ReleaseStore(data.with_name("humas.json.conflict-1")).get(shown.id)
    assert kept is not None
    assert kept.body == "Sana"
    assert any("humas.json.conflict-1" in sentence for sentence in app.parting)


def stamps(data: Path, identifier: str) -> dict[str, object]:
    """What a save changes besides the text."""
    found = ReleaseStore(data).get(identifier)
    assert found is not None
    return {"updated": found.updated, "revision": found.revision}


def test_what_was_found_at_the_end_is_told_behind_the_screen(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(self: HumasApp) -> int:
        self.parting = ["Versi yang lain disimpan."]
        return 0

    monkeypatch.setattr(HumasApp, "run", run)
    assert open_newsroom(data, data.with_name("config.toml"), "id") == 0
    assert capsys.readouterr().err == "Versi yang lain disimpan.\n"
