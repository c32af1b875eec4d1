"""Looking back: earlier versions of a release, what was deleted, and getting it again."""

from __future__ import annotations

from typing import Final

from textual import work
from textual.actions import SkipAction

from ...errors import StoreError
from ...i18n import _
from ...model import Release
from .room import Room

#: Seconds until it is looked again whether a save that is under way has ended.
AGAIN: Final = 0.02


class LookingBack(Room):
    """The part of the newsroom that brings back what was."""

    @work(exclusive=True, group="dialog")
    async def action_history(self) -> None:
        """Show the earlier versions of the release in the editor."""
        from .history import HistoryScreen

        self.gather()
        if self.shown and self.all_kept(_("No history")):
            await self.app.push_screen_wait(HistoryScreen(self.desk, self.shown))
            self.show_anew()

    @work(exclusive=True, group="dialog")
    async def action_trash(self) -> None:
        """Show what was deleted."""
        from .trash import TrashScreen

        back: list[Release] | None = await self.app.push_screen_wait(TrashScreen(self.desk))
        if back:
            self._put_back(back)

    def action_discard(self) -> None:
        """Put the release in the editor into the trash, once it is saved: its last words are to be had back."""
        if self.saving:
            self.set_timer(AGAIN, self.action_discard)
            return
        release = self.desk.shelf.get(self.shown)
        if release is None or not self.all_kept(_("Not deleted")):
            return
        near = self.near
        try:
            self.desk.trash.discard(release.id)
        except StoreError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False, title=_("Not deleted"))
            return
        self.show_anew(near)
        told = _("“{headline}” is in the trash for 30 days.\n^Z in the list brings it back at once.")
        headline = release.headline or _("(no headline yet)")
        self.notify(told.format(headline=headline), timeout=10, markup=False, title=_("Deleted"))

    def action_undo(self) -> None:
        """Bring back what was deleted last; in the editor the key undoes what was typed."""
        if self.pane == "editor":
            raise SkipAction
        try:
            back = self.desk.trash.undo()
        except StoreError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False, title=_("Not brought back"))
            return
        if back:
            self._put_back(back)
        else:
            self.notify(_("Nothing was deleted that could be brought back. The trash: ^P, “Trash”."), markup=False)

    def _put_back(self, releases: list[Release]) -> None:
        self.gather()
        self.show_anew(releases[0].id)
        self.notify("\n".join(release.headline for release in releases), markup=False, title=_("Brought back"))
