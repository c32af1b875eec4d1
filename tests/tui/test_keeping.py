"""«Saved» is said of everything, or not at all."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterable

import pytest

from humas_tui.model import Release
from humas_tui.store import ReleaseStore
from humas_tui.store.disk import Disk
from humas_tui.tui.screens import newsroom as module
from humas_tui.tui.widgets.masthead import Masthead, Saving
from tests.tui.conftest import Open


async def test_what_is_typed_while_a_save_runs_is_not_said_to_be_saved(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is slow, and a letter comes after the text that is being saved was taken."""
    entered, go_on = threading.Event(), threading.Event()
    real_put, real_tell = ReleaseStore.put, Masthead.tell
    false: list[str] = []
    monkeypatch.setattr(module, "PAUSE", 60.0)  # nothing is taken over but by saving

    def slow(self: ReleaseStore, releases: Iterable[Release], *, synced: bool = True) -> None:
        entered.set()
        go_on.wait(30)
        real_put(self, releases, synced=synced)

    async with newsroom() as desk:

        def tell(self: Masthead, state: Saving, **details: object) -> None:
            real_tell(self, state, **details)  # type: ignore[arg-type]
            if state is Saving.SAVED and desk.stored().body != desk.room.editor.body.text:
                false.append(desk.room.editor.body.text[:4])

        await desk.press("f3")
        desk.room.editor.body.focus()
        await desk.pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(ReleaseStore, "put", slow)
            patch.setattr(Masthead, "tell", tell)
            await desk.type("A")
            desk.room.gather()
            await desk.until(entered.is_set, "the save")
            await desk.type("B")
            go_on.set()
            await desk.until(lambda: desk.stored().body.startswith("AB"), "both letters in the file")
            await desk.until(lambda: desk.room.masthead.state is Saving.SAVED, "saved")
        assert false == []


async def test_a_sync_that_the_disk_refuses_is_told_and_the_text_is_saved_all_the_same(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with newsroom() as desk:
        await desk.press("f3")
        await desk.type("Satu ")  # the segment is there from here on
        await desk.saved()
        real, refused = Disk.sync, []

        def once(self: Disk, descriptor: int) -> None:
            if not refused:
                refused.append(descriptor)
                raise OSError(errno.EIO, "Input/output error")
            real(self, descriptor)

        monkeypatch.setattr(Disk, "sync", once)
        await desk.type("Dua ")
        await desk.saved()
        assert refused
        assert "The disk refused to confirm a save" in desk.toasts()
        assert desk.stored().body.startswith("Satu Dua ")
        told = desk.toasts()
        await desk.type("Tiga ")
        await desk.saved()
        assert desk.toasts() == told  # once is enough
