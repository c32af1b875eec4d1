"""The editor of prose paints the same screen as the stock TextArea, key by key, and cheaper."""

from __future__ import annotations

import random
from contextlib import AsyncExitStack

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.widgets import TextArea

from humas_tui.tui.widgets.prose import ProseArea
from tests.samples import STEMS, release

KEYS = (
    "a b c space enter backspace delete left right up down home end pageup pagedown shift+left shift+right "
    "shift+up shift+down ctrl+z ctrl+y ctrl+k ctrl+u ctrl+w ctrl+left ctrl+right ctrl+shift+left f7 ctrl+x "
    "ctrl+v ctrl+shift+k"
).split()
TEXT = "\n\n".join(release(stem).body for stem in STEMS)[:9000]


class Sheet(App[None]):
    """One text area on the whole screen."""

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self.area = area

    def compose(self) -> ComposeResult:
        yield self.area


def cells(app: App[None]) -> list[list[tuple[str, str]]]:
    """What is painted: characters with their styles."""
    rows = app.screen._compositor.render_strips()
    styled = [[(str(segment.style), segment.text) for segment in row] for row in rows]
    return [[(character, style) for style, text in row for character in text] for row in styled]


def stock() -> TextArea:
    area = TextArea(TEXT, soft_wrap=True, compact=True, max_checkpoints=1000, highlight_cursor_line=False)
    area.cursor_blink = False
    area.match_cursor_bracket = False
    return area


@pytest.mark.parametrize("seed", range(3))
async def test_every_key_paints_what_the_stock_area_paints(seed: int) -> None:
    chance = random.Random(seed)
    ours = ProseArea()
    async with AsyncExitStack() as stack:
        theirs = stock()
        their_app, our_app = Sheet(theirs), Sheet(ours)
        their_pilot = await stack.enter_async_context(their_app.run_test(size=(80, 24)))
        our_pilot = await stack.enter_async_context(our_app.run_test(size=(80, 24)))
        ours.show("satu", TEXT)
        for area in (theirs, ours):
            area.history.checkpoint_timer = 1e9
            area.focus()
        for number in range(80):
            key = chance.choice(KEYS)
            if key in ("ctrl+z", "ctrl+y"):  # ours undoes by words; what it paints is compared below
                await our_pilot.press(key)
                with theirs.prevent(TextArea.Changed):
                    theirs.load_text(ours.text)
                theirs.selection = ours.selection
                theirs.scroll_to(y=ours.scroll_y, animate=False, force=True)
                await their_pilot.pause()
            else:
                await their_pilot.press(key)
                await our_pilot.press(key)
            assert (ours.text, ours.selection) == (theirs.text, theirs.selection), (seed, number, key)
            painted = cells(our_app)
            ours._line_cache.clear()
            ours._styles_cache.clear()
            ours.refresh()
            await our_pilot.pause()
            assert painted == cells(our_app), ("its own full repaint", seed, number, key)
            if ours.scroll_offset == theirs.scroll_offset:
                assert painted == cells(their_app), ("the stock area", seed, number, key)


async def test_a_key_repaints_its_rows_only() -> None:
    area = ProseArea()
    app = Sheet(area)
    async with app.run_test(size=(80, 24)) as pilot:
        area.show("satu", TEXT)
        area.focus()
        await pilot.pause()
        painted: list[int] = []
        render = area._render_line

        def counted(y: int) -> object:
            painted.append(y)
            return render(y)

        area._render_line = counted  # type: ignore[method-assign, assignment]
        await pilot.press("x")
        await pilot.pause()
        assert 0 < len(set(painted)) < 12


@pytest.mark.parametrize("text", ["", "\n", "a\n", "  a \n\n\n b", "tab\there", "ß İ ﬁ 👨‍👩‍👧‍👦 e\u0301"])
async def test_text_in_is_text_out(text: str) -> None:
    from humas_tui.text.clean import clean

    area = ProseArea()
    app = Sheet(area)
    async with app.run_test():
        area.show("satu", text)
        assert area.text == clean(text)


async def test_a_long_text_that_was_pasted_is_taken_back_though_the_scrollbar_goes_with_it() -> None:
    """The stock area looks for its cursor behind the end of the text then."""
    area = ProseArea()
    async with Sheet(area).run_test(size=(80, 24)) as pilot:
        area.show("satu", "Pendek.")
        area.focus()
        area.post_message(Paste(TEXT))
        await pilot.pause()
        assert area.show_vertical_scrollbar
        await pilot.press("ctrl+z")
        assert (area.text, area.show_vertical_scrollbar) == ("Pendek.", False)
        await pilot.press("ctrl+y", "ctrl+z")
        assert (area.text, area.cursor_location) == ("Pendek.", (0, 0))
