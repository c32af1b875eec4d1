"""A pane of the newsroom: a frame with a title above and a count below."""

from __future__ import annotations

from typing import Final

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Region

#: Cells of the lower edge beside what it says: its corners, a line and a space on either side.
AROUND: Final = 6


class Pane(Vertical):
    """``tell`` has the lower edge say something and repaints that edge alone: what stands there changes with
    the words that are written, and setting Textual's ``border_subtitle`` repaints all that is inside, 7 KB on
    a full screen. It uses the private name behind ``border_subtitle``."""

    _says: tuple[Content, Content] | None = None

    def tell(self, told: Content, shorter: Content | None = None) -> None:
        """Have the lower edge say this; ``shorter`` where it would be cut off."""
        self._says = told, shorter or told
        self._say(*self._says)

    def on_resize(self) -> None:
        """Another width, perhaps another wording."""
        if self._says is not None:
            self._say(*self._says)

    def _say(self, told: Content, shorter: Content) -> None:
        if told.cell_length > self.outer_size.width - AROUND:
            told = shorter
        if self._border_subtitle is not None and self._border_subtitle.is_same(told):
            return
        self._border_subtitle = told
        width, height = self.outer_size
        self.refresh(Region(0, height - 1, width, 1).translate(Offset(0, 0) - self.content_offset))
