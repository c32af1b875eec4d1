"""Nothing that comes in reaches the terminal as a command to it: not what another program wrote to the data file,
not what is pasted, not the name of a file."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input
from tinydb import TinyDB

from humas_tui.model import Contact, Photo, Reason, Release, Status, to_document
from humas_tui.outlets import outlets
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.tui.screens.import_file import ImportFile
from humas_tui.tui.widgets.fields import FieldInput
from humas_tui.tui.widgets.line import Line
from tests.tui.conftest import Desk, Open

HOSTILE = (
    "Wa\x1b]52;c;amFoYXQ=\x07spa\x9b31mda\x1b[2J \u202ejalan\u2066\x00 [/b][@click=app.quit]kota\x1b] baru\x07"
)
WORDS = "Waspada jalan [/b][@click=app.quit]kota baru"
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MOMENT = datetime(2026, 11, 18, 9, tzinfo=UTC)


def hostile(number: int) -> Release:
    """A release of which every text is hostile."""
    return Release(
        id=f"06z2abe4gr2r{number}",
        created=MOMENT,
        updated=MOMENT,
        status=list(Status)[number % len(Status)],
        number=HOSTILE,
        headline=HOSTILE,
        summary=HOSTILE,
        place=HOSTILE,
        body=f"{HOSTILE}\n\n## {HOSTILE}\n\n- {HOSTILE}\n\n> {HOSTILE}\n\n`{HOSTILE}` [{HOSTILE}](https://a.example)\n",
        key_message=HOSTILE,
        benefit=HOSTILE,
        contacts=(Contact(name=HOSTILE, role=HOSTILE, phone=HOSTILE, email=HOSTILE),),
        credits=(HOSTILE,),
        photos=(Photo(file=f"{HOSTILE}.jpg", caption=HOSTILE, photographer=HOSTILE),),
        hashtags=(HOSTILE,),
        tags=(HOSTILE,),
    )


def edited_by_another_program(folder: Path, count: int = 3) -> None:
    """The sample newsroom, to which a program that knows TinyDB only has added hostile releases."""
    data, _config = make_demo(folder)
    with TinyDB(data) as plain:
        for number in range(count):
            plain.table("releases").insert(json.loads(json.dumps(to_document(hostile(number)))))


def assert_safe(desk: Desk) -> None:
    """Of what is on the screen, and of every notification that was."""
    for row in desk.screen_text().split("\n"):
        assert not UNSAFE.search(row), ascii(row)
    for note in desk.app._notifications:
        assert not UNSAFE.search(str(note.message).replace("\n", " ") + str(note.title)), ascii(note.message)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_what_another_program_wrote_is_shown_safely(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    edited_by_another_program(tmp_path)
    async with newsroom(size=size) as desk:
        assert desk.shown.headline == HOSTILE
        assert "Waspada" in desk.screen_text()
        assert_safe(desk)
        await desk.press("f3", "ctrl+l")
        assert_safe(desk)
        await desk.press("f4")
        for _outlet in outlets():
            await desk.press("f5")
            assert_safe(desk)
        await desk.press("f3", "ctrl+home", "shift+end", "ctrl+f")
        assert_safe(desk)
        await desk.press("escape", "ctrl+e")
        await desk.pilot.pause()
        assert_safe(desk)
        await desk.press("escape", "ctrl+o")
        await desk.type("waspada")
        assert_safe(desk)


async def test_history_and_trash_of_it_are_shown_safely(newsroom: Open, tmp_path: Path) -> None:
    edited_by_another_program(tmp_path)
    with ReleaseStore(tmp_path / "humas.json") as store:
        one = hostile(2)
        store.keep_version(one, MOMENT, Reason.SIMPAN, HOSTILE)
        store.keep_version(one.revised(MOMENT, body="lain", headline="lain"), MOMENT, Reason.SIMPAN, HOSTILE)
    async with newsroom(size=(160, 45)) as desk:
        await desk.press("ctrl+r")
        await desk.pilot.pause(0.3)
        assert_safe(desk)
        await desk.press("down", "down")
        await desk.pilot.pause(0.3)
        assert_safe(desk)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
        await desk.press("f2", "delete")
        await desk.until(lambda: "Waspada" in desk.toasts(), "told so")
        assert_safe(desk)
        desk.room.action_command("trash")
        await desk.pilot.pause(0.5)
        assert "Waspada" in desk.screen_text()
        assert_safe(desk)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
        await desk.press("ctrl+z")
        await desk.until(lambda: desk.shown.id == one.id, "it to be back")
        assert_safe(desk)


async def test_what_is_made_of_it_is_safe_to_send(newsroom: Open, tmp_path: Path) -> None:
    """Files to read and the clipboard: the release may have come from anywhere."""
    edited_by_another_program(tmp_path)
    async with newsroom() as desk:
        releasing = desk.room.desk.releasing
        for outlet in outlets():
            text = releasing.text(desk.shown, outlet)
            assert not UNSAFE.search(re.sub("[\n\t]", "", text)), outlet.name
            part = releasing.part(desk.shown, outlet, 1, force=True)
            assert not UNSAFE.search(re.sub("[\n\t]", "", part.text)), outlet.name
            content = releasing.render(desk.shown, outlet, force=True).content
            if outlet.suffix not in ("docx", "pdf", "zip"):
                assert not UNSAFE.search(re.sub("[\r\n\t]", "", content.decode())), outlet.name
                (exported,) = releasing.export([desk.shown], [outlet], tmp_path / "out", force=True)
                assert exported.path is not None
                assert not UNSAFE.search(exported.path.name)
                written = exported.path.read_text(encoding="utf-8")
                assert not UNSAFE.search(re.sub("[\r\n\t]", "", written)), outlet.name


async def test_what_is_typed_to_it_keeps_the_rest(newsroom: Open, tmp_path: Path) -> None:
    """The body is safe from then on, with every word; what was not looked at stays as it was."""
    edited_by_another_program(tmp_path)
    async with newsroom() as desk:
        await desk.press("f3", "ctrl+home")
        await desk.type("Zq")
        await desk.saved()
        stored = desk.stored()
        assert stored.body.startswith("Zq" + WORDS)
        assert not UNSAFE.search(stored.body.replace("\n", ""))
        assert stored.headline == HOSTILE


PASTED = f"{HOSTILE}\r\ne\u0301lok\tkedua\x1b]0;tanpa akhir"
LINED = f"{WORDS} \xe9lok kedua0;tanpa akhir"


def paste(text: str) -> events.Paste:
    return events.Paste(text)


async def test_what_is_pasted_into_a_field_is_made_safe_and_no_word_is_lost(newsroom: Open) -> None:
    async with newsroom(size=(160, 45)) as desk:
        await desk.press("f3", "ctrl+l")
        for name in ("headline", "summary", "credits", "contacts", "hashtags"):
            line = desk.room.query_one(f"#field-{name}", FieldInput)
            line.value = ""
            line.focus()
            await desk.pilot.pause()
            desk.app.post_message(paste(PASTED))
            await desk.until(lambda line=line: line.value, "the paste")
            assert line.value == LINED
            assert_safe(desk)
            await desk.saved()
            value = getattr(desk.stored(), name)
            assert not UNSAFE.search(str(value))
            assert "kedua" in str(value)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (["ctrl+o"], "search"),
        (["f3", "ctrl+f"], "find"),
        (["f3", "ctrl+f", "tab"], "replacement"),
        (["f12"], "path"),
        (["ctrl+e"], "folder"),
        (["ctrl+n", "enter"], ""),
    ],
    ids=str,
)
async def test_every_other_line_takes_a_paste_the_same_way(newsroom: Open, keys: list[str], name: str) -> None:
    async with newsroom() as desk:
        for key in keys:
            await desk.press(key)
            await desk.pilot.pause(0.2)
        if name == "folder":
            desk.app.screen.query_one("#folder").focus()
            await desk.pilot.pause()
        line = desk.app.focused
        assert isinstance(line, Line)
        assert not name or line.id == name
        line.value = ""
        desk.app.post_message(paste(PASTED))
        await desk.until(lambda: line.value, "the paste")
        assert line.value == LINED
        await desk.pilot.pause()
        assert_safe(desk)


async def test_no_line_of_the_newsroom_is_a_plain_one(newsroom: Open) -> None:
    """Which would take a paste as it is."""
    async with newsroom(first=True) as desk:
        await desk.pilot.pause(0.3)
        for screen in desk.app.screen_stack:
            assert all(isinstance(line, Line) for line in screen.query(Input))
        assert len(desk.app.screen.query(Input)) > 3, "the first start asks"


async def test_what_was_copied_from_the_text_is_laid_on_one_line(newsroom: Open) -> None:
    async with newsroom() as desk:
        desk.app._clipboard = "satu\n\ndua  tiga"
        await desk.press("ctrl+o", "ctrl+v")
        assert desk.room.list_pane.search.value == "satu dua  tiga"


async def test_names_of_files_are_shown_safely(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folders to choose from, and in what is told of one that cannot be read."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "ja\x1b]0;x\x07hat\u202e\x9b31m[b].txt").write_bytes(b"\0\1\2\3\0\1\2\3")
    (home / "\x1b\n.md").write_text("isi")
    monkeypatch.setattr(Path, "home", lambda: home)
    async with newsroom(size=(160, 45)) as desk:
        await desk.press("f12")
        await desk.until(lambda: isinstance(desk.app.screen, ImportFile), "the dialog")
        await desk.until(lambda: "jahat" in desk.screen_text(), "the folder")
        assert "jahat[b].txt" in desk.screen_text()
        assert_safe(desk)
        await desk.press("tab", "down", "down", "enter")
        await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
        await desk.until(lambda: desk.toasts(), "told so")
        assert_safe(desk)


async def test_who_writes_is_told_safely(newsroom: Open, tmp_path: Path) -> None:
    """The name in the lock is another's to choose."""
    make_demo(tmp_path)
    with ReleaseStore(tmp_path / "humas.json") as writer:
        writer.claim()
        said: dict[str, Any] = {"user": HOSTILE, "host": HOSTILE, "pid": 1, "since": "2026-11-18T09:00:00+07:00"}
        (tmp_path / "humas.json.lock").write_text(json.dumps(said))
        async with newsroom(size=(160, 45)) as desk:
            assert "Waspada" in desk.screen_text()
            assert_safe(desk)
