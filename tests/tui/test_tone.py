"""The tone marks in the editor: switched by key and mouse, with what the text suggests beside them."""

from __future__ import annotations

from textual.widgets import Checkbox, Input, Static

from humas_tui.language.tone import Sign, Trait
from humas_tui.model import Tone
from humas_tui.tui.widgets.tone_line import ToneLine, told_of
from tests.tui.conftest import Desk, Open


def told(desk: Desk) -> str:
    return str(desk.room.query_one("#tone-told", Static).render())


async def read(desk: Desk) -> None:
    """Until what is told is of the text as it is now."""

    def done() -> bool:
        desk.room.gather()
        return desk.room.editor.checked is desk.room.editor.release

    await desk.until(done, "the check")
    await desk.pilot.pause()


async def test_marks_are_switched_by_keys_and_mouse_and_kept(newsroom: Open) -> None:
    async with newsroom(size=(160, 48)) as desk:
        await desk.press("f3")
        await desk.until(lambda: desk.room.query(ToneLine), "the fields")
        before = desk.room.desk.drafting.revise(desk.shown.id, tone=("hangat",))  # by a newer version
        desk.room.show_anew()
        desk.room.query_one("#field-benefit").focus()
        await desk.press("tab", "space")
        await desk.saved()
        assert desk.stored().tone == ("humanis", "hangat")
        await desk.pilot.click("#tone-positif")
        await desk.saved()
        assert desk.stored().tone == ("humanis", "positif", "hangat")
        await desk.press("tab", "shift+tab", "enter", "shift+tab", "space")
        await desk.saved()
        assert desk.stored().tone == ("hangat",)
        assert desk.stored().body == before.body


async def test_what_the_text_holds_is_suggested_once_it_was_read(newsroom: Open) -> None:
    async with newsroom(size=(160, 48)) as desk:
        desk.room.query_one("#field-benefit", Input).value = ""
        body = desk.room.editor.body
        body.focus()
        body.replace("“Saya senang pasar ini ramai lagi,” kata Siti, pe", (0, 0), body.document.end)
        body.move_cursor(body.document.end)
        await desk.type("dagang")
        await read(desk)
        assert told(desk) == "Suggested: humanist – a citizen is heard (Siti, pedagang)"
        await desk.pilot.click("#tone-humanis")
        await read(desk)
        assert told(desk) == ""
        assert desk.shown.tones == (Tone.HUMANIS,)


async def test_a_release_that_is_locked_keeps_its_marks(newsroom: Open) -> None:
    async with newsroom(size=(160, 48)) as desk:
        desk.room.editor.locked = True
        await desk.pilot.pause()
        assert all(mark.disabled for mark in desk.room.query(Checkbox))
        await desk.pilot.click("#tone-positif")
        assert desk.shown.tone == ()


def test_what_is_marked_already_is_not_suggested_again() -> None:
    voice = Sign(Trait.VOICE, "Siti,\npedagang", "body", 0, 5)
    benefit = Sign(Trait.BENEFIT, "Gratis.", "body", 9, 16)
    field = Sign(Trait.BENEFIT, "Gratis.", "benefit", 0, 7)
    official = Sign(Trait.LEADERS, "Bupati", "body", 0, 5)
    assert told_of((), ()) == ""
    assert told_of((voice, benefit), (Tone.HUMANIS,)) == "Suggested: positive – it tells a benefit (“Gratis.”)"
    assert told_of((field,), ()) == "Suggested: positive – it tells a benefit"
    both = told_of((voice, benefit), ())
    assert both.startswith("Suggested: humanist – a citizen is heard (Siti, pedagang) · positive – ")
    assert told_of((official, benefit), tuple(Tone)) == "Only officials speak: let a citizen be heard."
