"""Help for where you are: what the pane is for, and every key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ...i18n import N_, _
from ..commands import COMMANDS, key_of
from .dialog import Page

PANES: Final[dict[str, str]] = {
    "list": N_(
        "The release list. Arrows move, Enter opens the release in the editor, typing searches headline and "
        "body. The mark tells the status: ○ draft, ◐ in review, ● approved, ✔ released, ▪ archived."
    ),
    "editor": N_(
        "The editor. The body is Markdown: **bold**, *italic*, - list, > quotation; a blank line parts "
        "paragraphs. ^Z undoes a word at a time, ^Y redoes. Everything is saved by itself when you pause."
    ),
    "preview": N_(
        "The preview shows exactly what will be sent. F5 turns to the next outlet, Enter lets you write its text "
        "by hand, ^G copies it, ^E writes files. The count stands below, beside the limit."
    ),
}


class Help(Page):
    """A page of help."""

    def __init__(self, pane: str, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._pane = pane
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The pane's paragraph, then the commands."""
        with self.frame(_("Help"), _("↑↓ scroll · Esc close")):
            yield Static(Content(_(PANES[self._pane])), classes="note")
            lines = []
            for command in COMMANDS:
                key = key_of(command, self._keymap) if command.key else _("^P menu")
                lines += [Content.styled(f"{key:>9}  ", "bold $accent"), Content(_(command.help)), Content("\n")]
            lines += [Content.styled(f"{'^P':>9}  ", "bold $accent"), Content(_("Every command, by name"))]
            yield Static(Content.assemble(*lines))
