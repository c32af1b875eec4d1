"""What to do where nothing can be copied with its formatting: open the page in the browser, and copy it there."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button

from ...i18n import _
from .dialog import Dialog, words


class InBrowser(Dialog[bool]):
    """Why it was not copied, and the way round."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self._told = told

    def compose(self) -> ComposeResult:
        """The sentence, and a button that does it."""
        with self.frame(_("Copy formatted"), _("Enter choose · Esc close")):
            yield words(self._told, "note")
            yield Button(_("Open it in the browser"), compact=True, id="open")

    @on(Button.Pressed)
    def _chosen(self) -> None:
        self.dismiss(True)
