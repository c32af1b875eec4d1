"""Find and replace in the body: one line under it, open while it is used."""

from __future__ import annotations

import re

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from ...i18n import _
from .line import Line
from .prose import ProseArea


class FindBar(Horizontal):
    """What to find, what to put in its place, which hit it is.

    Enter in the first line goes to the next hit, in the second replaces it and goes on; up and down step
    through the hits; ctrl+a replaces all in one step of undo. Case does not matter.
    """

    BINDINGS = [
        Binding("enter", "enter", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("ctrl+a", "replace_all", show=False, priority=True),
        Binding("escape", "close", show=False, priority=True),
    ]

    class Closed(Message):
        """The officer is done with it."""

    def __init__(self, body: ProseArea) -> None:
        super().__init__(id="find-bar")
        self._body = body

    def compose(self) -> ComposeResult:
        """The two lines and the count."""
        chosen = self._body.selected_text
        yield Line(chosen if "\n" not in chosen else "", placeholder=_("Find"), compact=True, id="find")
        yield Line(placeholder=_("Replace with"), compact=True, id="replacement", disabled=self._body.read_only)
        yield Label("", id="hits")

    def on_mount(self) -> None:
        """Typing finds at once."""
        self.query_one("#find", Input).focus()
        self._go(0)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.id == "find":
            self._go(0)

    def action_enter(self) -> None:
        """The next hit; from the second line, with this one replaced."""
        if self.query_one("#replacement", Input).has_focus:
            self._replace()
            self._go(0)
        else:
            self._go(1)

    def action_step(self, by: int) -> None:
        """So many hits on."""
        self._go(by)

    def action_close(self) -> None:
        """Back to the text, with the hit selected."""
        self.post_message(self.Closed())

    def action_replace_all(self) -> None:
        """Replace every hit; one undo takes all of it back."""
        if self._body.read_only or not self._hits():
            raise SkipAction
        replacement = self.query_one("#replacement", Input).value
        text = self._pattern().sub(lambda match: replacement, self._body.text)
        self._body.history.checkpoint()
        self._body.replace(text, (0, 0), self._body.document.end)
        self._body.history.checkpoint()
        self._go(0)

    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.query_one("#find", Input).value), re.IGNORECASE)

    def _hits(self) -> list[tuple[int, int]]:
        if not self.query_one("#find", Input).value:
            return []
        return [match.span() for match in self._pattern().finditer(self._body.text)]

    def _go(self, by: int) -> None:
        """Select the first hit at or behind the selection (0), or so many hits on from there; round the end."""
        hits = self._hits()
        here = self._body.index_of(min(self._body.selection))
        at = next((number for number, (start, _end) in enumerate(hits) if start >= here), 0)
        if hits:
            at = (at + by) % len(hits)
            start, end = hits[at]
            self._body.move_cursor(self._body.location_of(start))
            self._body.move_cursor(self._body.location_of(end), select=True, center=True)
        told = f"{at + 1}/{len(hits)}" if hits else _("none") if self.query_one("#find", Input).value else ""
        self.query_one("#hits", Label).update(Content(told))

    def _replace(self) -> None:
        """Replace the hit that is selected, if one is."""
        chosen = self._body.selection
        if self._pattern().fullmatch(self._body.selected_text):
            result = self._body.replace(self.query_one("#replacement", Input).value, chosen.start, chosen.end)
            self._body.move_cursor(result.end_location)
