"""The text of an outlet by real keys: written by hand, composed again, outdated, found right; and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Tab, Tabs

from humas_tui.deliver.clipboard import FILE_NAME
from humas_tui.model import Basis, OwnText, Release
from humas_tui.outlets import find
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.tui.screens.own_text import OwnTextScreen, View
from humas_tui.tui.widgets.comparison import Comparison
from humas_tui.tui.widgets.pane import Pane
from humas_tui.tui.widgets.preview import Preview
from tests.store.holder import Holder
from tests.tui.conftest import Desk, Open

SIZES = [(60, 20), (80, 24), (160, 45)]


async def turned(desk: Desk, name: str) -> None:
    """The preview shows that outlet."""
    await desk.press("f4")
    desk.room.query_one(Tabs).active = name
    await desk.until(lambda: desk.room.preview.outlet.name == name, name)
    await desk.pilot.pause()


async def opened(desk: Desk, name: str) -> OwnTextScreen:
    await turned(desk, name)
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, OwnTextScreen), "the text")
    screen = desk.app.screen
    assert isinstance(screen, OwnTextScreen)
    await desk.until(lambda: screen.focused is screen.area, "the cursor in it")
    return screen


async def closed(desk: Desk) -> None:
    await desk.press("escape")
    await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
    await desk.saved()


def prepare(folder: Path, name: str) -> None:
    """The sample newsroom; its newest release has a text of its own for that outlet."""
    data, _config = make_demo(folder)
    with ReleaseStore(data) as store:
        newest = max(store.all(), key=lambda one: one.id)
        written = OwnText(outlet=name, text="Halo.", basis=Basis.of(newest, find(name).reads))
        store.put([newest.revised(newest.updated, texts=(written,))])


def shelved(desk: Desk) -> Release:
    found = desk.room.desk.shelf.get(desk.shown.id)
    assert found is not None
    return found


def state(screen: OwnTextScreen) -> str:
    """What is said of the text."""
    return str(screen.query_one("#text-pane").border_title)


def own(release: Release, name: str) -> str:
    found = release.own_text(name)
    return found.text if found is not None else ""


def composed(desk: Desk, name: str) -> str:
    return desk.room.desk.wording.composed(desk.shown, find(name))


def tab(desk: Desk, name: str) -> str:
    return str(desk.room.query_one(f"#{name}", Tab).label)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_text_is_written_shown_saved_and_copied(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with newsroom(size=size) as desk:
        before = composed(desk, "facebook")
        screen = await opened(desk, "facebook")
        assert screen.area.text == before
        assert "Composed from the release" in desk.screen_text()
        await desk.type("Halo. ")
        await desk.until(lambda: "Written by hand" in desk.screen_text(), "that it is")
        await desk.until(lambda: f"{len(before) + 6:,} of 63,206 characters" in desk.screen_text(), "the count")
        assert any(
            one.runs[:1] and one.runs[0].text.startswith("Halo. ") for one in screen.query_one(Preview)._passages
        )
        await closed(desk)
        assert own(desk.stored(), "facebook") == "Halo. " + before
        assert tab(desk, "facebook") == "Facebook ✎"
        assert "Written by hand" in desk.screen_text()
        await desk.press("ctrl+g")
        await desk.until(desk.toasts, "the report")
        assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "Halo. " + before
        assert desk.stored().body == desk.shown.body


async def test_a_thread_is_shown_post_by_post_and_too_long_a_text_is_kept(newsroom: Open) -> None:
    async with newsroom() as desk:
        await opened(desk, "x")
        await desk.type("Satu kalimat lagi untuk utas ini. ")
        await desk.until(lambda: "posts" in desk.screen_text() and "1/" in desk.screen_text(), "the posts")
        await closed(desk)
        screen = await opened(desk, "threads")
        screen.area.insert("kata " * 120)
        edge = screen.query_one("#text-pane", Pane)
        await desk.until(lambda: "$error" in repr(edge._border_subtitle), "the count in red")
        await closed(desk)
        assert own(desk.stored(), "threads").startswith("kata kata")
        await desk.press("ctrl+g")
        await desk.until(lambda: "the limit is 500" in desk.toasts(), "the refusal")


async def test_composed_again_and_back_again(newsroom: Open) -> None:
    async with newsroom() as desk:
        before = composed(desk, "telegram")
        screen = await opened(desk, "telegram")
        await desk.press("f9")
        assert "This is what is composed" in desk.toasts()
        await desk.type("Halo. ")
        await desk.press("f9")
        await desk.until(lambda: screen.area.text == before, "the composed text")
        assert shelved(desk).texts == ()
        await desk.press("ctrl+z")
        await desk.until(lambda: screen.area.text == "Halo. " + before, "what was written")
        await closed(desk)
        assert own(desk.stored(), "telegram") == "Halo. " + before
        screen = await opened(desk, "telegram")
        await desk.press("f9")
        await closed(desk)
        assert desk.stored().texts == ()
        assert tab(desk, "telegram") == "Telegram"


async def test_the_release_has_changed_since(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, "instagram")
    async with newsroom(size=(80, 24)) as desk:
        await desk.until(lambda: tab(desk, "instagram") == "Instagram ✎", "the mark")
        await desk.press("f3")
        await desk.type("Baru sekali. ")
        await desk.until(lambda: tab(desk, "instagram") == "Instagram ✎!", "the other mark")
        await turned(desk, "instagram")
        assert "the release has" in desk.screen_text()
        screen = await opened(desk, "instagram")
        comparison = screen.query_one(Comparison)
        await desk.until(lambda: comparison.current is not None, "what was changed")
        assert comparison.current is not None
        assert "Baru sekali." in "".join(piece.text for piece in comparison.current.new)
        assert View.CHANGES.value in desk.screen_text()
        await desk.press("f5", "f5")
        await desk.until(lambda: "What is composed is the same as then." in desk.screen_text(), "what is composed")
        await desk.type("Ya. ")
        await desk.press("f9", "ctrl+z")  # undone, it is as old as it was
        await desk.until(lambda: own(shelved(desk), "instagram") == "Ya. Halo.", "what was typed")
        assert state(screen) == "Written by hand; the release has changed since", "a comma mended is no look at it"
        await desk.press("f8")
        await desk.until(lambda: state(screen) == "Written by hand", "that it is right")
        await closed(desk)
        assert tab(desk, "instagram") == "Instagram ✎"
        assert desk.stored().texts[0].changed(desk.stored()) == ()


async def test_quitting_at_once_saves_what_was_typed_last(newsroom: Open) -> None:
    async with newsroom() as desk:
        await opened(desk, "facebook")
        identifier = desk.shown.id
        await desk.pilot.press(*"Halo", "ctrl+q")
        await desk.until(lambda: desk.app._exit, "the end")
    assert own(desk.stored(identifier), "facebook").startswith("Halo")


async def test_nothing_typed_is_lost_where_the_newsroom_must_end(newsroom: Open) -> None:
    """What ``keep_now`` saves, which every signal and every crash calls, is what stands in the widget."""
    async with newsroom() as desk:
        screen = await opened(desk, "facebook")
        screen.area.insert("Halo. ")
        assert desk.room.keep_now() == ""
        assert own(desk.stored(), "facebook").startswith("Halo. ")
        await closed(desk)
        screen.take()  # a save that ends while the screen is taken down asks once more
        assert own(desk.stored(), "facebook").startswith("Halo. ")


async def test_a_version_is_kept_of_it(newsroom: Open) -> None:
    async with newsroom() as desk:
        await opened(desk, "facebook")
        await desk.type("Halo")
        await desk.press("ctrl+s")
        await desk.until(lambda: "was kept" in desk.toasts(), "the version")
        (version, *_) = desk.room.desk.history.versions(desk.shown.id)
        assert own(desk.room.desk.history.at(version), "facebook").startswith("Halo")
        await closed(desk)


async def test_an_outlet_whose_file_is_the_release_has_none(newsroom: Open) -> None:
    async with newsroom() as desk:
        await turned(desk, "docx")
        await desk.press("enter")
        await desk.until(lambda: "no text of its own" in desk.toasts(), "why not")
        assert desk.app.screen is desk.room


async def test_a_window_that_only_reads_writes_none(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom():
        pass
    holder = Holder(tmp_path / "humas.json")
    try:
        async with newsroom() as desk:
            await turned(desk, "instagram")
            await desk.press("enter")
            await desk.pilot.pause()
            assert desk.app.screen is desk.room
    finally:
        holder.close()


async def test_24_rows_of_80_have_room_for_what_must_be_known(newsroom: Open, tmp_path: Path) -> None:
    """The count is not cut off, every key of an outdated text is in its line, F1 tells them, and help that is
    longer than the screen can be scrolled."""
    prepare(tmp_path, "instagram")
    async with newsroom(size=(80, 24)) as desk:
        await desk.press("f3")
        await desk.type("Kemarin ")
        await turned(desk, "threads")
        await desk.until(lambda: "/500 " in desk.screen_text(), "the count, shorter")
        await desk.press("f1")
        page = desk.app.screen.query_one("#box")
        assert page.max_scroll_y > 0
        await desk.press("pagedown", "end")
        await desk.until(lambda: page.scroll_y == page.max_scroll_y, "the end of the help")
        await desk.press("escape")
        screen = await opened(desk, "instagram")
        for _turn in screen._views():
            await desk.until(lambda: "F5 " in desk.screen_text().splitlines()[-1], "the keys")
            line = desk.screen_text().splitlines()[-1]
            assert all(key in line for key in ("F8", "F9", "F5", "F1", "Esc")), line
            await desk.press("f5")
        await desk.press("f1")
        await desk.until(lambda: "The text of one outlet." in desk.screen_text(), "its help")
        await desk.press("f1")
        await desk.until(lambda: desk.app.screen is screen, "the text again")
        assert screen.focused is screen.area
