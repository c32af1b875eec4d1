"""A pane of the newsroom: a frame with a title above and a count below."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Region


class Pane(Vertical):
    """``tell`` has the lower edge say something and repaints that edge alone: what stands there changes with
    the words that are written, and setting Textual's ``border_subtitle`` repaints all that is inside, 7 KB on
    a full screen. It uses the private name behind ``border_subtitle``."""

    def tell(self, told: Content) -> None:
        """Have the lower edge say this."""
        if self._border_subtitle is not None and self._border_subtitle.is_same(told):
            return
        self._border_subtitle = told
        width, height = self.outer_size
        self.refresh(Region(0, height - 1, width, 1).translate(Offset(0, 0) - self.content_offset))
