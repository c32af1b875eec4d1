"""A line to write in: what is pasted is made safe and laid on it, every word of it."""

from __future__ import annotations

import re
from typing import Final

from textual import events
from textual.widgets import Input

from ...text.clean import clean

_BREAKS: Final = re.compile(r"[\n\t]+")


class Line(Input):
    """Textual's line takes the first line of what is pasted, whatever it holds; this one the whole text, with a
    space in the place of line ends and tabs."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in the newsroom."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        line = _BREAKS.sub(" ", clean(text).strip("\n"))
        if line:
            self.replace(line, *self.selection)
