"""The trash: what was deleted in the last thirty days, how it reads, and the way back to the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ...desk.trash import KEPT_FOR
from ...errors import StoreError
from ...i18n import N_, _, ngettext
from ...model import KINDS, Discarded, Release
from ...outlets import find
from ...text.clean import clean_line
from ..widgets.hints import Hint, Hints
from ..widgets.pane import Pane
from ..widgets.pick_list import PickList
from ..widgets.preview import Preview
from .dialog import words
from .past import Past, moment

if TYPE_CHECKING:
    from ...desk import Desk

#: After so long a rest on a release its text is shown.
REST: Final = 0.06


@dataclass
class Listed(Message):
    """What lies in the trash, what was put there last first."""

    discarded: list[Discarded]
    error: StoreError | None = None


@dataclass
class PutBack(Message):
    """These lie on the shelf again; the rest is still in the trash."""

    releases: list[Release]
    left: list[Discarded]
    error: StoreError | None = None


class TrashScreen(Past[list[Release]]):
    """Deleted releases. Gives those that were put back, the last one first; None where there are none."""

    ABOUT = N_("What was deleted in the last 30 days, and its text. What is brought back is as it was.")
    BINDINGS = [
        Binding("left", "focus_list", show=False),
        Binding("right", "focus_text", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Trash"))
        self.add_class("trash")
        self._discarded: list[Discarded] = []
        self._back: list[Release] = []
        self._busy = self._leaving = False
        self._alarm: Timer | None = None

    # -- what is seen --------------------------------------------------------------------------------------------

    def panes(self) -> ComposeResult:
        """The list, and what the release under the cursor says."""
        with Pane(id="trash-pane", classes="pane"):
            yield PickList(id="discarded")
            yield words(_("The trash is empty.\n\nA deleted release lies here for 30 days."), "nothing")
        with Pane(id="trash-preview-pane", classes="pane"):
            yield Preview()

    def on_mount(self) -> None:
        """Ask what is there."""
        self._head.show(_("what was deleted, for 30 days"))
        self.query_one("#trash-pane").border_title = _("Deleted")
        self.query_one("#trash-preview-pane").border_title = _("Text")
        self._list.focus()
        self._show_hints()
        self._look_up(self.desk)

    @property
    def _list(self) -> PickList:
        return self.query_one(PickList)

    @property
    def _under_cursor(self) -> Discarded | None:
        place = self._list.highlighted
        return self._discarded[place] if place is not None and place < len(self._discarded) else None

    @work(thread=True, exclusive=True, group="look-up")
    def _look_up(self, desk: Desk) -> None:
        try:
            self.post_message(Listed(desk.trash.discarded()))
        except StoreError as error:
            self.post_message(Listed([], error))

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if event.error is not None:
            self.notify(str(event.error), severity="error", timeout=10, markup=False, title=_("Trash"))
        self._show(event.discarded)

    def _show(self, discarded: list[Discarded]) -> None:
        place = self._list.highlighted or 0
        self._discarded = discarded
        now = self.desk.clock.now()
        self._list.clear_options().add_options(_entry(one, now) for one in discarded)
        self._list.highlighted = min(place, len(discarded) - 1) if discarded else None
        self.set_class(not discarded, "-empty")
        pane = self.query_one("#trash-pane")
        pane.border_subtitle = f"{len(discarded)}" if discarded else None
        if self._back:
            told = ngettext("{count} brought back", "{count} brought back", len(self._back))
            pane.border_subtitle = told.format(count=len(self._back))
        self._show_text()
        self._show_hints()

    @on(OptionList.OptionHighlighted)
    def _show_text_soon(self) -> None:
        if self._alarm is not None:
            self._alarm.stop()
        self._alarm = self.set_timer(REST, self._show_text)

    def _show_text(self) -> None:
        thrown = self._under_cursor
        passages = find("docx").preview(thrown.release, self.desk.office) if thrown is not None else ()
        text = dropwhile(lambda passage: passage.role != "headline", passages)  # without the letterhead
        self.query_one(Preview).show(text, from_top=True)

    def on_descendant_focus(self) -> None:
        """Other keys serve in the other pane."""
        self._show_hints()

    def _show_hints(self) -> None:
        hints = []
        if self._discarded:
            hints.append(Hint("Enter", _("Bring back"), "screen.put_back"))
            if self.focused is self._list:
                hints.append(Hint("Tab", _("To the text"), "screen.focus_text"))
            else:
                hints.append(Hint("Tab", _("To the list"), "screen.focus_list"))
        self.query_one(Hints).show(*hints, Hint("Esc", _("Close"), "screen.close"))

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_focus_list(self) -> None:
        """Go to the list."""
        self._list.focus()

    def action_focus_text(self) -> None:
        """Go to the text, to read on."""
        if self._discarded:
            self.query_one(Preview).focus()

    def action_close(self) -> None:
        """Back to the newsroom, once what is being put back is."""
        self._leaving = True
        if not self._busy:
            self._leave()

    def _leave(self) -> None:
        self.dismiss(self._back[::-1] or None)

    @on(PickList.Chosen)
    def action_put_back(self) -> None:
        """Have the release under the cursor in the list of the newsroom again."""
        thrown = self._under_cursor
        if thrown is not None and not self._busy and not self._leaving and self.may_change():
            self._busy = True
            self._put_back(self.desk, thrown.release.id)

    @work(thread=True, group="put-back")
    def _put_back(self, desk: Desk, identifier: str) -> None:
        try:
            releases = desk.trash.put_back(identifier)
            self.post_message(PutBack(releases, desk.trash.discarded()))
        except StoreError as error:
            self.post_message(PutBack([], [], error))

    @on(PutBack)
    def _is_back(self, event: PutBack) -> None:
        self._busy = False
        if event.error is not None:
            self.tell_failure(event.error)
        else:
            if not event.releases:
                self.notify(_("The list holds this release already."), severity="warning", markup=False)
            self._back += event.releases
            self._show(event.left)
        if self._leaving:
            self._leave()


def _entry(thrown: Discarded, now: datetime) -> Option:
    """Headline; then what it is, when and by whom it was deleted, how long it can still be had back."""
    release = thrown.release
    headline = Content.styled(clean_line(release.headline[:300]), "bold")
    if not release.headline.strip():
        headline = Content.styled(_("(no headline yet)"), "italic $quiet")
    details = (
        days_left(thrown, now),
        _(KINDS[release.kind]),
        moment(thrown.time, now),
        clean_line(thrown.who[:60]),
    )
    return Option(Content.assemble(headline, "\n", Content.styled(" · ".join(filter(None, details)), "$quiet")))


def days_left(thrown: Discarded, now: datetime) -> str:
    """``27 days left``: how many of the thirty, the one that has begun counted."""
    left = max(timedelta(), thrown.time + KEPT_FOR - now)
    days = -(-left // timedelta(days=1))
    return ngettext("{count} day left", "{count} days left", days).format(count=days)
