"""The history of one release: its versions, each against what the release says now, and the way back.

It stays open while paragraphs are brought back one after the other, and shows at once what it says then. Nothing
is asked first: what is replaced was kept as a version, and one key has it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ...errors import StoreError
from ...i18n import N_, _, ngettext
from ...model import REASONS, Release, Version
from ...text.clean import clean_line
from ...text.compare import Row
from ..widgets.comparison import Comparison
from ..widgets.comparison_lines import BAR, EDGE, GUTTER, columns
from ..widgets.differences import Differences, differences
from ..widgets.hints import Hint, Hints
from ..widgets.pane import Pane
from ..widgets.pick_list import PickList
from .past import Past, moment

if TYPE_CHECKING:
    from ...desk import Desk

#: After so long a rest on a version it is compared.
REST: Final = 0.06


@dataclass
class Listed(Message):
    """The versions of the release, the last one first."""

    versions: list[Version]
    error: StoreError | None = None


@dataclass
class Compared(Message):
    """A version (None: the release itself) against the release as it is ``now``."""

    version: Version | None
    now: Release
    shown: Differences | None
    error: StoreError | None = None


@dataclass
class Returned(Message):
    """The next value of the release, after something was brought back; None where that failed."""

    release: Release | None
    versions: list[Version]
    told: str
    changed: bool = True
    undone: bool = False
    error: StoreError | None = None


class Sides(Widget):
    """One line above the comparison: which side is which."""

    then: reactive[str] = reactive("")
    apart: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Two heads over two columns, or both signs with what they stand for."""
        if not self.then:
            return Content("")
        gone, new = Content.styled("− ", "bold $error"), Content.styled("+ ", "bold $success")
        then = Content.styled(clean_line(self.then), "bold $foreground")
        now = Content.styled(_("Now"), "bold $foreground")
        if not self.apart:
            return Content.assemble(" ", gone, then, "   ", new, now).truncate(self.size.width, ellipsis=True)
        left, right = columns(self.size.width - 1)  # the scrollbar has the last one
        line = Content.assemble(" " * BAR, gone, then.truncate(left, ellipsis=True))
        gap = " " * (BAR + GUTTER + left - line.cell_length)
        edge = Content.styled("│".center(EDGE), "$edge")
        return Content.assemble(line, gap, edge, new, now.truncate(right, ellipsis=True))


class HistoryScreen(Past[Release]):
    """The versions of a release that lies on the shelf. Gives its last value where something was brought back."""

    ABOUT = N_(
        "Earlier versions of the release, and what is different in the one of now. A single paragraph or a whole "
        "version can be brought back; what is there now is kept as a version, too."
    )
    BINDINGS = [
        Binding("ctrl+r", "close", show=False),
        Binding("p", "go_back", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("left", "focus_list", show=False),
        Binding("right", "focus_text", show=False),
    ]

    def __init__(self, desk: Desk, identifier: str) -> None:
        super().__init__(desk, _("History"))
        self.identifier = identifier
        self._versions: list[Version] = []
        self._wanted = -1
        self._compared: Version | None = None
        self._changed: Release | None = None
        self._kept_before: list[Version] = []
        self._busy = self._leaving = False
        self._alarm: Timer | None = None

    # -- what is seen --------------------------------------------------------------------------------------------

    def panes(self) -> ComposeResult:
        """The versions on the left, the comparison beside it."""
        with Pane(id="versions-pane", classes="pane"):
            yield PickList(id="versions")
        with Pane(id="comparison-pane", classes="pane"):
            yield Sides()
            yield Comparison()

    def on_mount(self) -> None:
        """Ask for the versions."""
        self.query_one("#versions-pane").border_title = _("Versions")
        self.query_one("#comparison-pane").border_title = _("Then and now")
        self._versions_list.focus()
        self._show_hints()
        self._show_headline(self.desk.shelf.get(self.identifier))
        self._look_up(self.desk)

    @property
    def _versions_list(self) -> PickList:
        return self.query_one(PickList)

    @property
    def _comparison(self) -> Comparison:
        return self.query_one(Comparison)

    def _show_headline(self, release: Release | None) -> None:
        self._head.show((release.headline if release is not None else "") or _("(no headline yet)"))

    @work(thread=True, exclusive=True, group="look-up")
    def _look_up(self, desk: Desk) -> None:
        try:
            self.post_message(Listed(desk.history.versions(self.identifier)))
        except StoreError as error:
            self.post_message(Listed([], error))

    @on(Listed)
    def _list(self, event: Listed) -> None:
        if event.error is not None:
            self._comparison.show(None, str(event.error), failed=True)
            return
        self._show_versions(event.versions, event.versions[0] if event.versions else None)

    def _show_versions(self, versions: list[Version], under: Version | None) -> None:
        """List them, with the cursor on that one; None is the release as it is now."""
        now = self.desk.clock.now()
        self._versions = versions
        options = [self._entry(_("Now"), _("what the release says"))]
        options += [self._entry(moment(one.time, now), _who_and_why(one)) for one in versions]
        self._versions_list.clear_options().add_options(options)
        numbers = [one.number for one in versions]
        place = numbers.index(under.number) + 1 if under is not None and under.number in numbers else 0
        self._versions_list.highlighted = place
        self.query_one("#versions-pane").border_subtitle = f"{len(versions)}"
        self._compare()

    def _entry(self, time: str, told: str) -> Option:
        return Option(Content.assemble(Content.styled(time, "bold"), "\n", Content.styled(told, "$quiet")))

    @property
    def _under_cursor(self) -> Version | None:
        place = self._versions_list.highlighted or 0
        return self._versions[place - 1] if 0 < place <= len(self._versions) else None

    @property
    def _number(self) -> int:
        """The number of the version under the cursor; 0 is the release as it is now."""
        return self._under_cursor.number if self._under_cursor is not None else 0

    @on(OptionList.OptionHighlighted)
    def _compare_soon(self) -> None:
        if self._number == self._wanted:
            return
        self._show_hints()
        if self._alarm is not None:
            self._alarm.stop()
        self._alarm = self.set_timer(REST, self._compare)

    def _compare(self) -> None:
        self._wanted = self._number
        now = self.desk.shelf.get(self.identifier)
        if now is not None:
            self._compare_these(self.desk, self._under_cursor, now)

    @work(thread=True, exclusive=True, group="compare")
    def _compare_these(self, desk: Desk, version: Version | None, now: Release) -> None:
        try:
            then = desk.history.at(version) if version is not None else now
        except StoreError as error:
            self.post_message(Compared(version, now, None, error))
        else:
            self.post_message(Compared(version, now, differences(then, now, desk.office)))

    @on(Compared)
    def _show_comparison(self, event: Compared) -> None:
        if event.version != self._under_cursor or event.now != self.desk.shelf.get(self.identifier):
            return  # the cursor has moved on
        same_place = event.version is not None and event.version == self._compared
        self._compared = event.version
        self._show_headline(event.now)
        note = str(event.error) if event.error is not None else self._note(event)
        self._comparison.show(event.shown, note, failed=event.error is not None, keep=same_place)

    def _note(self, event: Compared) -> str:
        """What is to be said before the paragraphs, if anything."""
        if event.version is None:
            if self._versions:
                return _("This is what the release says now.")
            return _(
                "No version was kept yet. ^S in the newsroom keeps one; others are kept by themselves: after ten "
                "minutes of work, before the status changes, before something is brought back."
            )
        shown = event.shown
        if shown is None or shown.changed:
            return ""
        return _("The text is the same now.") if shown.fields else _("The release says the same now.")

    @on(Comparison.Moved)
    def _show_place(self) -> None:
        """Where in the comparison the cursor is, and what can be done there."""
        comparison, sides = self._comparison, self.query_one(Sides)
        place, count = comparison.place
        told = ngettext("{place} of {count} change", "{place} of {count} changes", count)
        pane = self.query_one("#comparison-pane", Pane)
        pane.border_subtitle = Content(told.format(place=place, count=count)) if count else None
        version = self._compared
        sides.then = f"{moment(version.time, self.desk.clock.now())}, {_why(version)}" if version and count else ""
        sides.apart = comparison.side_by_side
        sides.display = bool(sides.then)
        self._show_hints()

    def on_descendant_focus(self) -> None:
        """Other keys serve in the other pane."""
        self._show_hints()

    def _show_hints(self) -> None:
        comparison, row = self._comparison, self._comparison.current
        in_text = self.focused is comparison
        hints = []
        if in_text and row is not None:
            word = _("Bring paragraph back") if row.old else _("Take paragraph out")
            hints.append(Hint("Enter", word, "screen.bring_back"))
        if self._under_cursor is not None:
            hints.append(Hint("P", _("Bring version back"), "screen.go_back"))
        if self._kept_before:
            hints.append(Hint("^Z", _("Undo"), "screen.undo"))
        if not in_text:
            hints.append(Hint("Tab", _("To the text"), "screen.focus_text"))
        if in_text and comparison.folds:
            word = _("Fold") if comparison.unfolded else _("Show all")
            hints.append(Hint(_("Space"), word, "screen.unfold"))
        hints.append(Hint("Esc", _("Close"), "screen.close"))
        self.query_one(Hints).show(*hints)

    # -- keys ----------------------------------------------------------------------------------------------------

    @on(PickList.Chosen)
    def action_focus_text(self) -> None:
        """Go to the comparison."""
        self._comparison.focus()

    def action_focus_list(self) -> None:
        """Go to the versions."""
        self._versions_list.focus()

    def action_unfold(self) -> None:
        """Show the unchanged paragraphs too, or fold them away again."""
        self._comparison.action_unfold()

    def action_close(self) -> None:
        """Back to the newsroom, once what is being brought back is."""
        self._leaving = True
        if not self._busy:
            self.dismiss(self._changed)

    def action_bring_back(self) -> None:
        """Have the paragraph under the cursor as it was."""
        self._comparison.action_choose()

    @on(Comparison.Chosen)
    def _paragraph_chosen(self, event: Comparison.Chosen) -> None:
        if self._compared is not None:
            told = _("The paragraph is as it was.") if event.row.old else _("The paragraph was taken out.")
            self._begin(self._compared, event.row, told)

    def action_go_back(self) -> None:
        """Have the whole release say again what it said in the version under the cursor."""
        version = self._under_cursor
        if version is None:
            self.notify(_("That is what the release says now. Choose an earlier version."), markup=False)
            return
        told = _("The release says again what it said then ({time}).")
        self._begin(version, None, told.format(time=moment(version.time, self.desk.clock.now())))

    def action_undo(self) -> None:
        """Take back the last thing that was brought back here."""
        if self._kept_before:
            self._begin(self._kept_before[-1], None, _("Undone."), undone=True)

    # -- bringing back -------------------------------------------------------------------------------------------

    def _begin(self, version: Version, row: Row | None, told: str, *, undone: bool = False) -> None:
        if not self._busy and not self._leaving and self.may_change():
            self._busy = True
            self._bring_back(self.desk, version, row, told, undone)

    @work(thread=True, group="bring-back")
    def _bring_back(self, desk: Desk, version: Version, row: Row | None, told: str, undone: bool) -> None:
        history, before = desk.history, desk.shelf.get(self.identifier)
        try:
            release = history.go_back(version) if row is None else history.bring_back(version, row)
            versions = history.versions(self.identifier)
        except StoreError as error:
            self.post_message(Returned(None, [], "", error=error))
        else:
            self.post_message(Returned(release, versions, told, release != before, undone))

    @on(Returned)
    def _returned(self, event: Returned) -> None:
        self._busy = False
        if event.error is not None:
            self.tell_failure(event.error)
        elif event.release is not None:
            self._take(event, event.release)
        if self._leaving:
            self.dismiss(self._changed)

    def _take(self, event: Returned, release: Release) -> None:
        """Show what the release says now, and remember what it said before: the last version."""
        if event.undone:
            self._kept_before.pop()
        if not event.changed:
            self.notify(_("The release says the same now: nothing was changed."), markup=False)
            return
        self._changed = release
        told = event.told
        if not event.undone:
            self._kept_before.append(event.versions[0])
            told += "\n" + _("^Z has it as it was before.")
        self._show_versions(event.versions, self._under_cursor)
        self.notify(told, timeout=8, markup=False)


def _why(version: Version) -> str:
    return _(REASONS[version.reason])


def _who_and_why(version: Version) -> str:
    return " · ".join(filter(None, (_why(version), clean_line(version.who[:60]))))
