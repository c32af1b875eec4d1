"""The bar of keys at the foot of the newsroom: one line, drawn at once, in the language in use.

Textual's Footer builds a widget a key and takes its words from class attributes, which are set before the
language is known; it also comes late to the first picture.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ...i18n import _
from ..commands import COMMANDS, Command, key_of


class KeyBar(Widget):
    """The commands that serve in the pane in use; a click has one done."""

    pane: reactive[str] = reactive("list")

    class Pressed(Message):
        """A command was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap
        self._ends: list[tuple[int, Command]] = []

    def render(self) -> Content:
        """The keys of the pane in use; on a narrow screen the most needed of them."""
        shown = [c for c in COMMANDS if not c.hidden and (not c.panes or self.pane in c.panes)]
        words = {c.id: (f" {key_of(c, self._keymap)} ", f"{_(c.title)} ") for c in shown}
        while sum(len(key) + len(title) for key, title in words.values()) > self.size.width:
            least = max((c for c in shown if c.id in words), key=lambda c: c.spare)
            if not least.spare:
                break
            del words[least.id]
            shown.remove(least)
        parts: list[Content] = []
        self._ends = []
        end = 0
        for command in shown:
            key, title = words[command.id]
            end += len(key) + len(title)
            parts += [Content.styled(key, "bold $accent"), Content.styled(title, "$quiet")]
            self._ends.append((end, command))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Have the command under the pointer done."""
        for end, command in self._ends:
            if event.x < end:
                self.post_message(self.Pressed(command))
                return
