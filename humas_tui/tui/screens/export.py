"""Which files to write, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, SelectionList
from textual.widgets.selection_list import Selection

from ...config import from_home
from ...errors import UsageError
from ...i18n import _
from ...model import Release
from ...outlets import Outlet, outlets
from ...outlets.outlet import file_stem
from ..widgets.line import Line
from .dialog import Dialog, words


@dataclass(frozen=True)
class ExportChoice:
    """What was chosen. ``listed``: every release of the list, not the one in the editor alone."""

    outlets: list[Outlet]
    folder: Path
    force: bool
    listed: bool


class Export(Dialog[ExportChoice]):
    """Outlets to tick, a folder, which releases, whether to replace files. The ticks of last time stay, but for
    that of all releases: what was meant for many once is not for every time."""

    BINDINGS = [Binding("ctrl+s", "done", show=False, priority=True)]
    ticked: ClassVar[set[str]] = {"docx", "pdf"}

    def __init__(self, release: Release, folder: Path, listed: int) -> None:
        super().__init__()
        self._listed = listed
        self._release = release
        self._folder = folder

    def compose(self) -> ComposeResult:
        """The list, the folder, the button."""
        with self.frame(_("Export"), _("Space tick · ^S write · Esc close")):
            yield words(f"{file_stem(self._release)}.…", "note stem")
            yield SelectionList[str](
                *(Selection(Content(_(o.title)), o.name, o.name in self.ticked) for o in outlets()), id="outlets"
            )
            with Horizontal(classes="question"):
                yield words(_("Folder"))
                yield Line(str(self._folder), compact=True, id="folder", classes="-submits")
            told = _("All listed releases, after search and filters: {count}").format(count=self._listed)
            yield Checkbox(Content(told), compact=True, id="listed", disabled=self._listed == 0)
            yield Checkbox(_("Replace existing files"), compact=True, id="force")
            yield Button(_("Write files"), variant="primary", compact=True, id="done")

    def on_mount(self) -> None:
        """The list first, at what is ticked: on a small screen that would be out of sight."""
        chosen = self.query_one(SelectionList)
        chosen.highlighted = next((place for place, one in enumerate(outlets()) if one.name in self.ticked), 0)
        chosen.focus()

    @on(Button.Pressed, "#done")
    @on(Input.Submitted)
    def action_done(self) -> None:
        """Give what was chosen; nothing ticked is nothing chosen."""
        chosen = set(self.query_one(SelectionList).selected)
        if not chosen:
            self.notify(_("Tick at least one kind of file."), severity="warning", markup=False)
            return
        try:
            folder = from_home(self.query_one("#folder", Input).value.strip() or ".")
        except UsageError as error:
            self.notify(str(error), severity="error", markup=False)
            self.query_one("#folder", Input).focus()
            return
        type(self).ticked = chosen
        picked = [outlet for outlet in outlets() if outlet.name in chosen]
        force, listed = (self.query_one(name, Checkbox).value for name in ("#force", "#listed"))
        self.dismiss(ExportChoice(picked, folder, force, listed))
