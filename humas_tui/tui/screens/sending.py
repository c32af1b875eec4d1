"""Sending out: copying the text for an outlet, copying with formatting, a short mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from ...errors import HumasError
from ...i18n import _
from ...model import Release
from ..commands import command, key_of
from ..messages import CopyDone, FormattedDone, NoteOpened, OpenFailed
from ..widgets.editor import Editor
from ..widgets.preview_pane import PreviewPane
from .room import Room

if TYPE_CHECKING:
    from pathlib import Path

    from textual.notifications import SeverityLevel

    from ...desk import Desk
    from ...outlets import Outlet


class Sending(Room):
    """The part of the newsroom that hands releases over."""

    def action_copy_text(self) -> None:
        """Copy the text for the outlet in the preview; of one that is pasted in parts the next part."""
        self.gather()
        release = self.query_one(Editor).release
        if release is not None:
            self._copy(self.desk, release, self.query_one(PreviewPane).outlet)

    @work(thread=True, exclusive=True, group="copy")
    def _copy(self, desk: Desk, release: Release, outlet: Outlet) -> None:
        try:
            copied = desk.releasing.copy(release, outlet)
        except HumasError as error:
            self.post_message(CopyDone(outlet, None, error))
        else:
            self.post_message(CopyDone(outlet, copied))

    @on(CopyDone)
    def _copied(self, event: CopyDone) -> None:
        from ...deliver.clipboard import sentence
        from ...outlets.txt import TXT
        from ...ports import CopyState

        copied = event.copied
        if copied is None:
            self._tell_failure(event.error, _("Not copied"))
            return
        if copied.parts > 1:
            self.app.clear_notifications()  # of the part before: three of them cover a small screen
        for caution in copied.cautions if copied.part == 1 else ():
            self.notify(caution, severity="warning", timeout=10, markup=False)
        certain = copied.report.state is CopyState.CERTAIN
        outlet, told = event.outlet, [sentence(copied.report)]
        title = _(outlet.title)
        if copied.parts > 1:
            title += f" · {copied.part}/{copied.parts}"
        if copied.part < copied.parts:
            told.append(_("{key} again copies the next part.").format(key=self._key("copy")))
        if outlet is not TXT and outlet.text is TXT.text:
            told.append(
                _("This is its plain text. With formatting: {formatted}; as a file: {export}.").format(
                    formatted=self._key("copy_formatted"), export=self._key("export")
                )
            )
        severity: SeverityLevel = "information" if certain else "warning"
        self.notify("\n".join(told), title=title, severity=severity, markup=False)

    def _key(self, identifier: str) -> str:
        return key_of(command(identifier), self._keymap)

    def action_copy_formatted(self) -> None:
        """Copy the release with its formatting, whatever the outlet in the preview."""
        self.gather()
        release = self.query_one(Editor).release
        if release is not None:
            self._copy_formatted(self.desk, release)

    @work(thread=True, exclusive=True, group="copy")
    def _copy_formatted(self, desk: Desk, release: Release) -> None:
        try:
            report = desk.releasing.copy_formatted(release)
        except HumasError as error:
            self.post_message(FormattedDone(None, error))
        else:
            self.post_message(FormattedDone(report))

    @on(FormattedDone)
    def _copied_formatted(self, event: FormattedDone) -> None:
        from ...deliver.formatted import formatted_sentence
        from ...ports import CopyState

        report, opener = event.report, self.desk.releasing.opener
        if report is None:
            self._tell_failure(event.error, _("Not copied"))
        elif report.state is CopyState.CERTAIN:
            self.notify(formatted_sentence(report), markup=False)
        elif report.state is CopyState.SENT or opener is None or opener.refusal():
            self.notify(formatted_sentence(report), severity="warning", timeout=12, markup=False)
        else:
            self._offer(formatted_sentence(report), report.file)

    @work(exclusive=True, group="dialog")
    async def _offer(self, told: str, file: Path) -> None:
        """Tell why nothing was copied, and open the page in the browser where that is wanted."""
        from .in_browser import InBrowser

        if await self.app.push_screen_wait(InBrowser(told)):
            self._open(self.desk, str(file))

    @work(thread=True, group="open")
    def _open(self, desk: Desk, target: str) -> None:
        try:
            desk.releasing.open(target)
        except HumasError as error:
            self.post_message(OpenFailed(error))

    @on(OpenFailed)
    def _not_opened(self, event: OpenFailed) -> None:
        self._tell_failure(event.error, _("Not opened"))

    def action_mail(self) -> None:
        """Have the mail program open the release as a new message."""
        self.gather()
        release = self.query_one(Editor).release
        if release is not None:
            self._mail(self.desk, release)

    @work(thread=True, exclusive=True, group="open")
    def _mail(self, desk: Desk, release: Release) -> None:
        try:
            note = desk.releasing.open_note(release)
        except HumasError as error:
            self.post_message(NoteOpened("", error))
        else:
            self.post_message(NoteOpened(note.told))

    @on(NoteOpened)
    def _note_opened(self, event: NoteOpened) -> None:
        if event.error is not None:
            self._tell_failure(event.error, _("Not opened"))
        else:
            self.notify(event.told, timeout=10, markup=False)

    def _tell_failure(self, error: HumasError | None, title: str) -> None:
        self.notify(str(error), severity="error", timeout=10, markup=False, title=title)
