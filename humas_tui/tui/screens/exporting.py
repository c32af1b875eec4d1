"""Exporting: files written for one release or for many, while the writing goes on."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from textual import on, work
from textual.worker import get_current_worker

from ...errors import HumasError
from ...i18n import _, ngettext
from ..messages import ExportDone, ExportMoved
from ..widgets.editor import Editor
from ..widgets.list_pane import ListPane
from ..widgets.progress_line import ProgressLine
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk
    from .export import ExportChoice

#: Seconds between two changes of the line: each costs a repaint that the typing would otherwise have.
PACE: Final = 0.25
#: Of a small export so many files are named, of a large one none; so many reasons stand in a notification, whose
#: title shall be seen on 24 rows: a reason takes eight of them.
NAMED: Final = 4
REASONS: Final = 2


class Exporting(Room):
    """The part of the newsroom that writes files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._exporting: threading.Event | None = None
        self._last: ExportDone | None = None

    @work(exclusive=True, group="dialog")
    async def action_export(self) -> None:
        """Ask for outlets and a folder, then write the files."""
        from ...desk.shelf import identifiers_of
        from .export import Export

        release = self.query_one(Editor).release
        if release is None:
            return
        if self._exporting is not None:
            self.notify(_("An export is under way: Esc stops it."), severity="warning", markup=False)
            return
        self.gather()
        release = self.desk.shelf.get(release.id) or release
        listed = list(identifiers_of(self.query_one(ListPane).releases.listed))
        folder = self.app.export_folder  # type: ignore[attr-defined] # HumasApp has it
        dialog = Export(release, folder, len(listed))
        choice: ExportChoice | None = await self.app.push_screen_wait(dialog)
        if choice is not None:
            self._exporting = threading.Event()
            self._export(self.desk, listed if choice.listed else [release.id], choice, self._exporting)

    @work(thread=True, group="export")
    def _export(
        self, desk: Desk, identifiers: Sequence[str], choice: ExportChoice, stopped: threading.Event
    ) -> None:
        from ...desk.batch import MOST_TOLD, Tally

        worker = get_current_worker()
        tally, names, total = Tally(), list[str](), len(identifiers) * len(choice.outlets)
        broken: HumasError | None = None
        many, cautions = len(identifiers) > 1, dict[str, None]()
        told_at = 0.0
        try:
            releases = desk.shelf.each(identifiers)
            for exported in desk.releasing.export(
                releases,
                choice.outlets,
                choice.folder,
                force=choice.force,
                stopped=lambda: stopped.is_set() or worker.is_cancelled,
            ):
                tally.add(exported)
                if exported.path is not None and len(names) < NAMED:
                    names.append(exported.path.name)
                for caution in exported.cautions if len(cautions) < MOST_TOLD else ():
                    cautions[f"{exported.release.id}: {caution}" if many else caution] = None
                if many and monotonic() - told_at > PACE:
                    told_at = monotonic()
                    self.post_message(ExportMoved(tally.done, total))
        except HumasError as error:  # the data file, which a large archive is read from, cannot be read on
            broken = error
        self.post_message(ExportDone(tally, names, list(cautions), choice.folder, total, many, broken))

    def stop_export(self) -> bool:
        """Stop the export behind the file under way, or take away what is told of the last one. Returns whether
        there was either."""
        line = self.query_one(ProgressLine)
        if self._exporting is not None and not self._exporting.is_set():
            self._exporting.set()
            line.told = _("Stopping …")
            return True
        told, line.told = line.told, ""
        return bool(told) and self._exporting is None

    @on(ExportMoved)
    def _moved(self, event: ExportMoved) -> None:
        if self._exporting is not None and not self._exporting.is_set():
            self.query_one(ProgressLine).told = _("Writing: {done} of {total} · Esc stops").format(
                done=event.done, total=event.total
            )

    @on(ExportDone)
    def _done(self, event: ExportDone) -> None:
        self._exporting, self._last = None, event
        self.query_one(ProgressLine).told = (
            _sum(event) if event.tally.missing > (0 if event.many else REASONS) else ""
        )
        if event.many:
            self._tell_many(event)
        else:
            self._tell_one(event)

    def _tell_many(self, event: ExportDone) -> None:
        lines = [*_sums(event), *_first(event.tally.told, event.tally.missing)]
        self._tell(lines, _("Export"), "warning" if event.tally.missing or event.broken else "information")
        if event.cautions:
            self._tell(_first(event.cautions, len(event.cautions)), _("Exported, but"), "warning")

    def _tell_one(self, event: ExportDone) -> None:
        if event.tally.written:
            told = ngettext("{count} file in {folder}:", "{count} files in {folder}:", event.tally.written)
            head = told.format(count=event.tally.written, folder=event.folder)
            self._tell([head, *_first(event.names, event.tally.written, NAMED)], _("Exported"), "information")
        if event.cautions:
            self._tell(_first(event.cautions, len(event.cautions)), _("Exported, but"), "warning")
        if event.tally.told:
            self._tell(_first(event.tally.told, event.tally.missing), _("Not exported"), "error")
        if event.broken is not None:
            self._tell([str(event.broken)], _("Not exported"), "error")

    def _tell(self, lines: Sequence[str], title: str, severity: Any) -> None:
        self.notify("\n".join(lines), title=title, severity=severity, timeout=12, markup=False)

    @on(ProgressLine.Pressed)
    def action_export_report(self) -> None:
        """Show what came of the last export; click on the line while one is under way: nothing to show yet."""
        from .export_report import ExportReport

        if self._exporting is None and self._last is not None:
            self.app.clear_notifications()  # what they say stands in the report, which they would cover
            self.app.push_screen(ExportReport(report(self._last)))
        elif self._exporting is None:
            self.notify(_("Nothing was exported yet."), markup=False)


def report(event: ExportDone) -> list[str]:
    """What came of an export: the sums, then each file that was not written and why, and what should be known of
    those that were, as far as that was kept."""
    return [*_sums(event), *event.tally.told, *event.cautions]


def _sums(event: ExportDone) -> list[str]:
    tally = event.tally
    lines = [_("Folder: {folder}").format(folder=Path(event.folder)), *tally.summary()]
    if event.broken is not None:
        lines.insert(0, str(event.broken))
    elif tally.done < event.total:
        lines.insert(0, _("Stopped after {count} of {total} files.").format(count=tally.done, total=event.total))
    return lines


def _first(sentences: Sequence[str], total: int, most: int = REASONS) -> list[str]:
    """As many of them as a notification has room for, and how many of the ``total`` are not among these."""
    more = [_("… and {count} more").format(count=total - most)] if total > most else []
    return [*sentences[:most], *more]


def _sum(event: ExportDone) -> str:
    return _("{written} written, {missing} not · click here to see why · Esc closes").format(
        written=event.tally.written, missing=event.tally.missing
    )
