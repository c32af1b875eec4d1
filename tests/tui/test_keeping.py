"""«Saved» is said of everything, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import pytest

from humas_tui.model import Release
from humas_tui.store import ReleaseStore
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
