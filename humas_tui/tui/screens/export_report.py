"""What came of an export: each file that was not written, and why."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from ...i18n import _
from .dialog import Dialog, words


class ExportReport(Dialog[None]):
    """The lines of the report."""

    BINDINGS = [Binding("enter", "cancel", show=False, priority=True)]

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines in a box that scrolls."""
        with self.frame(_("Export report"), _("↑↓ scroll · Esc close")), VerticalScroll(id="report"):
            for line in self._lines:
                yield words(line, "line")

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one("#report").focus()
