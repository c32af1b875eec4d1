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
        """As many keys as fit, the most needed first."""
        parts: list[Content] = []
        self._ends = []
        end = 0
        for command in COMMANDS:
            if command.hidden or (command.panes and self.pane not in command.panes):
                continue
            key, title = f" {key_of(command, self._keymap)} ", f"{_(command.title)} "
            end += len(key) + len(title)
            if end > self.size.width:
                break
            parts += [Content.styled(key, "bold $accent"), Content.styled(title, "$quiet")]
            self._ends.append((end, command))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Have the command under the pointer done."""
        for end, command in self._ends:
            if event.x < end:
                self.post_message(self.Pressed(command))
                return
