"""Saving by itself, in two steps: what was taken over is appended in a worker at once, which survives the end of
the program; a second at most after it everything is synced, which survives the loss of power. The head of the
newsroom says «saved» after the second step only."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text
from textual import on, work
from textual.timer import Timer

from ...errors import StoreError
from ...i18n import _
from ..messages import KeepFailed, Kept, VersionKept
from ..widgets.masthead import Masthead, Saving
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk

#: Seconds between two syncs while there is no pause in typing.
BETWEEN_SYNCS: Final = 1.0
RETRY: Final = 5.0


class Keeping(Room):
    """The part of the newsroom that saves. One save runs at a time; what changes meanwhile goes in the next."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._unkept: set[str] = set()
        self._unsettled: set[str] = set()
        self._in_flight: frozenset[str] | None = None
        self._settle_asked = False
        self._settled_at = 0.0
        self._alarm: Timer | None = None
        self._leaving = False

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._in_flight is not None

    def mark_unkept(self, identifier: str) -> None:
        """This release has a value on the shelf that the store does not have."""
        self._unkept.add(identifier)
        if self.query_one(Masthead).state is Saving.SAVED:
            self.query_one(Masthead).tell(Saving.CHANGED)
        self._keep()

    def settle(self) -> None:
        """Have everything survive the loss of power: there is time for that now."""
        if self._unkept or self._unsettled:
            self._settle_asked = True
            self._keep()
        elif self._in_flight is not None:
            self._settle_asked = True
        elif self.query_one(Masthead).state is Saving.CHANGED:
            self.query_one(Masthead).tell(Saving.SAVED)  # it was changed, and changed back

    def _settle_at_last(self) -> None:
        self._alarm = None
        self.settle()

    def _keep(self) -> None:
        if self._in_flight is not None or not (self._unkept or self._settle_asked):
            return
        settle = self._settle_asked or monotonic() - self._settled_at >= BETWEEN_SYNCS
        if self._settle_asked and self.query_one(Masthead).state is not Saving.FAILED:
            self.query_one(Masthead).tell(Saving.SAVING)
        self._in_flight, self._unkept, self._settle_asked = frozenset(self._unkept), set(), False
        self._keep_these(self.desk, self._in_flight, frozenset(self._unsettled), settle)

    @work(thread=True, group="keep")
    def _keep_these(
        self, desk: Desk, identifiers: frozenset[str], unsettled: frozenset[str], settle: bool
    ) -> None:
        try:
            desk.drafting.keep(*identifiers, synced=False)
            if settle:
                desk.drafting.settle()
        except StoreError as error:
            self.post_message(KeepFailed(identifiers, error, rescued(desk, identifiers | unsettled)))
        else:
            self.post_message(Kept(identifiers, desk.clock.now(), settle))

    @on(Kept)
    def _kept(self, event: Kept) -> None:
        self._in_flight = None
        self._unsettled |= event.identifiers
        if event.settled:
            self._unsettled.clear()
            self._settled_at = monotonic()
        elif self._alarm is None:
            self._alarm = self.set_timer(BETWEEN_SYNCS, self._settle_at_last)
        self.take_over()  # what was typed while it was saved is not: «saved» is said of all or not at all
        if self._unkept or self._unsettled or self._in_flight is not None:
            self.query_one(Masthead).tell(Saving.CHANGED)
        else:
            self.query_one(Masthead).tell(Saving.SAVED, at=event.at)
        self._keep()
        self.tell_findings()

    @on(KeepFailed)
    def _keep_failed(self, event: KeepFailed) -> None:
        first = self.query_one(Masthead).state is not Saving.FAILED
        self._in_flight = None
        self._unkept |= event.identifiers
        self._settle_asked = True
        self.query_one(Masthead).tell(Saving.FAILED, reason=str(event.error.details.get("reason", event.error)))
        if first:
            self.notify(
                f"{event.error}\n{event.rescued}", severity="error", timeout=20, markup=False, title=_("Not saved")
            )
        self.set_timer(RETRY, self._keep)

    def keep_now(self) -> str:
        """Save everything at once, on this thread. Returns what went wrong, or nothing."""
        self.take_over()
        pending = frozenset(self._unkept | (self._in_flight or frozenset()))
        if not pending and not self._unsettled:
            return ""
        try:
            self.desk.drafting.keep(*pending, synced=False)
            self.desk.drafting.settle()
        except StoreError as error:
            return f"{error}\n{rescued(self.desk, pending | self._unsettled)}"
        self._unkept.clear()
        self._unsettled.clear()
        return ""

    def action_keep(self) -> None:
        """Keep what is in the editor as a version, whatever is saved by itself; where it can be read only, ask
        to write."""
        if self.desk.refused is not None:
            self.claim()
            return
        self.gather()
        self.settle()
        if self.shown:
            self._keep_version(self.desk, self.shown)

    @work(thread=True, group="version")
    def _keep_version(self, desk: Desk, identifier: str) -> None:
        try:
            version = desk.history.keep(identifier)
        except StoreError as error:
            self.post_message(VersionKept(None, error))
        else:
            self.post_message(VersionKept(version))

    @on(VersionKept)
    def _version_kept(self, event: VersionKept) -> None:
        if event.error is not None:
            self.notify(
                str(event.error), severity="error", timeout=10, markup=False, title=_("No version was kept")
            )
        elif event.version is None:
            self.notify(_("Nothing has changed since the last version."), timeout=4, markup=False)
        else:
            told = _("Version {number} was kept. ^R shows them all.").format(number=event.version.number)
            self.notify(told, timeout=4, markup=False)

    def action_leave_newsroom(self) -> None:
        """Save and quit. When saving fails the first time, stay: the text is still on the screen."""
        failure = self.keep_now()
        if failure and not self._leaving:
            self._leaving = True
            again = _("Press ^Q again to quit anyway.")
            self.notify(f"{failure}\n{again}", severity="error", timeout=30, markup=False, title=_("Not saved"))
            return
        self.app.exit(4 if failure else 0, message=Text(failure) if failure else None)


def rescued(desk: Desk, identifiers: frozenset[str]) -> str:
    """Put these releases into rescue files, and say where."""
    paths: list[Path] = [path for path in map(desk.drafting.rescue, identifiers) if path is not None]
    if not paths:
        return _("The text is on the screen only: copy it (^G) before you quit.")
    return _("The text is safe in {files}.").format(files=", ".join(str(path) for path in paths))
