"""Exporting many releases: chosen by the list, written beside the typing, stopped by Escape, told at the end."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from textual.widgets import Checkbox, SelectionList

from humas_tui.deliver import DiskFiles
from humas_tui.tui.screens.export import Export
from humas_tui.tui.screens.export_report import ExportReport
from humas_tui.tui.widgets.progress_line import ProgressLine
from tests.tui.conftest import Desk, Open
from tests.tui.test_handing_over import closed, dialog


class Gate(threading.Semaphore):
    """Lets through as many as it is told to. ``asked`` have come to it so far."""

    asked = 0


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """A file is written only when the test lets one through, and one at a time."""
    monkeypatch.setattr("humas_tui.desk.releasing.AHEAD", 1)
    semaphore = Gate(0)
    write = DiskFiles.write

    def held(files: DiskFiles, folder: Path, name: str, content: bytes, *, force: bool) -> Path:
        semaphore.asked += 1
        assert semaphore.acquire(timeout=60)
        return write(files, folder, name, content, force=force)

    monkeypatch.setattr(DiskFiles, "write", held)
    monkeypatch.setattr("humas_tui.tui.screens.exporting.PACE", 0.0)
    return semaphore


async def choose(desk: Desk, *names: str, listed: bool = True) -> None:
    """Open the dialog, tick these outlets and, by keys, all releases; write."""
    await desk.press("ctrl+e")
    await dialog(desk, Export)
    choices = desk.app.screen.query_one(SelectionList)
    choices.deselect_all()
    for name in names:
        choices.select(name)
    if listed:
        await desk.press("tab", "tab", "space")
        assert desk.app.screen.query_one("#listed", Checkbox).value
    await desk.press("ctrl+s")
    await closed(desk)


def line(desk: Desk) -> str:
    return desk.room.query_one(ProgressLine).told


async def test_every_listed_release_is_written(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        count = len(desk.room.desk.shelf)
        await choose(desk, "txt", "whatsapp")
        await desk.until(lambda: f"{2 * count} files written." in desk.toasts(), "the report")
        assert len(list((tmp_path / "out").iterdir())) == 2 * count
        assert line(desk) == ""


async def test_search_and_filter_decide_what_all_is(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+o")
        await desk.type("layanan")
        found = desk.room.desk.shelf.find("layanan")
        assert 1 <= len(found) < len(desk.room.desk.shelf)
        await desk.until(lambda: len(desk.room.list_pane.releases.listed) == len(found), "the search")
        await desk.until(lambda: desk.shown.id == found[0].id, "the first one found")
        await desk.press("ctrl+e")
        await dialog(desk, Export)
        assert f"after search and filters: {len(found)}" in desk.screen_text()
        await desk.press("escape")
        await closed(desk)
        await choose(desk, "txt")
        await desk.until(lambda: "written." in desk.toasts(), "the report")
        assert len(list((tmp_path / "out").iterdir())) == len(found)


async def test_without_the_tick_it_is_the_release_in_the_editor(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await choose(desk, "txt", listed=False)
        await desk.until(lambda: "1 file in" in desk.toasts(), "the report")
        assert len(list((tmp_path / "out").iterdir())) == 1


async def test_typing_goes_on_and_escape_stops(newsroom: Open, tmp_path: Path, gate: Gate) -> None:
    async with newsroom() as desk:
        total = len(desk.room.desk.shelf)
        await choose(desk, "txt")
        gate.release(2)
        await desk.until(lambda: line(desk).startswith(f"Writing: 2 of {total}"), "the progress")
        assert "Esc stops" in desk.screen_text()
        await desk.press("f3")
        await desk.type("Sambil menulis")
        assert "Sambil menulis" in desk.room.editor.body.text
        await desk.press("ctrl+e")
        await desk.until(lambda: "under way" in desk.toasts(), "one at a time")
        assert desk.app.screen is desk.room
        await desk.press("escape")
        await desk.until(lambda: line(desk) == "Stopping …", "the stop")
        assert desk.room.focused is desk.room.editor.body
        gate.release(total)
        await desk.until(lambda: f"Stopped after 3 of {total} files." in desk.toasts(), "the report")
        assert len(list((tmp_path / "out").iterdir())) == 3
        await desk.saved()
        await desk.press("escape")
        assert desk.room.focused is desk.room.list_pane.releases


async def test_one_that_fails_does_not_stop_the_others_and_the_report_tells_why(
    newsroom: Open, tmp_path: Path
) -> None:
    async with newsroom() as desk:
        shelf = desk.room.desk.shelf
        with_photo = [release for release in shelf.newest() if release.photos]
        (tmp_path / with_photo[0].photos[0].file).unlink()
        missing = [one for one in with_photo if with_photo[0].photos[0].file in {p.file for p in one.photos}]
        await choose(desk, "html", "txt")
        await desk.until(lambda: "written." in desk.toasts(), "the report")
        assert len(list((tmp_path / "out").iterdir())) == 2 * len(shelf) - len(missing)
        assert f"Failed: html {len(missing)}." in desk.toasts()
        assert f"{len(missing)} not" in line(desk)
        await desk.pilot.click(ProgressLine)
        await dialog(desk, ExportReport)
        assert "is missing" in desk.screen_text()
        await desk.press("escape")
        await closed(desk)
        await desk.press("escape")
        assert line(desk) == ""


async def test_quitting_ends_an_export(newsroom: Open, tmp_path: Path, gate: Gate) -> None:
    async with newsroom() as desk:
        await choose(desk, "txt")
        gate.release(1)
        await desk.until(lambda: gate.asked == 2, "the second file at the gate")
        await desk.press("ctrl+q")
        gate.release(1)
    gate.release(9)
    # The program ends when its threads have, and not before.
    await asyncio.get_running_loop().shutdown_default_executor()
    assert len(list((tmp_path / "out").iterdir())) == 2


@pytest.mark.parametrize("theme", ["humas-malam", "humas-siang", "ansi-dark", "ansi-light"])
async def test_what_is_not_ticked_does_not_look_ticked(newsroom: Open, theme: str) -> None:
    """Textual draws an X in every box; where it is not ticked the X has the colour of the box."""
    async with newsroom(size=(80, 24)) as desk:
        desk.app.theme = theme
        await desk.press("ctrl+e")
        await dialog(desk, Export)
        await desk.pilot.pause()
        choices = desk.app.screen.query_one(SelectionList)
        plain = choices.get_component_rich_style("selection-list--button")
        ticked = choices.get_component_rich_style("selection-list--button-selected")
        assert plain.color == plain.bgcolor
        assert ticked.color != ticked.bgcolor
        box = desk.app.screen.query_one("#listed", Checkbox).get_component_rich_style("toggle--button")
        assert box.color == box.bgcolor
