"""Sending out: copying the text for an outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from ...errors import HumasError
from ...i18n import _
from ...model import Release
from ..messages import CopyDone
from ..widgets.editor import Editor
from ..widgets.preview_pane import PreviewPane
from .room import Room

if TYPE_CHECKING:
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
            self.post_message(CopyDone(None, error))
        else:
            self.post_message(CopyDone(copied))

    @on(CopyDone)
    def _copied(self, event: CopyDone) -> None:
        from ...deliver.clipboard import sentence
        from ...ports import CopyState

        copied = event.copied
        if copied is None:
            self.notify(str(event.error), severity="error", timeout=10, markup=False, title=_("Not copied"))
            return
        for caution in copied.cautions if copied.part == 1 else ():
            self.notify(caution, severity="warning", timeout=10, markup=False)
        certain = copied.report.state is CopyState.CERTAIN
        self.notify(
            sentence(copied.report),
            title=f"{copied.part}/{copied.parts}" if copied.parts > 1 else "",
            severity="information" if certain else "warning",
            markup=False,
        )
