"""Picturing: the photos of the release in the editor."""

from __future__ import annotations

from textual import work

from ..widgets.editor import Editor
from .room import Room


class Picturing(Room):
    """The part of the newsroom that sees to the photos."""

    @work(exclusive=True, group="dialog")
    async def action_photos(self) -> None:
        """Show the photos of the release in the editor, to be added, described, put into order. What is changed
        there is saved at once."""
        from .photos import PhotoScreen

        self.gather()
        if not self.shown:
            return
        await self.app.push_screen_wait(PhotoScreen(self.desk, self.shown, self.mark_unkept))
        release = self.desk.shelf.get(self.shown)
        if release is not None:
            self.query_one(Editor).taken(release)  # the body is as it was: the cursor stays where it is
            self.gather()
