"""A list of a few hundred entries of two lines each."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList


class PickList(OptionList):
    """Enter or a double click takes the entry under the cursor; a single click, which Textual's list takes for
    Enter, only moves the cursor there."""

    BINDINGS = [Binding("enter", "choose", show=False)]

    @dataclass
    class Chosen(Message):
        """The entry at ``index`` was taken."""

        index: int

    def action_choose(self) -> None:
        """Take the entry under the cursor."""
        if self.highlighted is not None:
            self.post_message(self.Chosen(self.highlighted))

    def on_click(self, event: events.Click) -> None:
        """The second click takes it."""
        if event.chain == 2:
            self.action_choose()
