"""Find and replace in the body."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from humas_tui.tui.widgets.find_bar import FindBar
from tests.tui.conftest import Desk, Open


async def opened(desk: Desk, text: str) -> None:
    """The body holds ``text`` and the line is open."""
    desk.room.editor.body.text = text
    await desk.press("f3", "ctrl+f")
    await desk.until(lambda: desk.room.query(FindBar), "the line")
    await desk.pilot.pause()


async def test_typing_selects_the_hit_and_enter_the_next(newsroom: Open) -> None:
    async with newsroom() as desk:
        await opened(desk, "Air bersih.\nair minum, AIR hujan.")
        await desk.type("air")
        body = desk.room.editor.body
        assert (body.selected_text, body.selection.start) == ("Air", (0, 0))
        await desk.press("enter")
        assert (body.selected_text, body.selection.start) == ("air", (1, 0))
        await desk.press("down", "down")
        assert body.selection.start == (0, 0)
        await desk.press("up")
        assert body.selected_text == "AIR"
        assert "3/3" in desk.screen_text()
        await desk.press("escape")
        assert not desk.room.query(FindBar)
        assert desk.room.focused is body


async def test_enter_in_the_second_line_replaces_and_goes_on(newsroom: Open) -> None:
    async with newsroom() as desk:
        await opened(desk, "satu dua satu dua")
        await desk.type("satu")
        await desk.press("tab")
        await desk.type("tiga")
        await desk.press("enter")
        body = desk.room.editor.body
        assert body.text == "tiga dua satu dua"
        assert body.selected_text == "satu"
        await desk.saved()
        assert desk.stored().body == "tiga dua satu dua"


@pytest.mark.parametrize(("find", "put"), [("a.c", r"\1"), ("(", ""), ("[", "x"), ("tidak ada", "y")])
async def test_all_are_replaced_as_they_are_typed_and_undone_in_one_step(
    newsroom: Open, find: str, put: str
) -> None:
    text = "a.c abc (x) [y] a.c\nA.C ("
    async with newsroom() as desk:
        await opened(desk, text)
        desk.room.query_one("#find", Input).value = find
        desk.room.query_one("#replacement", Input).value = put
        await desk.press("ctrl+a")
        body = desk.room.editor.body
        assert body.text == text.replace(find, put).replace(find.upper(), put)
        if body.text != text:
            body.undo()
        assert body.text == text
