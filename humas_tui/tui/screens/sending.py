"""Sending out: copying the text for an outlet, writing files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from ...errors import HumasError
from ...i18n import _, ngettext
from ...model import Release
from ..messages import Copied
from ..widgets.editor import Editor
from ..widgets.preview_pane import PreviewPane
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk
    from ...outlets import Outlet


class Sending(Room):
    """The part of the newsroom that hands releases over."""

    def action_copy_text(self) -> None:
        """Copy the text for the outlet in the preview."""
        self.gather()
        release = self.query_one(Editor).release
        if release is not None:
            self._copy(self.desk, release, self.query_one(PreviewPane).outlet)

    @work(thread=True, exclusive=True, group="copy")
    def _copy(self, desk: Desk, release: Release, outlet: Outlet) -> None:
        try:
            report = desk.releasing.copy(release, outlet)
        except HumasError as error:
            self.post_message(Copied(None, error))
        else:
            self.post_message(Copied(report))

    @on(Copied)
    def _copied(self, event: Copied) -> None:
        from ...deliver.clipboard import sentence
        from ...ports import CopyState

        if event.report is None:
            self.notify(str(event.error), severity="error", timeout=10, markup=False, title=_("Not copied"))
            return
        certain = event.report.state is CopyState.CERTAIN
        self.notify(sentence(event.report), severity="information" if certain else "warning", markup=False)

    @work(exclusive=True, group="dialog")
    async def action_export(self) -> None:
        """Ask for outlets and a folder, then write the files."""
        from .export import Export, ExportChoice

        release = self.query_one(Editor).release
        if release is None:
            return
        self.gather()
        release = self.desk.shelf.get(release.id) or release
        folder = self.app.export_folder  # type: ignore[attr-defined] # HumasApp has it
        choice: ExportChoice | None = await self.app.push_screen_wait(Export(release, folder))
        if choice is not None:
            self._export(self.desk, release, choice.outlets, choice.folder, choice.force)

    @work(thread=True, exclusive=True, group="export")
    def _export(self, desk: Desk, release: Release, outlets: list[Outlet], folder: Path, force: bool) -> None:
        worker = get_current_worker()
        written: list[str] = []
        failed: list[str] = []
        cautions: dict[str, None] = {}
        for exported in desk.releasing.export([release], outlets, folder, force=force):
            if exported.path is not None:
                written.append(exported.path.name)
            else:
                failed.append(str(exported.error))
            cautions |= dict.fromkeys(exported.cautions)
            if worker.is_cancelled:
                break
        if written:
            told = ngettext("{count} file in {folder}:", "{count} files in {folder}:", len(written))
            lines = [told.format(count=len(written), folder=folder), *written]
            self._tell("\n".join(lines), _("Exported"), "information")
        if cautions:
            self._tell("\n".join(cautions), _("Exported, but"), "warning")
        if failed:
            self._tell("\n".join(dict.fromkeys(failed)), _("Not exported"), "error")

    def _tell(self, text: str, title: str, severity: str) -> None:
        self.app.call_from_thread(self.notify, text, title=title, severity=severity, timeout=12, markup=False)
