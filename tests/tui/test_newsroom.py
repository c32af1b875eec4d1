"""The panes, the list, the search, the filters: real keys on the sample releases."""

from __future__ import annotations

import pytest
from textual.widgets import Select, TextArea

from humas_tui.model import Category, Status
from humas_tui.tui.commands import COMMANDS, bindings
from tests.tui.conftest import Open

#: INTERFACE gives ctrl+e to export; f6, which would mark a line, opens photos; f7, which selects all as ctrl+a
#: does, lists the findings; the others reach the text first.
ON_PURPOSE = {"ctrl+e", "f6", "f7", "delete", "ctrl+z"}


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((120, 36), {"list-pane", "editor", "preview-pane"}),
        ((100, 30), {"list-pane", "editor", "preview-pane"}),
        ((99, 30), {"list-pane", "editor"}),
        ((80, 24), {"list-pane", "editor"}),
        ((69, 24), {"list-pane"}),
    ],
)
async def test_as_many_panes_as_there_is_room_for(newsroom: Open, size: tuple[int, int], shown: set[str]) -> None:
    async with newsroom(size=size) as desk:
        assert {pane.id for pane in desk.room.query(".pane") if pane.display} == shown


@pytest.mark.parametrize(
    ("key", "pane"), [("f2", "list-pane"), ("f3", "editor"), ("f4", "preview-pane"), ("ctrl+o", "list-pane")]
)
async def test_one_pane_at_a_time_with_its_key(newsroom: Open, key: str, pane: str) -> None:
    async with newsroom(size=(60, 24)) as desk:
        await desk.press("f3", "f4", "f3", key)
        assert [shown.id for shown in desk.room.query(".pane") if shown.display] == [pane]


async def test_two_panes_show_the_preview_when_it_is_in_use(newsroom: Open) -> None:
    async with newsroom(size=(80, 24)) as desk:
        await desk.press("f4")
        assert {pane.id for pane in desk.room.query(".pane") if pane.display} == {"editor", "preview-pane"}


async def test_the_newest_release_is_open_at_once(newsroom: Open) -> None:
    async with newsroom() as desk:
        newest = max(release.id for release in desk.room.desk.shelf.newest())
        assert desk.shown.id == newest
        assert desk.room.editor.body.text == desk.shown.body
        text = desk.screen_text()
        assert "Delapan Puskesmas" in text
        assert "1 Dec" in text
        assert "embargo" in text


async def test_down_shows_the_next_release_and_enter_goes_to_its_body(newsroom: Open) -> None:
    async with newsroom() as desk:
        second = desk.room.desk.shelf.newest()[1]
        await desk.press("down")
        await desk.until(lambda: desk.shown.id == second.id, "the second release")
        await desk.press("enter")
        assert desk.room.focused is desk.room.editor.body


async def test_search_finds_in_bodies_while_typing_and_shows_the_words_around(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+o")
        await desk.type("kelurahan")
        releases = desk.room.list_pane.releases
        found = desk.room.desk.shelf.find("kelurahan")
        assert 0 < len(found) < len(desk.room.desk.shelf)
        assert list(releases._releases) == list(found)
        assert "kelurahan" in desk.screen_text().lower()
        await desk.press("escape")
        assert len(releases._releases) == len(desk.room.desk.shelf)


async def test_typing_in_the_list_searches_at_once(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.type("bus")
        assert desk.room.list_pane.search.value == "bus"
        assert len(desk.room.list_pane.releases._releases) < len(desk.room.desk.shelf)


async def test_arrows_in_the_search_move_the_list(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+o", "down", "down")
        assert desk.room.list_pane.releases.cursor == 2


async def test_filters_by_status_and_category(newsroom: Open) -> None:
    async with newsroom() as desk:
        releases = desk.room.list_pane.releases
        desk.room.query_one("#status", Select).value = Status.TERBIT
        await desk.pilot.pause()
        assert {release.status for release in releases._releases} == {Status.TERBIT}
        desk.room.query_one("#category", Select).value = Category.KRISIS
        await desk.pilot.pause()
        assert {(release.status, release.category) for release in releases._releases} == {
            (Status.TERBIT, Category.KRISIS)
        }


async def test_nothing_found_says_so(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+o")
        await desk.type("zzzz")
        assert "Nothing found." in desk.screen_text()


async def test_an_empty_newsroom_tells_how_to_begin(newsroom: Open) -> None:
    async with newsroom(empty=True) as desk:
        assert "Nothing here yet." in desk.screen_text()
        assert desk.room.editor.disabled


async def test_escape_leads_from_the_editor_to_the_list(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("f3", "escape")
        assert desk.room.focused is desk.room.list_pane.releases


async def test_help_tells_of_the_pane_in_use(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("f3", "f1")
        assert "The body is Markdown" in desk.screen_text()
        await desk.press("escape")
        assert "The body is Markdown" not in desk.screen_text()


async def test_every_command_is_in_the_palette(newsroom: Open) -> None:
    async with newsroom() as desk:
        offered = {command.title: command.help for command in desk.app.get_system_commands(desk.room)}
        assert {command.title for command in COMMANDS} <= offered.keys()
        assert offered["New"].endswith("· ^N")


async def test_a_key_can_be_changed_in_the_settings(newsroom: Open, tmp_path: object) -> None:
    async with newsroom() as desk:
        desk.app.config.write_text('[keys]\nnew = "f9"\n')
    async with newsroom() as desk:
        await desk.press("f9")
        assert "New release" in desk.screen_text()


async def test_the_key_bar_is_reached_by_mouse(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.pilot.click("KeyBar", offset=(3, 0))
        await desk.pilot.pause()
        assert "The release list." in desk.screen_text()


def test_no_command_takes_a_key_of_the_text_by_accident() -> None:
    taken = {key for binding in TextArea.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    ours = {binding.key for binding in bindings()}  # type: ignore[union-attr]
    assert taken & ours == ON_PURPOSE


def test_every_command_has_a_name_of_its_own_and_a_method() -> None:
    from humas_tui.tui.screens.newsroom import Newsroom

    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert hasattr(Newsroom, f"action_{command.action.split('(')[0]}")
