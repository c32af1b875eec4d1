"""The newsroom over a data file too large for memory: what the list shows while something is looked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from humas_tui.errors import StoreError
from humas_tui.store import ReleaseStore, opening
from humas_tui.store.stock import LargeStock
from humas_tui.tui.screens import seeking
from humas_tui.tui.widgets import list_pane
from tests.tui.conftest import Desk, Open


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGE", -1)


class Slowly:
    """A search that goes on when told. ``begun`` has the words of each, ``ended`` of those not given up."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.begun: list[Sequence[str]] = []
        self.ended: list[Sequence[str]] = []


@contextmanager
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slowly]:
    """Every search for words waits, as one of 100,000 releases does."""
    real, slowly = LargeStock.find, Slowly()

    def find(self: LargeStock, words: Sequence[str], status: Any, category: Any, go_on: Any) -> Sequence[str]:
        if words:
            slowly.begun.append(words)
            while not slowly.go.wait(0.01):
                if not go_on():
                    return ()
            slowly.ended.append(words)
        return real(self, words, status, category, go_on)

    with monkeypatch.context() as patch:
        patch.setattr(LargeStock, "find", find)
        try:
            yield slowly
        finally:
            slowly.go.set()


def listed(desk: Desk) -> list[str]:
    return [release.id for release in desk.room.list_pane.releases._releases]


def subtitle(desk: Desk) -> str:
    return str(desk.room.list_pane.border_subtitle)


async def found(desk: Desk) -> None:
    await desk.until(lambda: desk.room.list_pane._pales is None, "what is sought to be listed")


async def test_everything_is_listed_and_found(newsroom: Open) -> None:
    async with newsroom() as desk:
        assert not desk.room.desk.shelf.quick
        count = len(desk.room.desk.shelf)
        assert len(listed(desk)) == count
        assert subtitle(desk) == str(count)
        await desk.press("ctrl+o")
        await desk.type("puskesmas")
        await desk.until(lambda: " / " in subtitle(desk), "fewer")
        await found(desk)
        assert 0 < len(listed(desk)) < count
        assert "puskesmas" in desk.shown.body.lower()


async def test_what_is_not_what_is_sought_is_pale(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with newsroom() as desk:
        before = listed(desk)
        releases = desk.room.list_pane.releases
        with slow(monkeypatch) as search:
            await desk.press("ctrl+o")
            await desk.type("zzz")
            await desk.until(lambda: releases.has_class("-pale"), "the list to pale")
            assert subtitle(desk) == "searching …"
            assert listed(desk) == before
            search.go.set()
            await found(desk)
        assert not releases.has_class("-pale")
        assert "Nothing found." in desk.screen_text()
        assert subtitle(desk) == f"0 / {len(before)}"


async def test_a_quick_search_does_not_flicker(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_pane, "PALES", 60)
    async with newsroom() as desk:
        releases = desk.room.list_pane.releases
        with slow(monkeypatch) as search:
            await desk.press("ctrl+o")
            await desk.type("pus")
            assert search.begun
            assert "searching" not in subtitle(desk)
            assert not releases.has_class("-pale")
            search.go.set()
            await found(desk)
        assert not releases.has_class("-pale")


async def test_enter_takes_what_is_found_not_what_is_still_listed(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with newsroom() as desk:
        shown = desk.shown
        wanted = list(desk.room.desk.shelf.newest())[-1]
        assert wanted.id != shown.id
        word = wanted.headline.split()[0].lower()
        with slow(monkeypatch) as search:
            await desk.press("ctrl+o")
            await desk.type(word)
            await desk.press("enter")
            assert desk.shown.id == shown.id
            assert desk.room.pane == "list"
            search.go.set()
            await desk.until(lambda: desk.room.pane == "editor", "the editor")
        assert word in (desk.shown.headline + desk.shown.body).lower()
        assert desk.shown.id == listed(desk)[0]


async def test_who_types_on_after_enter_takes_nothing(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with newsroom() as desk:
        with slow(monkeypatch) as search:
            await desk.press("ctrl+o")
            await desk.type("pel")
            await desk.press("enter")
            await desk.type("a")
            search.go.set()
            await found(desk)
        await desk.pilot.pause(0.1)
        assert desk.room.pane == "list"


async def test_a_search_that_is_not_wanted_any_more_is_given_up(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with newsroom() as desk:
        with slow(monkeypatch) as search:
            await desk.press("ctrl+o")
            desk.room._listed_at = seeking.monotonic()
            await desk.press(*"pusk")
            await desk.until(lambda: search.begun and search.begun[-1] == ("pusk",), "the last one")
            search.go.set()
            await found(desk)
            assert search.ended == [("pusk",)]
        assert listed(desk) == list(desk.room.desk.shelf.find("pusk").identifiers)  # type: ignore[attr-defined]


async def test_who_types_on_and_on_sees_something(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was listed for a second, a search is finished though more was typed."""
    async with newsroom() as desk:
        with slow(monkeypatch) as search:
            desk.room._listed_at = seeking.monotonic() - 60
            await desk.press("ctrl+o")
            await desk.press(*"pusk")
            assert [*search.begun] == [("p",)]
            search.go.set()
            await found(desk)
            assert search.ended == [("p",), ("pusk",)]


async def test_a_search_that_fails_is_told(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> Sequence[str]:
        raise StoreError(file="humas.json", reason="Input/output error")

    async with newsroom() as desk:
        monkeypatch.setattr(LargeStock, "find", broken)
        await desk.press("ctrl+o")
        await desk.type("x")
        await desk.until(lambda: "Input/output error" in desk.toasts(), "told so")
        await found(desk)


async def test_it_is_edited_deleted_and_brought_back(newsroom: Open) -> None:
    async with newsroom() as desk:
        before = listed(desk)
        await desk.press("f3", "ctrl+home")
        await desk.type("Zq")
        await desk.saved()
        edited = desk.shown
        assert desk.stored().body == edited.body
        assert edited.body.startswith("Zq")
        assert listed(desk) == before
        await desk.press("f2", "delete")
        await desk.until(lambda: edited.id not in listed(desk), "it to be gone")
        await found(desk)
        assert subtitle(desk) == str(len(before) - 1)
        await desk.press("ctrl+z")
        await desk.until(lambda: listed(desk) == before, "it to be back")
        await desk.until(lambda: desk.shown.id == edited.id, "it to be shown")
        assert desk.shown.body == edited.body


async def test_what_is_damaged_says_so_until_it_is_mended(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        second = desk.room.desk.shelf.newest()[1]
        await desk.press("f3", "end")
        await desk.type("x")
        await desk.saved()
    path = tmp_path / "humas.json"
    content = path.read_bytes()
    place = content.index(second.headline.encode()) + 2
    path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    async with newsroom() as desk:
        assert "(cannot be read)" in desk.screen_text()
        await desk.press("down")
        assert desk.shown.id != second.id
        desk.room._look_after()
        await desk.until(lambda: "(cannot be read)" not in desk.screen_text(), "it to be mended")
        await desk.until(lambda: "nothing is lost" in desk.toasts(), "the report")
        assert ReleaseStore(path).get(second.id) == second
