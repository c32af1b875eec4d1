"""Copying with formatting and writing a short mail: what the officer is told, and what is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from humas_tui.outlets.formatted import formatted
from humas_tui.outlets.mailto import note
from humas_tui.ports import CopyReport, CopyState
from humas_tui.tui.screens.in_browser import InBrowser
from tests.fakes import MemoryClipboard, MemoryOpener
from tests.tui.conftest import Desk, Open


@dataclass
class Clipboard(MemoryClipboard):
    """Answers as it is told to."""

    report: CopyReport
    texts: list[str] = field(default_factory=list)

    def copy_formatted(self, html: str, text: str) -> CopyReport:
        super().copy_formatted(html, text)
        return self.report


class NoDesktop(MemoryOpener):
    def refusal(self) -> str:
        return "there is no desktop"


async def asked(desk: Desk) -> str:
    """What is told after the key; the notifications before it are gone."""
    desk.app.clear_notifications()
    await desk.press("shift+f4")
    await desk.until(desk.toasts, "the report")
    return desk.toasts()


async def test_the_key_copies_it_or_tells_the_way_round(newsroom: Open, tmp_path: Path) -> None:
    page = tmp_path / "salinan-terakhir.html"
    refused = CopyReport(CopyState.FILE, "", page, (("X11", "the display does not answer"),))
    async with newsroom() as desk:
        releasing = desk.room.desk.releasing
        releasing.clipboard = clipboard = Clipboard(CopyReport(CopyState.CERTAIN, "X11", page))
        releasing.opener = opener = MemoryOpener()
        await desk.press("f3")
        await desk.type("Judul baru ")  # typed just before: it must be in the copy
        assert (await asked(desk)).startswith("Copied with formatting, and as plain text")
        made = formatted(desk.shown, desk.room.desk.office)
        assert clipboard.texts == [made.html, made.text]
        assert "Judul baru" in made.text

        clipboard.report = CopyReport(CopyState.SENT, "X11", page)
        assert "whether it arrived cannot be seen here" in await asked(desk)

        clipboard.report = refused
        releasing.opener = NoDesktop()
        assert f"The formatted text is in {page}" in await asked(desk)

        releasing.opener = opener
        for key, opened in (("escape", []), ("enter", [str(page)])):
            await desk.press("shift+f4")
            await desk.until(lambda: isinstance(desk.app.screen, InBrowser), "the question")
            await desk.pilot.pause()
            assert "the display does not answer" in desk.screen_text()
            await desk.press(key)
            await desk.until(lambda: desk.app.screen is desk.room, "the newsroom again")
            await desk.until(lambda opened=opened: opener.opened == opened, "the browser")


async def test_a_short_mail_by_the_palette(newsroom: Open) -> None:
    async with newsroom() as desk:
        desk.room.desk.releasing.opener = opener = MemoryOpener()
        await desk.press("ctrl+p")
        await desk.until(lambda: desk.app.screen is not desk.room, "the palette")
        await desk.type("Write a mail")
        await desk.until(lambda: "new message in the mail program" in desk.screen_text(), "the command")
        await desk.press("enter")
        await desk.until(lambda: opener.opened, "the mail program")
        made = note(desk.shown, desk.room.desk.office)
        assert made is not None
        assert opener.opened == [made.address]
        await desk.until(lambda: "headline, summary, message and contacts" in desk.toasts(), "what was told")
