"""Keeping a version by hand: with the last word typed, told truthfully."""

from __future__ import annotations

import pytest

from humas_tui.errors import UnwritableError
from humas_tui.model import Reason, Version
from humas_tui.store import ReleaseStore
from tests.tui.conftest import Desk, Open


def versions(desk: Desk) -> list[Version]:
    return desk.room.desk.history.versions(desk.shown.id)


async def test_the_last_word_typed_is_in_the_version(newsroom: Open) -> None:
    async with newsroom() as desk:
        body = desk.shown.body
        await desk.press("f3", "ctrl+home")
        await desk.pilot.press("Z", "q", "ctrl+s")
        await desk.until(lambda: versions(desk), "a version")
        await desk.until(lambda: "Version 1 was kept." in desk.toasts(), "told so")
        (version,) = versions(desk)
        assert version.reason is Reason.SIMPAN
        assert desk.room.desk.history.at(version).body == "Zq" + body


async def test_what_has_not_changed_is_not_kept_twice(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+s")
        await desk.until(lambda: "Version 1 was kept." in desk.toasts(), "told so")
        await desk.press("ctrl+s")
        await desk.until(lambda: "Nothing has changed since the last version." in desk.toasts(), "told so")
        assert len(versions(desk)) == 1


async def test_a_version_that_cannot_be_kept_is_told(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise UnwritableError(file="humas.json", reason="No space left on device")

    async with newsroom() as desk:
        with monkeypatch.context() as patch:
            patch.setattr(ReleaseStore, "keep_version", full)
            await desk.press("ctrl+s")
            await desk.until(lambda: "No space left on device" in desk.toasts(), "told so")
        assert versions(desk) == []
