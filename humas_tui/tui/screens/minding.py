"""Minding the data file: who writes it, what was found wrong with it, making it small, backups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from textual import on, work
from textual.worker import Worker, get_current_worker

from ...errors import HumasError, LockedError, StoreError
from ...i18n import _
from ..commands import command, key_of
from ..messages import Claimed, Found, Freed
from ..widgets.banner import Banner
from ..widgets.editor import Editor
from ..widgets.masthead import Masthead, Saving
from ..widgets.release_list import ReleaseList
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk

#: Seconds between two looks whether the window that writes has ended.
LOOK: Final = 2.0
#: The journal is looked after so often; where nothing was written for so long, all of it goes into the file.
TIDY: Final = 60.0
IDLE: Final = 300.0
#: Seconds that a refusal is shown; meanwhile it is not told again.
TOLD_FOR: Final = 6.0
#: Long work waits until nothing was typed for so long.
BREATH: Final = 0.5
#: Until everything has long been on the screen, the processor is not asked for work that can wait.
REPOSE: Final = 5.0


class Minding(Room):
    """The part of the newsroom that minds the data file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._freed = False
        self._written_at = monotonic()
        self._refused_at = -TOLD_FOR
        self._looked_after: date | None = None
        self._told: list[str] = []
        self._told_before: set[str] = set()

    def begin_minding(self) -> None:
        """Everything has its place: tell what was found, and begin."""
        self.show_rights()
        self.tell_findings()
        self.set_interval(TIDY, self._time_to_tidy)
        self.set_interval(LOOK, self._time_to_look)
        self.set_timer(REPOSE, self._look_after)

    def show_rights(self) -> None:
        """Show whether this window writes."""
        refused = self.desk.refused
        self.query_one(Editor).locked = refused is not None
        self.query_one(Masthead).tell(Saving.READING if refused else Saving.SAVED)
        self._freed = False
        banner = self.query_one(Banner)
        if refused is None:
            banner.tell("")
        elif isinstance(refused, LockedError):
            told = _(
                "Read only: another window is writing ({owner}). It can be taken over when that one is closed."
            )
            brief = _("Read only: in use in another window ({owner}).")
            owner = refused.details["owner"]
            banner.tell(told.format(owner=owner), brief.format(owner=owner))
        else:
            reason = refused.details.get("reason", refused)
            banner.tell(_("Read only: {reason}. {key} tries again.").format(reason=reason, key=self._claim_key()))

    def _claim_key(self) -> str:
        """The key that asks to write, as it is printed."""
        return key_of(command("keep"), self._keymap)

    def may_write(self) -> bool:
        """Whether this window writes; where it does not, that is told, but not for every key."""
        if self.desk.refused is not None and monotonic() - self._refused_at > TOLD_FOR:
            self._refused_at = monotonic()
            self.notify(self.query_one(Banner).told, severity="warning", timeout=TOLD_FOR, markup=False)
        return self.desk.refused is None

    @on(Editor.Refused)
    def _typing_refused(self) -> None:
        self.may_write()

    # -- another window ------------------------------------------------------------------------------------------

    def _time_to_look(self) -> None:
        if isinstance(self.desk.refused, LockedError) and not self._freed:
            self._look_for_owner(self.desk)

    @work(thread=True, exclusive=True, group="owner")
    def _look_for_owner(self, desk: Desk) -> None:
        if not desk.store.owner():
            self.post_message(Freed())

    @on(Freed)
    def _owner_ended(self) -> None:
        self._freed = True
        self._refused_at = -TOLD_FOR
        told = _("The other window was closed. Press {key}, or click here, to write in this one.")
        brief = _("The other window was closed. Press {key} to write in this one.")
        key = self._claim_key()
        self.query_one(Banner).tell(told.format(key=key), brief.format(key=key))

    @on(Banner.Pressed)
    def claim(self) -> object:
        """Become the one who writes, if that can be."""
        return self._claim(self.desk)

    @work(thread=True, exclusive=True, group="claim")
    def _claim(self, desk: Desk) -> None:
        try:
            releases = desk.store.all() if desk.claim() else None
        except StoreError as error:
            self.post_message(Claimed(None, error))
        else:
            self.post_message(Claimed(releases, desk.refused))

    @on(Claimed)
    def _claimed(self, event: Claimed) -> None:
        if event.releases is not None:
            self.desk.shelf.fill(event.releases)
            self.show_anew()
            self.notify(_("This window writes now."), timeout=4, markup=False)
            self._told = []
            self.tell_findings()
            self._look_after()
        elif event.error is not None:
            self.notify(str(event.error), severity="warning", timeout=8, markup=False)
        self.show_rights()

    # -- in the background -----------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="look-after")
    def _look_after(self) -> None:
        from ...bootstrap import look_after

        app: Any = self.app
        worker = get_current_worker()
        self._looked_after = self.desk.clock.now().date()
        self.post_message(Found(look_after(self.desk, app.data, lambda: self._hold_on(worker))))

    def _hold_on(self, worker: Worker[Any]) -> bool:
        """Asked by long work between two pieces of it: holds it up while somebody is typing (a key would take
        twice as long to show). Returns whether it is to stop."""
        while not worker.is_cancelled and monotonic() - self._written_at < BREATH:
            sleep(BREATH / 10)
        return worker.is_cancelled

    def written(self) -> None:
        """Something was typed: it is no time for long work."""
        self._written_at = monotonic()

    def _time_to_tidy(self) -> None:
        if self._looked_after not in (None, self.desk.clock.now().date()):
            self._look_after()  # the newsroom was left open over night
        if self.desk.refused is None:
            self._tidy(self.desk, idle=monotonic() - self._written_at > IDLE)

    @work(thread=True, exclusive=True, group="tidy")
    def _tidy(self, desk: Desk, *, idle: bool) -> None:
        try:
            desk.store.tidy(idle=idle)
        except HumasError as error:
            self.post_message(Found([str(error)]))
        else:
            self.post_message(Found([]))

    @on(Found)
    def _found(self, event: Found) -> None:
        self.query_one(ReleaseList).tick()  # what was damaged may be mended
        new = [sentence for sentence in event.sentences if sentence not in self._told_before]
        self._told_before.update(new)
        self.tell_findings(new)

    def tell_findings(self, others: Sequence[str] = ()) -> None:
        """Tell what the store has found since that was last told, as it was opened or when the disk refused a
        save, and ``others``."""
        found = self.desk.store.findings()
        known = len(self._told) if found[: len(self._told)] == self._told else 0
        self._told = found
        self._report([*others, *found[known:]])

    def _report(self, sentences: list[str]) -> None:
        if sentences:
            told = "\n".join(dict.fromkeys(sentences))
            self.notify(told, title=_("The data file"), severity="warning", timeout=30, markup=False)
