"""The officer's own outlets in the newsroom."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Tabs

from humas_tui.deliver.clipboard import FILE_NAME
from humas_tui.outlets import bring, find
from humas_tui.outlets._own_press import PRESS
from humas_tui.tui.screens.own_text import OwnTextScreen
from tests.tui.conftest import Open


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder beside the settings: a good outlet, one that never ends, one that cannot be read."""
    outlets = tmp_path / "outlets"
    outlets.mkdir()
    for name, template in {
        "radio": "RADIO {{ headline }}",
        "lama": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    }.items():
        (outlets / f"{name}.toml").write_text(f'title = "{name.title()}"\ntemplate = "{name}.j2"\ntext = true\n')
        (outlets / f"{name}.j2").write_text(template)
    (outlets / "rusak.toml").write_text("title = ")
    yield outlets
    bring(None)


async def test_it_has_a_tab_and_is_copied(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom(size=(200, 50)) as desk:
        await desk.until(lambda: "rusak.toml cannot be used" in desk.toasts(), "what is faulty")
        assert {"radio", "lama", "docx"} <= {tab.id for tab in desk.room.query("Tab")}
        desk.room.query_one(Tabs).active = "radio"
        await desk.until(lambda: f"RADIO {desk.shown.headline}"[:40] in desk.screen_text(), "the preview")
        desk.app.clear_notifications()
        await desk.press("ctrl+g")
        await desk.until(desk.toasts, "the report")
        assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == f"RADIO {desk.shown.headline}"


async def test_while_one_is_made_keys_wait_for_nothing(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, asked, fill = threading.Event(), list[str](), PRESS.fill

    def slow(request: Mapping[str, Any]) -> str:
        asked.append(request["name"])
        assert gate.wait(60)
        return fill(request)

    async with newsroom(size=(200, 50)) as desk:
        await desk.press("f3")
        monkeypatch.setattr(PRESS, "fill", slow)
        desk.room.query_one(Tabs).active = "radio"
        await desk.until(lambda: "It is being made" in desk.screen_text(), "that it is being made")
        desk.room.query_one("#field-headline", Input).value = "Judul baru"
        for word in ("Terus ", "menulis "):
            await desk.type(word)
            desk.room.gather()
        assert desk.shown.body.startswith("Terus menulis ")
        assert asked == ["radio.j2"]
        gate.set()
        await desk.until(lambda: "RADIO Judul baru" in desk.screen_text(), "what is shown by now")
        assert asked == ["radio.j2"] * 2
        assert "3 words" in str(desk.room.preview.border_subtitle)
        desk.room.query_one(Tabs).active = "whatsapp"
        await desk.until(lambda: "*Judul baru*" in desk.screen_text(), "another outlet")


async def test_one_that_never_ends_is_told_and_the_writing_goes_on(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom(size=(200, 50)) as desk:
        desk.room.query_one(Tabs).active = "lama"
        await desk.until(lambda: "longer than 1.5 seconds" in desk.screen_text(), "the refusal")
        assert "cannot be made" in str(desk.room.preview.border_subtitle)
        await desk.press("f3")
        await desk.type("Terus menulis")
        assert "Terus menulis" in desk.room.editor.body.text
        await desk.saved()
        desk.app.clear_notifications()
        await desk.press("ctrl+g")
        await desk.until(lambda: "lama.j2 cannot be used" in desk.toasts(), "the refusal of the copy")
        assert not (tmp_path / FILE_NAME).exists()


async def test_emptied_where_nothing_can_be_composed_it_is_told(newsroom: Open, folder: Path) -> None:
    (folder / "patah.toml").write_text('title = "Patah"\ntemplate = "patah.j2"\ntext = true\n')
    (folder / "patah.j2").write_text("{{ 1 // 0 }}")
    async with newsroom() as desk:
        room = desk.room
        room.desk.wording.write(desk.shown.id, find("patah"), "Halo.")
        room.query_one(Tabs).active = "patah"
        await desk.until(lambda: room.preview.outlet.name == "patah", "its tab")
        await desk.press("f4", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, OwnTextScreen), "the text")
        desk.app.screen.area.clear()  # type: ignore[attr-defined]
        await desk.until(lambda: "cannot be made" in desk.screen_text(), "that there is none")
        await desk.type("Baru.")
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is room, "the newsroom")
        await desk.saved()
        assert [own.text for own in desk.stored().texts] == ["Baru."]
