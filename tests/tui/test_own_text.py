"""The text of an outlet by real keys: written by hand, composed again, outdated, found right; and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Tab, Tabs

from humas_tui.deliver.clipboard import FILE_NAME
from humas_tui.model import Release
from humas_tui.outlets import find
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
        assert f"{len(before) + 6:,} of 63,206 characters" in desk.screen_text()
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
        assert desk.room.desk.shelf.get(screen.identifier).texts == ()  # type: ignore[union-attr]
        await desk.press("ctrl+z")
        await desk.until(lambda: screen.area.text == "Halo. " + before, "what was written")
        await closed(desk)
        assert own(desk.stored(), "telegram") == "Halo. " + before
        screen = await opened(desk, "telegram")
        await desk.press("f9")
        await closed(desk)
        assert desk.stored().texts == ()
        assert tab(desk, "telegram") == "Telegram"


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_the_release_has_changed_since(newsroom: Open, size: tuple[int, int]) -> None:
    async with newsroom(size=size) as desk:
        await opened(desk, "instagram")
        await desk.type("Halo. ")
        await closed(desk)
        await desk.press("f3")
        await desk.type("Baru sekali. ")
        await desk.saved()
        assert tab(desk, "instagram") == "Instagram ✎!"
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
        await desk.until(
            lambda: own(desk.room.desk.shelf.get(screen.identifier) or desk.shown, "instagram")[:3] == "Ya.", "it"
        )
        assert "the release has changed since" in desk.screen_text(), "a comma mended is no look at the release"
        await desk.press("f8")
        await desk.until(
            lambda: "Written by hand" in str(screen.query_one("#text-pane").border_title), "it is right"
        )
        assert "changed" not in str(screen.query_one("#text-pane").border_title)
        await closed(desk)
        assert tab(desk, "instagram") == "Instagram ✎"
        assert desk.stored().texts[0].changed(desk.stored()) == ()


async def test_undone_it_is_as_old_as_it_was(newsroom: Open) -> None:
    async with newsroom() as desk:
        await opened(desk, "instagram")
        await desk.type("Halo. ")
        await closed(desk)
        await desk.press("f3")
        await desk.type("Baru. ")
        await desk.saved()
        screen = await opened(desk, "instagram")
        await desk.press("f9")
        await desk.press("ctrl+z")
        await closed(desk)
        stored = desk.stored()
        assert (own(stored, "instagram")[:5], stored.texts[0].changed(stored)) == ("Halo.", ("body",))
        assert screen.outlet.name == "instagram"


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
