"""Panes: which one is in use, and the way to another."""

from __future__ import annotations

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from ..widgets.editor import Editor
from ..widgets.key_bar import KeyBar
from ..widgets.list_pane import ListPane
from ..widgets.masthead import Masthead
from ..widgets.preview_pane import PreviewPane
from .room import Room


class Panes(Room):
    """The part of the newsroom that goes from pane to pane."""

    @property
    def masthead(self) -> Masthead:
        """The head of the newsroom."""
        return self.query_one(Masthead)

    @property
    def list_pane(self) -> ListPane:
        """The pane of the releases."""
        return self.query_one(ListPane)

    @property
    def editor(self) -> Editor:
        """The pane of the text."""
        return self.query_one(Editor)

    @property
    def preview(self) -> PreviewPane:
        """The pane of the outlets."""
        return self.query_one(PreviewPane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane in use is the one that has the focus."""
        for ancestor in event.widget.ancestors_with_self:
            name = {"list-pane": "list", "editor": "editor", "preview-pane": "preview"}.get(ancestor.id or "")
            if name:
                self.pane = name

    def watch_pane(self, pane: str) -> None:
        """Narrow screens show the pane in use and, where there is room, one beside it."""
        for name in ("list", "editor", "preview"):
            self.set_class(name == pane, f"-on-{name}")
        self.query_one(KeyBar).pane = pane

    def action_show_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.pane = pane
        target: Widget = {
            "list": self.list_pane.releases,
            "preview": self.query_one("#preview"),
        }.get(pane) or self.editor.body
        if pane == "editor" and self.editor.release is not None and not self.editor.release.headline:
            target = self.query_one("#field-headline")
        target.focus()

    def action_search(self) -> None:
        """Go to the search line, with what was sought before selected."""
        self.pane = "list"
        self.list_pane.search.focus()
        self.list_pane.search.action_select_all()

    def action_fold(self) -> None:
        """Fold the fields away, or show them."""
        self.editor.folded = not self.editor.folded
        if self.editor.folded and isinstance(self.focused, Input):
            self.editor.body.focus()

    async def action_find(self) -> None:
        """Find and replace in the body."""
        if self.editor.release is not None:
            self.pane = "editor"
            await self.editor.find()

    def action_next_outlet(self) -> None:
        """Turn the preview to the next outlet."""
        self.gather()
        self.preview.next()
        if self.has_class("-one"):
            self.action_show_pane("preview")
