"""Which backup to restore, and whether it shall be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Label, OptionList
from textual.widgets.option_list import Option

from ...config import from_home
from ...desk.backups import kind_of
from ...errors import HumasError, UsageError
from ...i18n import _, ngettext
from ...model import Release
from ...ports import BackupReport, RestoreReport, Stock
from ...text.clean import clean_line
from .dialog import Dialog, words
from .past import moment

if TYPE_CHECKING:
    from ...desk import Desk


class RestoreChoice(Dialog[Path]):
    """The backups in their folder, the last one first, and a path to type or paste."""

    def __init__(self, made: Sequence[Path]) -> None:
        super().__init__()
        self._made = made

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with self.frame(_("Restore a backup"), _("Enter choose · Tab to the list · Esc close")):
            with Horizontal(classes="question"):
                yield words(_("File"))
                yield Input(
                    placeholder=_("path of a backup, or of a copied data file"),
                    compact=True,
                    id="path",
                    classes="-submits",
                )
            yield OptionList(*map(_option, self._made), id="backups")

    def on_mount(self) -> None:
        """The last backup is what is mostly wanted."""
        backups = self.query_one(OptionList)
        if self._made:
            backups.highlighted = 0
            backups.focus()
        else:
            backups.display = False
            self.query_one(Input).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip("'\"").removeprefix("file://")
        if typed:
            try:
                self.dismiss(from_home(typed))
            except UsageError as error:
                self.notify(str(error), severity="error", markup=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._made[event.option_index])


def _option(path: Path) -> Option:
    """A backup: its name, and what it was made for."""
    return Option(Content.assemble(clean_line(path.name), "  ", Content.styled(_(kind_of(path.name)), "$quiet")))


@dataclass
class Restored(Message):
    """What came of it, with the releases that there are now; or why nothing did."""

    report: RestoreReport | None
    releases: list[Release] | Stock
    error: HumasError | None = None


@dataclass
class Looked(Message):
    """What the backup says of itself; None where it says nothing."""

    report: BackupReport | None


class RestoreQuestion(Dialog[Restored]):
    """What will be replaced, and by what. Stays until it is done; there is nothing to be typed meanwhile."""

    def __init__(self, desk: Desk, file: Path) -> None:
        super().__init__()
        self.desk = desk
        self._file = file
        self._busy = False

    def compose(self) -> ComposeResult:
        """The file, what happens, two buttons."""
        count = len(self.desk.shelf)
        told = ngettext(
            "The {count} release that is here now, the settings, and photos of the same name give way to those of "
            "this backup.",
            "The {count} releases that are here now, the settings, and photos of the same name give way to those "
            "of this backup.",
            count,
        )
        with self.frame(_("Restore this backup?"), _("Enter choose · Esc close")):
            yield words(clean_line(str(self._file)), "note")
            yield Label(id="made", classes="note")
            yield words(told.format(count=count), "note")
            yield words(
                _(
                    "A backup of them is made first. What a release says now stays among its versions (^R); "
                    "releases that the backup does not have go into the trash."
                ),
                "note",
            )
            yield Button(_("Leave everything as it is"), compact=True, id="leave")
            yield Button(_("Restore"), variant="warning", compact=True, id="restore")

    def on_mount(self) -> None:
        """Nothing happens by Enter alone."""
        self.query_one("#leave").focus()
        self._look_into(self.desk)

    @work(thread=True, group="look-into")
    def _look_into(self, desk: Desk) -> None:
        self.post_message(Looked(desk.backups.vault.report(self._file.absolute())))

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        if event.report is None or self._busy:
            return
        told = ngettext("{time} · {count} release", "{time} · {count} releases", event.report.releases)
        time = moment(event.report.time, self.desk.clock.now())
        self.query_one("#made", Label).update(Content(told.format(time=time, count=event.report.releases)))

    @on(Button.Pressed, "#leave")
    def action_cancel(self) -> None:
        """Restore nothing; once it has begun, it is too late for that."""
        if not self._busy:
            self.dismiss(None)

    @on(Button.Pressed, "#restore")
    def _begin(self) -> None:
        self._busy = True
        for button in self.query(Button):
            button.disabled = True
        self.query_one("#made", Label).update(Content(_("Restoring …")))
        self._restore(self.desk)

    @work(thread=True, group="restore")
    def _restore(self, desk: Desk) -> None:
        try:
            report = desk.backups.restore(self._file)
            self.post_message(Restored(report, desk.store.all()))
        except HumasError as error:
            self.post_message(Restored(None, [], error))

    @on(Restored)
    def _restored(self, event: Restored) -> None:
        self.dismiss(event)
