"""Rewording: a text of its own for the outlet in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.widget import Widget

from ...desk.releasing import too_long
from ...errors import HumasError, RefusedError
from ..widgets.editor import Editor
from ..widgets.preview_pane import PreviewPane
from .room import Room

if TYPE_CHECKING:
    from .own_text import OwnTextScreen


class Rewording(Room):
    """The part of the newsroom in which the text of one outlet is written by hand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rewording: OwnTextScreen | None = None

    @work(exclusive=True, group="dialog")
    async def action_own_text(self) -> None:
        """Show the text for the outlet in the preview, to be written by hand. It is saved while that is done."""
        from .own_text import OwnTextScreen

        self.gather()
        release, outlet = self.desk.shelf.get(self.shown), self.query_one(PreviewPane).outlet
        if release is None:
            return
        try:
            if reasons := too_long(release):  # the screen would stand still
                raise RefusedError(reason="; ".join(reasons))
            self.desk.wording.basis(release, outlet)
            self.desk.releasing.text(release, outlet)
        except HumasError as error:
            self.notify(str(error), severity="warning", timeout=8, markup=False)
            return
        self._rewording = OwnTextScreen(self.desk, release.id, outlet, self.mark_unkept, self.action_keep)
        try:
            await self.app.push_screen_wait(self._rewording)
        finally:
            self._rewording = None
        changed = self.desk.shelf.get(self.shown)
        if changed is not None:
            self.query_one(Editor).taken(changed)  # the body is as it was: the cursor stays where it is
            self.gather()

    def take_text(self) -> None:
        """Take over what was typed into the text of an outlet, if one is being written."""
        if self._rewording is not None and self._rewording.is_mounted:
            self._rewording.take()

    @property
    def written_in(self) -> Widget | None:
        """Where keys go while the text of an outlet is written."""
        return self._rewording.focused if self._rewording is not None else None
