"""The text of one outlet, to be written by hand: the text, and beside it what is posted, what is composed, or what
was changed in the release since. Saved while it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from ...errors import HumasError
from ...i18n import N_, _
from ...model import OwnText, Release
from ...outlets import Outlet
from ...outlets.account import written
from ...outlets.outlet import verbatim
from ...text.compare import compare
from ..widgets.comparison import Comparison
from ..widgets.counted import counted, text_of
from ..widgets.differences import Differences, differences
from ..widgets.hints import Hint, Hints
from ..widgets.pane import Pane
from ..widgets.preview import Preview
from ..widgets.prose import ProseArea
from .past import Past

if TYPE_CHECKING:
    from ...desk import Desk

#: What is typed goes to the store so long after the first key, and everything that tells of it follows.
PAUSE: Final = 0.15


class View(Enum):
    """What stands beside the text (message ids)."""

    SENT = N_("As it is posted")
    COMPOSED = N_("Composed from the release")
    CHANGES = N_("The release: then and now")


#: The same in the line of keys, which is short on 80 columns (message ids).
SHORT: Final = {View.SENT: N_("As posted"), View.COMPOSED: N_("Composed"), View.CHANGES: N_("Changes")}


@dataclass
class Compared(Message):
    """What the release said when a text was written against what it says now: what is composed of it, and the
    release itself."""

    own: OwnText
    composed: Differences | str
    release: Differences


class OwnTextScreen(Past[None]):
    """The text for ``outlet`` of the release that lies on the shelf under ``identifier``. ``changed`` is called
    with it each time there is a next value to be saved, ``keep`` to have a version kept."""

    ABOUT = N_(
        "The text of one outlet. What you write goes out in place of the composed text and is kept with the "
        "release. When the release changes afterwards, you are told, and F5 shows what changed. ^Z undoes."
    )
    BINDINGS = [
        Binding("f5", "turn", show=False),
        Binding("f8", "still_right", show=False),
        Binding("f9", "compose_again", show=False),
        Binding("ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(
        self,
        desk: Desk,
        identifier: str,
        outlet: Outlet,
        changed: Callable[[str], None],
        keep: Callable[[], None],
    ) -> None:
        super().__init__(desk, _("Text for {outlet}").format(outlet=_(outlet.title)))
        self.add_class("own-text")
        self.identifier = identifier
        self.outlet = outlet
        self._tell_changed, self._keep = changed, keep
        self.area: Final = ProseArea(id="own-text")  # at hand when the screen is taken down, too
        self._view = View.SENT
        self._taken = ""
        self._replaced: OwnText | None = None
        self._compared: Compared | None = None
        self._alarm: Timer | None = None

    # -- what is seen --------------------------------------------------------------------------------------------

    def panes(self) -> ComposeResult:
        """The text on the left, what it is seen against beside it."""
        with Pane(id="text-pane", classes="pane"):
            yield self.area
        with Pane(id="beside-pane", classes="pane"):
            yield Preview(id="beside")
            yield Comparison()

    def on_mount(self) -> None:
        """Show the text as it goes out now."""
        self._head.show(self._release.headline or _("(no headline yet)"))
        self.area.show(self.outlet.name, self.desk.releasing.text(self._release, self.outlet))
        self._taken = self.area.text
        self.area.focus()
        self._view = View.CHANGES if self._outdated else View.SENT
        self._show()

    @property
    def _release(self) -> Release:
        return self.desk.shelf[self.identifier]  # nobody deletes it while this is open

    @property
    def _own(self) -> OwnText | None:
        return self._release.own_text(self.outlet.name)

    @property
    def _outdated(self) -> bool:
        return self._own is not None and bool(self._own.changed(self._release))

    def _views(self) -> list[View]:
        return [View.SENT, View.COMPOSED, *([View.CHANGES] if self._outdated else [])]

    def _show(self) -> None:
        """Tell what the text is and what it comes to, and show beside it what is to be seen."""
        release, pane = self._release, self.query_one("#text-pane", Pane)
        state = _("Composed from the release")
        if self._own is not None:
            state = _("Written by hand; the release has changed since") if self._outdated else _("Written by hand")
        pane.border_title = state
        pane.tell(*counted(self.outlet, text_of(self.outlet, release, self.desk.office)))
        if self._view not in self._views():
            self._view = View.SENT
        views = self._views()
        beside = self.query_one("#beside-pane", Pane)
        beside.border_title = _(self._view.value)
        beside.border_subtitle = f"{views.index(self._view) + 1}/{len(views)}"
        self._show_beside(release)
        self._show_hints()

    def _show_beside(self, release: Release) -> None:
        compared = self._outdated and self._view is not View.SENT
        self.query_one("#beside", Preview).display = not compared
        self.query_one(Comparison).display = compared
        if compared:
            self._show_comparison()
        elif self._view is View.SENT:
            above = len(written(release, self.outlet.name))  # what this pane says in its title
            self.query_one("#beside", Preview).show(self.outlet.preview(release, self.desk.office)[above:])
        else:
            self.query_one("#beside", Preview).show(verbatim(self._composed(release)))

    def _composed(self, release: Release) -> str:
        try:
            return self.desk.wording.composed(release, self.outlet)
        except HumasError as error:  # an outlet of the user's own
            return str(error)

    def _show_comparison(self) -> None:
        """Then and now; worked out first where it is not yet."""
        own, found = self._own, self._compared
        if own is None:
            return
        if found is None or found.own.basis != own.basis:
            self.query_one(Comparison).show(None, _("Comparing…"))
            self._compare(self.desk, own, self._release)
            return
        shown = found.release if self._view is View.CHANGES else found.composed
        if isinstance(shown, str):
            self.query_one(Comparison).show(None, shown, failed=True)
        else:
            note = "" if shown.changed or shown.fields else _("What is composed is the same as then.")
            self.query_one(Comparison).show(shown, note, keep=True)

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, desk: Desk, own: OwnText, now: Release) -> None:
        then = own.then(now)
        try:
            texts = (desk.wording.composed(one, self.outlet) for one in (then, now))
            composed: Differences | str = Differences((), tuple(compare(*texts)))
        except HumasError as error:
            composed = str(error)
        self.post_message(Compared(own, composed, differences(then, now, desk.office)))

    @on(Compared)
    def _compared_then_and_now(self, event: Compared) -> None:
        self._compared = event
        self._show()

    def _show_hints(self) -> None:
        hints = []
        if self._outdated:
            hints.append(Hint("F8", _("Still right"), "screen.still_right"))
        if self._own is not None:
            hints.append(Hint("F9", _("Back to the composed text"), "screen.compose_again"))
        views = self._views()
        following = views[(views.index(self._view) + 1) % len(views)]
        hints.append(Hint("F5", _(SHORT[following]), "screen.turn"))
        self.query_one(Hints).show(*hints, Hint("Esc", _("Close"), "screen.close"))

    # -- what is done --------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _touched(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._alarm is None:
            self._alarm = self.set_timer(PAUSE, self._paused)

    def _paused(self) -> None:
        self._alarm = None
        self.take()
        self._show()

    def take(self) -> None:
        """Take over what was typed, as it is in the widget now."""
        text = self.area.text
        if text == self._taken:
            return
        self._taken = text
        replaced = self._replaced
        basis = replaced.basis if replaced is not None and replaced.text == text.strip() else None
        before = self._release
        release = self.desk.wording.write(self.identifier, self.outlet, text, basis)
        if release is not before:
            self._tell_changed(release.id)

    def action_turn(self) -> None:
        """Show the next thing beside the text."""
        views = self._views()
        self._view = views[(views.index(self._view) + 1) % len(views)]
        self._take_and_show()

    def action_still_right(self) -> None:
        """The text says what the release says now."""
        self.take()
        if not self._outdated:
            self.notify(_("The release has not changed since this was written."), timeout=4, markup=False)
            return
        self._tell_changed(self.desk.wording.still_right(self.identifier, self.outlet).id)
        self._take_and_show()
        self.notify(_("From now on it is told when the release changes again."), timeout=4, markup=False)

    def action_compose_again(self) -> None:
        """Have what is composed go out again. It is put into the text, so that ^Z has back what was there."""
        self.take()
        own = self._own
        if own is None:
            self.notify(_("This is what is composed from the release."), timeout=4, markup=False)
            return
        try:
            composed = self.desk.wording.composed(self._release, self.outlet)
        except HumasError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        self._replaced = own
        self.area.history.checkpoint()
        self.area.replace(composed, (0, 0), self.area.document.end)
        self.area.focus()
        self._take_and_show()
        self.notify(_("The composed text goes out again. ^Z has back what was written."), timeout=6, markup=False)

    def action_keep(self) -> None:
        """Have a version kept with what was written so far."""
        self._keep()

    def action_close(self) -> None:
        """Back to the newsroom."""
        self.take()
        self.dismiss()

    def _take_and_show(self) -> None:
        self.take()
        self._show()
