"""Whole copies: making one, and the way back to one."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.worker import get_current_worker

from ...errors import HumasError, StoppedError, StoreError
from ...i18n import _
from ..messages import BackedUp
from .looking_back import AGAIN
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk
    from .restore import Restored

#: So many of the photos that are not in a backup are named on the screen; the command line names all.
NAMED: Final = 5


class BackingUp(Room):
    """The part of the newsroom that makes backups and restores them."""

    def action_backup(self) -> None:
        """Make a backup of everything as it is now."""
        if self.all_kept(_("No backup")):
            self.notify(_("Making a backup …"), timeout=3, markup=False)
            self._back_up(self.desk)

    @work(thread=True, exclusive=True, group="backup")
    def _back_up(self, desk: Desk) -> None:
        worker = get_current_worker()
        try:
            self.post_message(BackedUp(desk.backups.make(stop=lambda: worker.is_cancelled)))
        except StoppedError:
            return
        except HumasError as error:
            self.post_message(BackedUp(None, error))

    @on(BackedUp)
    def _backed_up(self, event: BackedUp) -> None:
        from ...desk.backups import told_of

        if event.report is None:
            self.notify(str(event.error), severity="error", timeout=10, markup=False, title=_("No backup"))
            return
        self.notify(str(event.report.path), timeout=12, markup=False, title=_("Backup made"))
        self._tell_missing(_("Not in the backup"), told_of(event.report.left_out))

    @work(exclusive=True, group="dialog")
    async def action_restore(self) -> None:
        """Ask for a backup, and once more whether it shall be; then have everything as it says."""
        from .restore import RestoreChoice, RestoreQuestion

        backups = await asyncio.to_thread(self._made)
        file = await self.app.push_screen_wait(RestoreChoice(backups))
        if file is None:
            return
        while self.saving:  # what is under way now must not come in behind the backup
            await asyncio.sleep(AGAIN)
        if not self.all_kept(_("Not restored")):
            return
        restored: Restored | None = await self.app.push_screen_wait(RestoreQuestion(self.desk, file))
        if restored is not None:
            self._show_restored(restored)

    def _made(self) -> list[Path]:
        try:
            return self.desk.backups.made()
        except StoreError:
            return []  # a path can be given all the same

    def _show_restored(self, restored: Restored) -> None:
        from ...desk.backups import told_of, told_of_restore

        report = restored.report
        if report is None:
            self.notify(str(restored.error), severity="error", timeout=20, markup=False, title=_("Not restored"))
            return
        self.desk.shelf.fill(restored.releases)
        self.show_anew()
        self.app.settings_replaced()  # type: ignore[attr-defined] # HumasApp has it
        told = [*told_of_restore(report), *([str(report.before)] if report.before is not None else [])]
        self.notify("\n".join(told), timeout=30, markup=False, title=_("Restored"))
        self._tell_missing(_("Not put back"), told_of(report.left_out))

    def _tell_missing(self, title: str, missing: list[str]) -> None:
        if missing:
            told = "\n".join([*missing[:NAMED], *(["…"] if len(missing) > NAMED else [])])
            self.notify(told, severity="warning", timeout=20, markup=False, title=title)
