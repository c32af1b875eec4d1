"""The line over the keys that tells how far an export has come, and what came of it."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class ProgressLine(Widget):
    """Shows ``told``; nothing, not even a line, while that is empty. A click is ``Pressed``."""

    told: reactive[str] = reactive("")

    class Pressed(Message):
        """The officer wants to know more."""

    def watch_told(self, told: str) -> None:
        """Take a line of the screen, or give it back."""
        self.display = bool(told)

    def render(self) -> Content:
        """The sentence, with an end that shows where something was cut."""
        return Content(f" {self.told}").truncate(self.size.width, ellipsis=True)

    def on_click(self) -> None:
        """Ask for more."""
        self.post_message(self.Pressed())
