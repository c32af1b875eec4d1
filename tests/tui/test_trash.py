"""The trash screen: what was deleted, how it reads, and the way back, by real keys."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from humas_tui.errors import StoreError, UnwritableError
from humas_tui.model import Discarded, Release
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.tui.screens.trash import TrashScreen, days_left
from humas_tui.tui.widgets.pick_list import PickList
from humas_tui.tui.widgets.preview import Preview
from tests.samples import blank
from tests.tui.conftest import Desk, Open

SIZES = [(80, 24), (160, 45)]
WIB = timezone(timedelta(hours=7), "WIB")


def prepare(folder: Path, count: int, *, headline: str = "") -> list[Release]:
    """The sample newsroom, the ``count`` newest releases of which were deleted a day apart, the newest last,
    with that ``headline``. They are returned as the trash lists them."""
    data, _config = make_demo(folder)
    now = datetime.now().astimezone()
    with ReleaseStore(data) as store:
        releases = store.all()
        assert isinstance(releases, list)
        thrown = sorted(releases, key=lambda one: one.id, reverse=True)[:count]
        if headline:
            thrown[0] = replace(thrown[0], headline=headline)
            store.put([thrown[0]])
        for days, release in reversed(list(enumerate(thrown))):
            store.discard([release.id], now - timedelta(days=days, minutes=5), "rina")
    return thrown


async def opened(desk: Desk) -> TrashScreen:
    """The screen, by way of the palette's command, once it knows what lies in the trash."""
    desk.room.action_command("trash")
    await desk.until(lambda: isinstance(desk.app.screen, TrashScreen), "the trash")
    screen = desk.app.screen
    assert isinstance(screen, TrashScreen)
    await desk.until(lambda: screen._discarded or screen.has_class("-empty"), "what is in it")
    await desk.pilot.pause()
    return screen


async def back(desk: Desk, count: int) -> None:
    screen = desk.app.screen
    assert isinstance(screen, TrashScreen)
    await desk.until(lambda: len(screen._back) == count and not screen._busy, f"{count} back")
    await desk.pilot.pause()


async def closed(desk: Desk) -> None:
    await desk.until(lambda: desk.app.screen is desk.room, "the newsroom again")
    await desk.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_deleted_is_listed_the_last_first(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    thrown = prepare(tmp_path, 3)
    async with newsroom(size=size) as desk:
        screen = await opened(desk)
        listed = [str(option.prompt).split("\n") for option in screen.query_one(PickList).options]
        assert [headline for headline, _details in listed] == [release.headline for release in thrown]
        assert [details.split(" · ")[0] for _headline, details in listed] == [
            "30 days left",
            "29 days left",
            "28 days left",
        ]
        _left, kind, _time, who = listed[1][1].split(" · ")
        assert (kind, who) == ("Media invitation", "rina")
        assert thrown[0].headline[:30] in desk.screen_text()


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_of_the_one_under_the_cursor_is_shown(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    thrown = prepare(tmp_path, 2)
    async with newsroom(size=size) as desk:
        screen = await opened(desk)
        await desk.press("down")
        words = thrown[1].body.split()[:3]
        await desk.until(lambda: " ".join(words) in " ".join(desk.screen_text().split()), "the other text")
        await desk.press("tab")
        assert screen.focused is screen.query_one(Preview)
        await desk.press("left")
        assert screen.focused is screen.query_one(PickList)
        await desk.press("escape")
        await closed(desk)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_puts_it_back_and_the_newsroom_shows_it(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    thrown = prepare(tmp_path, 3)
    async with newsroom(size=size) as desk:
        count = len(desk.room.desk.shelf)
        await opened(desk)
        await desk.press("down", "enter")
        await back(desk, 1)
        assert desk.stored(thrown[1].id) == thrown[1]
        assert "1 brought back" in desk.screen_text()
        assert [one.release.id for one in desk.room.desk.trash.discarded()] == [thrown[0].id, thrown[2].id]
        await desk.press("escape")
        await closed(desk)
        await desk.pilot.pause(0.2)
        assert desk.shown == thrown[1]
        assert len(desk.room.desk.shelf) == count + 1
        assert thrown[1].headline in desk.toasts()


async def test_several_are_put_back_one_after_the_other(newsroom: Open, tmp_path: Path) -> None:
    thrown = prepare(tmp_path, 3)
    async with newsroom() as desk:
        screen = await opened(desk)
        for count in (1, 2, 3):
            await desk.press("enter")
            await back(desk, count)
        assert "The trash is empty." in desk.screen_text()
        await desk.press("enter", "tab", "down")
        assert [release.id for release in screen._back] == [release.id for release in thrown]
        await desk.press("escape")
        await closed(desk)
        assert all(desk.room.desk.shelf.get(release.id) == release for release in thrown)
        await desk.pilot.pause(0.2)
        assert desk.shown == thrown[2]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_trash_says_so(newsroom: Open, size: tuple[int, int]) -> None:
    async with newsroom(size=size) as desk:
        shown = desk.shown
        await opened(desk)
        assert "The trash is empty." in desk.screen_text()
        assert "Bring back" not in desk.screen_text()
        await desk.press("enter", "right", "escape")
        await closed(desk)
        assert desk.shown is shown
        assert desk.toasts() == ""


async def test_the_last_word_before_deleting_is_in_the_trash(newsroom: Open) -> None:
    async with newsroom() as desk:
        release = desk.shown
        await desk.press("f3", "ctrl+home")
        await desk.pilot.press("A", "F", "f2", "delete")
        await desk.until(lambda: desk.room.desk.shelf.get(release.id) is None, "it to be deleted")
        await opened(desk)
        await desk.press("enter")
        await back(desk, 1)
        await desk.press("escape")
        await closed(desk)
        assert desk.stored(release.id).body == "AF" + release.body


async def test_a_window_that_only_reads_puts_nothing_back(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, 2)
    with ReleaseStore(tmp_path / "humas.json") as writer:
        writer.claim()
        async with newsroom() as desk:
            screen = await opened(desk)
            await desk.press("enter")
            assert "This window only reads" in desk.toasts()
            assert screen._back == []
            assert len(writer.discarded()) == 2


async def test_where_it_cannot_be_written_it_stays_in_the_trash(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown = prepare(tmp_path, 1)

    def full(self: ReleaseStore, identifiers: Iterable[str]) -> list[Release]:
        raise UnwritableError(file="humas.json", reason="No space left on device")

    async with newsroom() as desk:
        await opened(desk)
        with monkeypatch.context() as patch:
            patch.setattr(ReleaseStore, "put_back", full)
            await desk.press("enter")
            await desk.until(lambda: "No space left on device" in desk.toasts(), "told so")
        assert desk.room.desk.shelf.get(thrown[0].id) is None
        await desk.press("enter")
        await back(desk, 1)


async def test_a_trash_that_cannot_be_read_is_told(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: ReleaseStore) -> list[Discarded]:
        raise StoreError(file="humas.json", reason="Input/output error")

    async with newsroom() as desk:
        monkeypatch.setattr(ReleaseStore, "discarded", broken)
        await opened(desk)
        assert "Input/output error" in desk.toasts()
        await desk.press("escape")
        await closed(desk)


async def test_what_looks_like_markup_is_shown_as_it_is(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, 2, headline="[/b] dan [red]merah[/] [@click=quit]x")
    async with newsroom(size=(160, 45)) as desk:
        await opened(desk)
        assert desk.screen_text().count("[/b] dan [red]merah[/] [@click=quit]x") == 2  # in the list, in the text


async def test_a_release_without_a_headline_has_a_name_in_the_list(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, 1, headline=" ")
    async with newsroom() as desk:
        await opened(desk)
        assert "(no headline yet)" in desk.screen_text()


async def test_one_click_only_chooses_two_put_back(newsroom: Open, tmp_path: Path) -> None:
    thrown = prepare(tmp_path, 2)
    async with newsroom() as desk:
        screen = await opened(desk)
        await desk.pilot.click(PickList, offset=(5, 2))
        await desk.pilot.pause()
        assert screen.query_one(PickList).highlighted == 1
        assert not screen._busy
        assert screen._back == []
        await desk.pilot.click(PickList, offset=(5, 3), times=2)
        await back(desk, 1)
        assert screen._back == [thrown[1]]


async def test_closed_at_once_it_still_puts_back_first(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown = prepare(tmp_path, 2)
    go_on = threading.Event()
    real = ReleaseStore.put_back

    def slow(self: ReleaseStore, identifiers: Iterable[str]) -> list[Release]:
        go_on.wait(30)
        return real(self, identifiers)

    async with newsroom() as desk:
        screen = await opened(desk)
        monkeypatch.setattr(ReleaseStore, "put_back", slow)
        await desk.press("enter", "enter", "escape")
        assert desk.app.screen is screen
        go_on.set()
        await closed(desk)
        await desk.pilot.pause(0.2)
        assert desk.shown == thrown[0]
        assert [one.release.id for one in desk.room.desk.trash.discarded()] == [thrown[1].id]


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (timedelta(), "30 days left"),
        (timedelta(minutes=1), "30 days left"),
        (timedelta(days=1), "29 days left"),
        (timedelta(days=28, hours=23), "2 days left"),
        (timedelta(days=29), "1 day left"),
        (timedelta(days=29, hours=23), "1 day left"),
        (timedelta(days=31), "0 days left"),
    ],
)
def test_the_day_that_has_begun_counts(ago: timedelta, told: str) -> None:
    now = datetime(2026, 11, 22, 16, 45, tzinfo=WIB)
    assert days_left(Discarded(release=blank(), time=now - ago, who=""), now) == told
