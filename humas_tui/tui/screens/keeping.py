"""Saving by itself: what was gathered is kept in a worker; the head of the newsroom tells how it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text
from textual import on, work
from textual.screen import Screen

from ...errors import StoreError
from ...i18n import _
from ..messages import KeepFailed, Kept
from ..widgets.masthead import Masthead, Saving

if TYPE_CHECKING:
    from ...desk import Desk

#: With the pause in typing (0.15 s) this makes 0.35 s from the last key to the disk.
WAIT: Final = 0.2
RETRY: Final = 5.0


class Keeping(Screen[None]):
    """The part of the newsroom that saves. One save runs at a time; what changes meanwhile goes in the next."""

    desk: Desk

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._unkept: set[str] = set()
        self._in_flight: frozenset[str] = frozenset()
        self._leaving = False

    def gather(self) -> None:
        """Take over what was typed."""
        raise NotImplementedError

    def mark_unkept(self, identifier: str) -> None:
        """This release has a value on the shelf that the store does not have."""
        self._unkept.add(identifier)
        if self.query_one(Masthead).state is Saving.SAVED:
            self.query_one(Masthead).tell(Saving.CHANGED)
        self.set_timer(WAIT, self._keep)

    def settle_state(self) -> None:
        """Tell that everything is saved, when it is."""
        head = self.query_one(Masthead)
        if not self._unkept and not self._in_flight and head.state is Saving.CHANGED:
            head.tell(Saving.SAVED)

    def _keep(self) -> None:
        if self._in_flight or not self._unkept:
            return
        self._in_flight, self._unkept = frozenset(self._unkept), set()
        if self.query_one(Masthead).state is not Saving.FAILED:
            self.query_one(Masthead).tell(Saving.SAVING)
        self._keep_these(self.desk, self._in_flight)

    @work(thread=True, group="keep")
    def _keep_these(self, desk: Desk, identifiers: frozenset[str]) -> None:
        try:
            desk.drafting.keep(*identifiers)
        except StoreError as error:
            self.post_message(KeepFailed(identifiers, error, rescued(desk, identifiers)))
        else:
            self.post_message(Kept(identifiers, desk.clock.now()))

    @on(Kept)
    def _kept(self, event: Kept) -> None:
        self._in_flight = frozenset()
        self.gather()  # what was typed while it was saved is not: «saved» is said of all or not at all
        self.query_one(Masthead).tell(Saving.CHANGED if self._unkept else Saving.SAVED, at=event.at)
        self._keep()

    @on(KeepFailed)
    def _keep_failed(self, event: KeepFailed) -> None:
        first = self.query_one(Masthead).state is not Saving.FAILED
        self._in_flight = frozenset()
        self._unkept |= event.identifiers
        self.query_one(Masthead).tell(Saving.FAILED, reason=str(event.error.details.get("reason", event.error)))
        if first:
            self.notify(
                f"{event.error}\n{event.rescued}", severity="error", timeout=20, markup=False, title=_("Not saved")
            )
        self.set_timer(RETRY, self._keep)

    def keep_now(self) -> str:
        """Save everything at once, on this thread. Returns what went wrong, or nothing."""
        self.gather()
        pending = frozenset(self._unkept | self._in_flight)
        if not pending:
            return ""
        try:
            self.desk.drafting.keep(*pending)
        except StoreError as error:
            return f"{error}\n{rescued(self.desk, pending)}"
        self._unkept.clear()
        return ""

    def action_keep(self) -> None:
        """Save now."""
        self.gather()
        self._keep()
        if not self._in_flight:
            self.query_one(Masthead).refresh()

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
