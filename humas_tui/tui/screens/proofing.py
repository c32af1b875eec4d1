"""Proofing: the copy desk reads along while the officer writes.

What it needs for the first check takes 0.3 s to read, in which a key would have to wait for the interpreter, 80 ms
for its collector of garbage. It is read in steps, and none is begun while somebody types.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from textual import on, work
from textual.worker import get_current_worker

from ...errors import HumasError
from ...i18n import _
from ...model import Release
from ..messages import Checked, Warmed
from ..widgets.editor import Editor
from ..widgets.findings import FindingsBar, FindingsList
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk
    from ...language.finding import Finding


#: While the copy desk warms up, threads take turns after so long (seconds; Python's own is 0.005).
TURN: Final = 0.001
#: So often it is looked whether the newsroom is closed while somebody types (seconds).
LOOK: Final = 0.2
_DONE: Final = object()


class Proofing(Room):
    """The part of the newsroom that has the release in the editor checked. It is read in a worker; what was found
    is thrown away when the text has moved on meanwhile."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reading = 0
        self._complained: set[str] = set()
        self._warm = False
        self.quiet = threading.Event()
        self.quiet.set()

    @property
    def _editor(self) -> Editor:
        return self.query_one(Editor)

    def read_along(self) -> None:
        """Have the release in the editor checked as it is now."""
        self._reading += 1
        release = self._editor.release
        if release is None:
            self._editor.show_findings(None)
        elif self._warm:
            self._check(self.desk, release, self._reading)

    @work(thread=True, group="warm")
    def warm_up(self, desk: Desk) -> None:
        """Have the copy desk read what it needs while ``quiet`` is set; then check what is in the editor."""
        worker = get_current_worker()
        steps = desk.checking.warm()
        try:
            while _step(steps):
                while not self.quiet.wait(LOOK):
                    if worker.is_cancelled:
                        return
        except HumasError:  # the first check meets it again, and tells it
            pass
        self.post_message(Warmed())

    @on(Warmed)
    def _warmed(self) -> None:
        self._warm = True
        self.read_along()

    @work(thread=True, group="check")
    def _check(self, desk: Desk, release: Release, reading: int) -> None:
        findings = desk.checking.release(release, lambda: reading != self._reading)
        if findings is not None:
            self.post_message(Checked(release, findings, desk.checking.gauge_of(release)))

    @on(Checked)
    def _checked(self, event: Checked) -> None:
        if event.release is self._editor.release:
            self._editor.show_findings(event.findings, event.release, event.gauge)
        complaints = set(self.desk.checking.complaints())
        if new := sorted(complaints - self._complained):
            self._complained |= complaints
            self.notify("\n".join(new), title=_("Copy desk"), severity="warning", timeout=15, markup=False)

    def _up_to_date(self) -> bool:
        """Have the findings be those of the text as it is now; whether there is a text."""
        self.gather()
        release = self._editor.release
        if release is None:
            return False
        if self._editor.checked is not release:
            self._reading += 1
            checking = self.desk.checking
            self._editor.show_findings(checking.release(release) or (), release, checking.gauge_of(release))
        return True

    # -- commands ----------------------------------------------------------------------------------------------

    def action_next_finding(self, by: int) -> None:
        """Go to the next finding, or the one before."""
        if not self._up_to_date():
            return
        finding = self._editor.next_finding(by)
        if finding is None:
            self.notify(_("Nothing was found."), title=_("Copy desk"), timeout=3, markup=False)
        else:
            self.go_to(finding)

    def action_fix(self) -> None:
        """Put in the first fix of the finding at the cursor; where there is none, go to the next finding."""
        if not self._up_to_date():
            return
        finding = self._editor.finding_here()
        if finding is None:
            self.action_next_finding(1)
        else:
            self._put(finding, 0)

    async def action_findings(self) -> None:
        """Show the list of the findings, or close it."""
        if self._up_to_date():
            self.pane = "editor"
            await self._editor.list_findings()

    def go_to(self, finding: Finding) -> None:
        """Have the place selected, wherever it stands."""
        self.pane = "editor"
        self._editor.go_to(finding)

    def _put(self, finding: Finding, number: int) -> None:
        if number >= len(finding.fixes):
            self.notify(_("There is no fix for this one: change the text yourself."), timeout=4, markup=False)
            return
        if self.may_write():
            self._editor.put_fix(finding, finding.fixes[number])
            self.gather()

    # -- the list ------------------------------------------------------------------------------------------------

    @on(FindingsBar.Pressed)
    async def _bar_pressed(self) -> None:
        await self.action_findings()

    @on(FindingsList.Wanted)
    async def _wanted(self, event: FindingsList.Wanted) -> None:
        event.stop()
        if event.what == "close":
            await self._editor.list_findings()
        elif event.finding is None or not self._up_to_date() or event.finding not in self._editor.findings:
            return
        elif event.what == "fix":
            self._put(event.finding, event.number)
        elif event.what == "page":
            self._show_page(event.finding.rule)
        elif self.may_write():
            self._leave_alone(event.finding, event.what)

    def _show_page(self, code: str) -> None:
        from ...language.rules import find
        from .rule_page import RulePage

        self.app.push_screen(RulePage(find(code)))

    def _leave_alone(self, finding: Finding, where: str) -> None:
        """Ignore a finding from now on: ``here``, in the whole ``release``, or for the whole ``office``."""
        release = self._editor.release
        if release is None:
            return
        if where == "office":
            word: str = getattr(release, finding.field)[finding.start : finding.end]
            if not any(map(str.isalpha, word)):
                told = _("Only a word can be right for the office. A rule is switched off in the settings.")
                self.notify(told, severity="warning", timeout=6, markup=False)
                return
            try:
                self.desk.checking.remember(word)
            except HumasError as error:
                self.notify(str(error), severity="error", title=_("Not saved"), timeout=10, markup=False)
                return
            self.notify(
                _("“{word}” is right for the office from now on.").format(word=word), timeout=4, markup=False
            )
            self.read_along()
            return
        from ...desk.checking import ignoring

        ignored = (*release.ignored, ignoring(release, finding, here=where == "here"))
        self._editor.taken(self.desk.drafting.revise(release.id, ignored=ignored))
        self.mark_unkept(release.id)
        self.read_along()


def _step(steps: Iterator[None]) -> bool:
    """Take a step, if there is one left, without the collector of garbage: what is read then stays."""
    with _turns():
        gc.disable()
        try:
            return next(steps, _DONE) is not _DONE
        finally:
            gc.freeze()
            gc.enable()


@contextmanager
def _turns() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
