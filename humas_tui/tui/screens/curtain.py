"""The curtain: the frames of the newsroom, painted before the newsroom itself is imported.

A person sees where everything will be 0.1 s sooner. It is the first screen; the newsroom is laid over it.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen

from ...i18n import _
from ..widgets.key_bar import KeyBar
from ..widgets.masthead import Masthead

BREAKPOINTS = [(0, "-one"), (70, "-two"), (100, "-three")]


class Curtain(Screen[None]):
    """Head, three empty panes, keys."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, office: str, keymap: dict[str, str]) -> None:
        super().__init__(classes="desk -on-list")
        self._office = office
        self._keymap = keymap
        self._painted = Size(0, 0)

    def compose(self) -> ComposeResult:
        """The frames, titled."""
        yield Masthead(self._office)
        with Horizontal(id="panes"):
            for name, title in (
                ("list-pane", _("Releases")),
                ("editor", _("Editor")),
                ("preview-pane", _("Preview")),
            ):
                frame = Vertical(id=name, classes="pane")
                frame.border_title = title
                yield frame
        yield KeyBar(self._keymap)

    def _compositor_refresh(self) -> None:
        """Paint once a size. Textual paints a new screen four times over, 25 ms each, while the newsroom is
        waiting for the processor; nothing changes here in between."""
        if self._painted != self.size:
            self._painted = self.size
            super()._compositor_refresh()

    def keep_now(self) -> str:
        """Nothing was written yet."""
        return ""
