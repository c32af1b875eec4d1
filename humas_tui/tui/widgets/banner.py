"""The banner: one line under the head of the newsroom while its text can be read only, and why."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Banner(Widget):
    """Shows ``told``; nothing, not even a line, while that is empty. A click is ``Pressed``."""

    told: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._brief = ""

    class Pressed(Message):
        """The officer wants to write."""

    def tell(self, told: str, brief: str = "") -> None:
        """Show a sentence; where the screen is too narrow for it, the ``brief`` one."""
        self._brief = brief
        self.told = told
        self.refresh()

    def watch_told(self, told: str) -> None:
        """Take a line of the screen, or give it back."""
        self.display = bool(told)

    def render(self) -> Content:
        """The sentence that fits, with an end that shows where something was cut."""
        line = Content(f" {self.told}")
        if line.cell_length > self.size.width and self._brief:
            line = Content(f" {self._brief}")
        return line.truncate(self.size.width, ellipsis=True)

    def on_click(self) -> None:
        """Ask to write."""
        self.post_message(self.Pressed())
