"""The pictures of the screen that the README shows.

    python -m tests.pictures          # draws docs/pictures/*.svg anew

The sample newsroom, in Indonesian, on a fixed day, is worked in by real keys; what stands on the screen then
is drawn by Textual. The same code draws the same pictures, so that a change of the interface is seen in them
and in nothing else. They hold no path of this machine and fetch no font from elsewhere.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from textual.pilot import Pilot
from textual.widgets import Input

from humas_tui import i18n
from humas_tui.samples import make_demo
from humas_tui.tui.app import HumasApp
from humas_tui.tui.screens.newsroom import Newsroom
from tests.fakes import FixedClock

FOLDER: Final = Path(__file__).parent.parent / "docs" / "pictures"
CLOCK: Final = FixedClock()
NOW: Final = CLOCK.now()
FONTS: Final = "Fira Code, Cascadia Mono, DejaVu Sans Mono, Menlo, Consolas, monospace"

Session = Pilot[Any]
Work = Callable[[Session], Awaitable[None]]


@dataclass(frozen=True)
class Picture:
    """A picture: its name, the size of the terminal, the theme, and what is done before it is drawn."""

    name: str
    size: tuple[int, int]
    work: Work
    theme: str = "humas-malam"


async def newsroom(session: Session) -> None:
    """A draft in the editor, as WhatsApp will have it beside it."""
    await press(session, "down", "down", "down", "enter")


async def questions(session: Session) -> None:
    """The questions of a template, some of them answered."""
    await press(session, "ctrl+n", "down", "down", "enter")
    for answer in ("Pemerintah Kota Sukamaju", "membuka layanan imunisasi kejar di 15 puskesmas", "24/11/2026"):
        await write(session, answer)
        await press(session, "enter")


async def search(session: Session) -> None:
    """A search in the list, on a small screen."""
    await press(session, *"banjir")


async def history(session: Session) -> None:
    """A version beside what the release says now."""
    await press(session, "down", "down", "down", "enter", "ctrl+s", *5 * ["down"], "end")
    await write(session, " Pendaftaran dibuka lewat telepon.")
    await press(session, "down", "down", "end")
    await write(session, " benar-benar")
    await session.pause(1.5)
    await press(session, "ctrl+r")


async def language(session: Session) -> None:
    """The copy desk over a draft with a few faults."""
    await press(session, "down", "down", "down", "enter")
    await write(session, "Dinas Koperasi akan melaksanakan workshop disetiap pasar, Senin (5/12/2026) . ")
    await session.pause(1.0)
    await press(session, "f7")


async def letterhead(session: Session) -> None:
    """The letterhead designer: the page on F4, in Times New Roman."""
    await press(session, "shift+f4", *9 * ["down"], "down", "right", "down", "right")
    await session.pause(1.5)


PICTURES: Final = (
    Picture("newsroom", (120, 36), newsroom),
    Picture("questions", (100, 30), questions),
    Picture("language", (120, 36), language),
    Picture("history", (120, 30), history),
    Picture("letterhead", (120, 36), letterhead),
    Picture("small", (80, 24), search, theme="humas-siang"),
)


async def press(session: Session, *keys: str) -> None:
    """Press these keys, each once what the one before it set going has come to rest."""
    for key in keys:
        await session.press(key)
        await session.pause(0.1)


async def write(session: Session, text: str) -> None:
    """Press the keys of a text."""
    for character in text:
        await session.press(
            {
                " ": "space",
                "/": "slash",
                ".": "full_stop",
                ",": "comma",
                "(": "left_parenthesis",
                ")": "right_parenthesis",
            }.get(character, character)
        )


async def draw(picture: Picture) -> str:
    """The picture as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        data, config = make_demo(Path(folder))
        app = HumasApp(data, config)
        app.theme = picture.theme
        async with app.run_test(size=picture.size) as session:
            while not (isinstance(app.newsroom, Newsroom) and app.newsroom.query("#outlets")):
                await session.pause(0.05)
            desk = app.newsroom.desk
            desk.clock = desk.history.clock = desk.drafting.clock = CLOCK
            desk.history.who = "intan"
            app.newsroom.list_pane.releases._now = lambda: NOW
            app.newsroom.list_pane.releases.refresh()
            await session.pause(0.3)
            await picture.work(session)
            await session.pause(0.6)
            for line in app.screen.query(Input):
                line.cursor_blink = False
            await session.pause(0.1)
            return plain(app.export_screenshot(title="humas-tui"))


def plain(svg: str) -> str:
    """The picture with fonts that are at hand, instead of those that it would fetch from elsewhere."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", f"font-family: {FONTS};", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def main() -> int:
    """Draw them all; the exit code is 1 where one shows a path of this machine."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION", "NO_COLOR"):
        os.environ.pop(name, None)
    i18n.use("id")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        svg = asyncio.run(draw(picture))
        if any(str(place) in svg for place in (Path.home(), tempfile.gettempdir(), FOLDER.parent.parent)):
            print(f"{picture.name}: shows a path of this machine", file=sys.stderr)
            return 1
        (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        print(f"docs/pictures/{picture.name}.svg")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
