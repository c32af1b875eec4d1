"""The newsroom under a pilot: real keys, a data file of its own, the sample releases in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from humas_tui import i18n
from humas_tui.model import Release
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.tui.app import HumasApp
from humas_tui.tui.screens.newsroom import Newsroom
from humas_tui.tui.widgets.masthead import Saving


class Desk:
    """A newsroom in use, with what a test looks at."""

    def __init__(self, app: HumasApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def room(self) -> Newsroom:
        return self.app.newsroom

    @property
    def shown(self) -> Release:
        release = self.room.editor.release
        assert release is not None
        return release

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Key by key, as fast as a terminal hands over what was typed while the program was busy."""
        driver = self.app._driver
        assert driver is not None
        for character in text:
            name = {" ": "space", "\n": "enter"}.get(character) or _character_to_key(character)
            key = events.Key(name, character if name != "enter" else None)
            key.set_sender(self.app)
            driver.send_message(key)
        await self.pilot.pause()
        await self.pilot.pause()

    async def until(self, met: Callable[[], object], what: str) -> None:
        """Wait until ``met``; fails after ten seconds, naming ``what``."""
        for _ in range(200):
            if met():
                return
            await self.pilot.pause(0.05)
        pytest.fail(f"never came: {what}")

    async def saved(self) -> None:
        """Until everything that was typed is kept. The newsroom takes it over 0.15 s after the last key."""
        self.room.gather()
        await self.until(lambda: self.room.masthead.state is Saving.SAVED, "saved")

    def stored(self, identifier: str = "") -> Release:
        """A release as the data file has it now."""
        release = ReleaseStore(self.app.data).get(identifier or self.shown.id)
        assert release is not None
        return release

    def screen_text(self) -> str:
        """The screen as characters."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def toasts(self) -> str:
        """What the notifications say."""
        return "\n".join(str(note.message) for note in self.app._notifications)


Open = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The message ids are what tests read."""
    before = i18n.current()
    i18n.use("en")
    yield
    i18n.use(before)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newsroom, to be copied."""
    folder = tmp_path_factory.mktemp("demo")
    make_demo(folder)
    return folder


@pytest.fixture
def newsroom(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the newsroom: ``async with newsroom(size=(120, 36)) as desk``; ``empty`` without releases,
    ``first`` without settings."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 36), *, empty: bool = False, first: bool = False
    ) -> AsyncIterator[Desk]:
        data, config = tmp_path / "humas.json", tmp_path / "config.toml"
        if not data.exists() and not empty:
            copytree(demo, tmp_path, dirs_exist_ok=True)
        if first:
            config.unlink(missing_ok=True)
        elif not config.exists():
            config.write_text("")
        app = HumasApp(data, config)
        app.export_folder = tmp_path / "out"
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.until(lambda: isinstance(app.newsroom, Newsroom) and app.newsroom.is_mounted, "newsroom")
            ready = (Saving.SAVED, Saving.READING)
            await desk.until(lambda: app.newsroom.masthead.state in ready, "furniture")
            app.export_folder = tmp_path / "out"
            await pilot.pause()
            yield desk
        assert app.close_desk() == ""

    return opened
