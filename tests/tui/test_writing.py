"""Writing and saving by itself: editor, fields, undo, paste, failures."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, Select

from humas_tui.errors import UnwritableError
from humas_tui.model import Category
from humas_tui.store import ReleaseStore
from humas_tui.tui.widgets.fields import FieldInput, Fields
from humas_tui.tui.widgets.masthead import Saving
from tests.tui.conftest import Desk, Open


async def to_body(desk: Desk) -> None:
    await desk.press("f3")
    desk.room.editor.body.focus()
    await desk.pilot.pause()


async def test_what_is_typed_is_saved_after_a_pause(newsroom: Open) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        before = desk.shown.revision
        await desk.type("Halo warga. ")
        await desk.until(lambda: desk.shown.revision > before, "the next value")
        await desk.saved()
        assert desk.stored().body.startswith("Halo warga. ")
        assert desk.stored() == desk.shown
        assert "saved " in desk.room.masthead.words()


async def test_typing_without_a_pause_is_saved_too(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from humas_tui.tui.screens import newsroom as module

    async with newsroom() as desk:
        await to_body(desk)
        desk.room._pause.pause()
        monkeypatch.setattr(desk.room._pause, "resume", lambda: None)  # the pause never comes
        monkeypatch.setattr(module, "LONGEST", 0.0)
        before = desk.shown.revision
        await desk.type("ab")
        await desk.until(lambda: desk.shown.revision > before, "the next value")


async def test_a_text_too_long_for_files_is_told_in_the_preview_and_kept(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        monkeypatch.setattr("humas_tui.desk.releasing.MOST_CHARACTERS", 50)
        await desk.type("Halo warga. ")
        await desk.until(lambda: "cannot be made" in desk.screen_text(), "the preview")
        assert "Refused: the release has" in desk.screen_text()
        await desk.saved()
        await desk.press("f4", "enter")
        await desk.until(lambda: "Refused: the release has" in desk.toasts(), "that no text is composed of it")
        assert desk.app.screen is desk.room
        assert desk.stored().body.startswith("Halo warga. ")


async def test_text_in_is_text_out(newsroom: Open) -> None:
    async with newsroom() as desk:
        before = {release.id: release for release in desk.room.desk.shelf.newest()}
        for _ in before:
            await desk.press("down")
            await desk.pilot.pause(0.1)
        assert {release.id: release for release in desk.room.desk.shelf.newest()} == before


async def test_the_preview_follows_the_typing(newsroom: Open) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        await desk.type("Xyzzy ")
        await desk.until(lambda: desk.screen_text().count("Xyzzy") >= 2, "the word in the preview")


async def test_undo_takes_back_a_word_and_redo_brings_it(newsroom: Open) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        body = desk.room.editor.body
        before = body.text
        await desk.type("satu dua tiga ")
        await desk.press("ctrl+z")
        assert body.text == "satu dua " + before
        await desk.press("ctrl+z", "ctrl+z")
        assert body.text == before
        await desk.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert body.text == "satu dua tiga " + before


async def test_each_release_has_an_undo_history_of_its_own(newsroom: Open) -> None:
    async with newsroom() as desk:
        first = desk.shown
        await to_body(desk)
        await desk.type("pertama ")
        await desk.press("f2", "down")
        await desk.until(lambda: desk.shown.id != first.id, "the second release")
        second = desk.shown
        await to_body(desk)
        await desk.press("ctrl+z")
        assert desk.room.editor.body.text == second.body
        await desk.press("f2", "up")
        await desk.until(lambda: desk.shown.id == first.id, "the first release")
        await to_body(desk)
        await desk.press("ctrl+z")
        assert desk.room.editor.body.text == first.body


async def test_a_thousand_steps_can_be_undone(newsroom: Open) -> None:
    async with newsroom() as desk:
        body = desk.room.editor.body
        before = body.text
        for number in range(1000):
            body.insert(f"kata{number}\n", (0, 0))
        for _ in range(1000):
            body.undo()
        assert body.text == before


async def test_fields_fold_away_and_come_back(newsroom: Open) -> None:
    async with newsroom() as desk:
        assert not desk.room.query(Fields)
        await desk.press("f3", "ctrl+l")
        assert desk.room.query_one(Fields).display
        room_for_body = desk.room.editor.body.size.height
        await desk.press("ctrl+l")
        assert not desk.room.query_one(Fields).display
        assert desk.room.editor.body.size.height > room_for_body


async def test_fields_are_unfolded_where_there_is_room(newsroom: Open) -> None:
    async with newsroom(size=(160, 50)) as desk:
        await desk.until(lambda: desk.room.query(Fields), "the fields")


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("summary", "Ringkas saja", "Ringkas saja"),
        ("place", "Cisarua", "Cisarua"),
        ("event_date", "20/11/2019", date(2019, 11, 20)),
        ("hashtags", "#Satu dua", ("Satu", "dua")),
        ("credits", "Penulis: A | Foto: B", ("Penulis: A", "Foto: B")),
    ],
)
async def test_a_field_is_typed_and_saved(newsroom: Open, name: str, typed: str, expected: object) -> None:
    async with newsroom() as desk:
        await desk.press("f3", "ctrl+l")
        line = desk.room.query_one(f"#field-{name}", FieldInput)
        line.focus()
        line.value = ""
        await desk.type(typed)
        await desk.saved()
        assert getattr(desk.stored(), name) == expected


async def test_contacts_and_embargo_are_read_from_one_line(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("f3", "ctrl+l")
        desk.room.query_one("#field-contacts", Input).value = "Rina, S.Sos.; Kasubag; 0812; r@x.id | Budi"
        desk.room.query_one("#field-embargo", Input).value = "1/12/2027 09.30"
        await desk.saved()
        stored = desk.stored()
        assert [(c.name, c.role, c.phone, c.email) for c in stored.contacts] == [
            ("Rina, S.Sos.", "Kasubag", "0812", "r@x.id"),
            ("Budi", "", "", ""),
        ]
        assert stored.embargo is not None
        assert stored.embargo.isoformat() == "2027-12-01T09:30:00+07:00"


async def test_a_date_that_is_none_is_shown_as_wrong_and_changes_nothing(newsroom: Open) -> None:
    async with newsroom() as desk:
        before = desk.shown.event_date
        await desk.press("f3", "ctrl+l")
        line = desk.room.query_one("#field-event_date", FieldInput)
        line.focus()
        line.value = "besok"
        await desk.pilot.pause(0.5)
        assert line.has_class("-wrong")
        assert desk.shown.event_date == before


async def test_category_is_chosen_from_a_list(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("f3", "ctrl+l")
        desk.room.query_one("#field-category", Select).value = Category.KRISIS
        await desk.saved()
        assert desk.stored().category is Category.KRISIS


async def test_a_list_that_is_not_there_yet_changes_nothing(newsroom: Open) -> None:
    """A command may be given before the fields have come to rest: lists have no value then."""
    async with newsroom(size=(120, 50)) as desk:
        before = desk.shown
        await desk.until(lambda: desk.room.query("#field-kind"), "the fields")
        desk.room.query_one("#field-kind", Select).set_reactive(Select.value, Select.NULL)
        desk.room.gather()
        assert desk.shown is before


async def test_enter_leads_from_the_headline_to_the_body(newsroom: Open) -> None:
    async with newsroom() as desk:
        desk.room.query_one("#field-headline").focus()
        await desk.press("enter")
        assert desk.room.focused is desk.room.editor.body


async def test_a_paste_is_made_safe(newsroom: Open) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        body = desk.room.editor.body
        body.post_message(events.Paste("a\x1b[31mb\x00c\r\nd\u2028e\u202ef\x1b]0;tanpa akhir"))
        await desk.pilot.pause()
        assert body.text.startswith("abc\nd\nef0;tanpa akhir")


async def test_two_megabytes_can_be_pasted(newsroom: Open) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        text = ("Pemerintah kota membuka layanan. " * 10 + "\n\n") * 6100
        assert len(text) > 2_000_000
        desk.room.editor.body.post_message(events.Paste(text))
        await desk.until(lambda: len(desk.room.editor.body.text) > 2_000_000, "the paste")
        await desk.saved()
        assert len(desk.stored().body) > 2_000_000


async def test_any_headline_is_shown_as_it_is(newsroom: Open) -> None:
    async with newsroom(size=(160, 50)) as desk:
        line = desk.room.query_one("#field-headline", Input)
        line.focus()
        for headline in (
            "[/]",
            "Rilis [penting] [/b]",
            "a/b\\c",
            "😀👨‍👩‍👧‍👦",
            "x" * 5000,
            "[red]merah",
            "$primary {0} %s",
        ):
            line.value = headline
            await desk.saved()
            assert desk.stored().headline == headline
            assert desk.room.list_pane.releases.current is not None
            assert headline[:12] in desk.screen_text()
            for _ in range(7):
                await desk.press("f5")


async def test_a_failed_save_says_so_keeps_the_text_and_rescues_it(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async with newsroom() as desk:

        def full(self: ReleaseStore, releases: object, *, synced: bool = True) -> None:
            raise UnwritableError(file=tmp_path / "humas.json", reason="No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(ReleaseStore, "put", full)
            await to_body(desk)
            await desk.type("Jangan hilang ")
            await desk.until(lambda: desk.room.masthead.state is Saving.FAILED, "the failure")
            assert "FAILED: No space left on device" in desk.room.masthead.words()
            assert "No space left on device" in desk.toasts()
            rescued = tmp_path / f"humas-penyelamatan-{desk.shown.id}.md"
            await desk.until(lambda: "Jangan hilang" in rescued.read_text(encoding="utf-8"), "all of it rescued")
            assert desk.room.editor.body.text.startswith("Jangan hilang ")
        await desk.press("ctrl+s")
        await desk.saved()
        assert desk.stored().body.startswith("Jangan hilang ")


async def test_quitting_saves_first(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await to_body(desk)
        identifier = desk.shown.id
        await desk.pilot.press(*"Terakhir", "ctrl+q")
        await desk.until(lambda: desk.app.return_value is not None, "the end")
        stored = ReleaseStore(tmp_path / "humas.json").get(identifier)
        assert stored is not None
        assert stored.body.startswith("Terakhir")


async def test_fields_of_a_newer_version_survive_an_edit(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        pass
    content = json.loads((tmp_path / "humas.json").read_text())
    newest = max(content["releases"].values(), key=lambda document: document["id"])
    newest["mood"] = "senang"
    content["coverage"] = {"1": {"url": "x"}}
    (tmp_path / "humas.json").write_text(json.dumps(content))
    async with newsroom() as desk:
        await to_body(desk)
        await desk.type("Baru ")
        await desk.saved()
    content = json.loads((tmp_path / "humas.json").read_text())
    newest = max(content["releases"].values(), key=lambda document: document["id"])
    assert newest["mood"] == "senang"
    assert newest["body"].startswith("Baru ")
    assert content["coverage"] == {"1": {"url": "x"}}
