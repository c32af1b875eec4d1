"""The newsroom: release list, editor and preview, wired to the desk."""

from __future__ import annotations

from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from ...i18n import _
from ...model import Release
from ..commands import bindings, command
from ..widgets.banner import Banner
from ..widgets.editor import Editor
from ..widgets.key_bar import KeyBar
from ..widgets.list_pane import ListPane
from ..widgets.masthead import Masthead, Saving
from ..widgets.preview_pane import PreviewPane
from ..widgets.progress_line import ProgressLine
from ..widgets.release_list import ReleaseList
from .backing_up import BackingUp
from .curtain import BREAKPOINTS
from .exporting import Exporting
from .keeping import Keeping
from .looking_back import LookingBack
from .minding import Minding
from .panes import Panes
from .picturing import Picturing
from .proofing import Proofing
from .rewording import Rewording
from .seeking import Seeking
from .sending import Sending
from .starting import Starting

if TYPE_CHECKING:
    from ...desk import Desk

#: After so long a pause in typing everything follows what was typed: list, preview, the disk.
PAUSE: Final = 0.15
#: Where there is no pause, what was typed goes to the data file after so long, and nothing is repainted.
LONGEST: Final = 0.25
#: After so long a rest on a release in the list it is opened.
REST: Final = 0.06
#: From this height on the fields are unfolded at the start.
TALL: Final = 42


class Newsroom(
    Starting,
    Sending,
    Exporting,
    Picturing,
    Rewording,
    LookingBack,
    BackingUp,
    Proofing,
    Seeking,
    Keeping,
    Minding,
    Panes,
):
    """The three panes. What a pane shows is a value; what happens is asked of the desk.

    ``Keeping`` saves, ``Minding`` minds the data file, ``Starting`` begins releases, ``Sending`` copies them,
    ``Exporting`` writes files of them, ``Picturing`` sees to their photos, ``Rewording`` has texts written by
    hand, ``LookingBack`` has what they said before and what was deleted, ``BackingUp`` makes whole copies,
    ``Proofing`` has them checked, ``Seeking`` lists them, ``Panes`` goes from pane to pane.
    """

    BINDINGS = bindings()
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, keymap: dict[str, str]) -> None:
        super().__init__(classes="desk")
        self.desk = desk
        self._keymap = keymap
        self._furnished = False
        self._since = 0.0
        self._drawn: Release | None = None

    def compose(self) -> ComposeResult:
        """Head, panes, keys."""
        yield Masthead(self._office_name())
        yield Banner()
        with Horizontal(id="panes"):
            yield ListPane(lambda: datetime.now().astimezone())
            yield Editor()
            yield PreviewPane()
        yield ProgressLine()
        yield KeyBar(self._keymap)

    def on_mount(self) -> None:
        """Titles, timers, focus, and the first release."""
        self.list_pane.border_title = _("Releases")
        self.editor.border_title = _("Editor")
        self.preview.border_title = _("Preview")
        self._pause = self.set_interval(PAUSE, self._paused, pause=True)
        self._rest = self.set_interval(REST, self._rested, pause=True)
        self.set_interval(60, self.list_pane.releases.tick)
        self.list_pane.releases.focus()
        self.look_for(self.list_pane.sought)
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Mount what the list does without: editor, preview, filters."""
        await self.editor.furnish()
        await self.preview.furnish()
        await self.list_pane.furnish()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Everything has its place and size: show the first release, tell that all is saved."""
        self._furnished = True
        self._rested()
        self.editor.folded = self.size.height < TALL
        self.begin_minding()
        self.run_worker(self.desk.shelf.prepare, thread=True)
        self.warm_up(self.desk)

    def _office_name(self) -> str:
        office = self.desk.office
        return " · ".join(name for name in (office.institution, office.unit) if name)

    def serve(self) -> None:
        """Show whose newsroom it is, after that was changed."""
        self.masthead.office = self._office_name()
        self.preview.show(self.editor.release, self.desk.office)

    # -- the list ----------------------------------------------------------------------------------------

    @on(ReleaseList.Highlighted)
    def open_soon(self) -> None:
        """Open the release under the cursor of the list when it has rested there."""
        self._rest.reset()
        self._rest.resume()

    def _rested(self) -> None:
        if not self._furnished:
            return
        self._rest.pause()
        current = self.list_pane.releases.current
        shown = self.editor.release
        if current is not None and (shown is None or shown.id != current.id):
            self.show_release(current)
        elif current is None and not len(self.desk.shelf):
            self.show_release(None)

    @on(ReleaseList.Chosen)
    def _chosen(self, event: ReleaseList.Chosen) -> None:
        self.show_release(event.release)
        self.action_show_pane("editor")

    def show_release(self, release: Release | None) -> None:
        """Have this release in editor and preview."""
        self.gather()
        if release is None or self.shown != release.id:
            self._show(release)

    def _show(self, release: Release | None) -> None:
        self._drawn = release
        self.editor.show(release, self.desk.office)
        self.preview.show(release, self.desk.office, from_top=True)
        self.read_along()

    def add(self, release: Release) -> None:
        """A release that was just begun: list it, show it, have it written and kept."""
        self.list_pane.reset()
        self.show_release(release)
        self.look_for(self.list_pane.sought)
        self.mark_unkept(release.id)
        self.action_show_pane("editor")

    # -- the editor ----------------------------------------------------------------------------------------

    @on(Editor.Touched)
    def _touched(self) -> None:
        """Only a clock is set: the work comes after the key, never in it, unless there is never a pause."""
        self.written()
        self.quiet.clear()
        if self.masthead.state is Saving.SAVED:
            self.masthead.tell(Saving.CHANGED)
        now = monotonic()
        self._since = self._since or now
        if now - self._since > LONGEST:
            self._since = now
            self.take_over()
        self._pause.reset()
        self._pause.resume()

    def _paused(self) -> None:
        self._pause.pause()
        self._since = 0.0
        self.quiet.set()
        self.gather()
        self.settle()

    def gather(self) -> None:
        """Take over what was typed, and show it in list and preview."""
        self.take_over()
        release = self.editor.release
        if release is not None and release is not self._drawn:
            self._drawn = release
            self.editor.count()
            self.list_pane.releases.update(release)
            self.preview.show(release, self.desk.office)
            self.read_along()

    def take_over(self) -> None:
        """Take over what was typed: the next value goes to the store."""
        self.take_text()
        shown = self.editor.release
        changes = self.editor.take()
        if shown is None or not changes:
            return
        release = self.desk.drafting.revise(shown.id, **changes)
        self.editor.taken(release)
        if release is not shown:
            self.mark_unkept(release.id)

    @property
    def shown(self) -> str:
        """The identifier of the release in the editor; empty where there is none."""
        return self.editor.release.id if self.editor.release is not None else ""

    @property
    def near(self) -> str:
        """The identifier of a release beside the one in the list; empty where there is none."""
        near = self.list_pane.releases.near
        return near.id if near is not None else ""

    def show_anew(self, identifier: str = "") -> None:
        """Show what lies on the shelf, all of which may be another: in the editor the release of that
        identifier, or the one that was there."""
        self._show(self.desk.shelf.get(identifier or self.shown))
        self.look_for(self.list_pane.sought)

    # -- commands --------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """From an export: stop it. From the search: seek nothing. From anywhere else: to the list."""
        if self.stop_export():
            return
        if self.list_pane.search.value:
            self.list_pane.search.value = ""
        self.action_show_pane("list")

    def action_help(self) -> None:
        """Help for the pane in use."""
        from .help import Help

        self.app.push_screen(Help(self.pane, self._keymap))

    def action_office(self) -> None:
        """The profile of the office and its letterhead."""
        self.app.design_letterhead()  # type: ignore[attr-defined] # HumasApp has it

    def action_language(self) -> None:
        """The other language."""
        self.app.switch_language()  # type: ignore[attr-defined] # HumasApp has it

    def action_command(self, identifier: str) -> None:
        """Carry out a command once the keys typed before it have reached their widget: a key of a command
        overtakes them, and what was typed last must be in what is copied, exported, saved."""
        if self._furnished and command(identifier).writes and not self.may_write():
            return
        if self._furnished:
            (self.written_in or self.focused or self).call_later(self.run_action, command(identifier).action)
        else:
            self.set_timer(PAUSE, lambda: self.action_command(identifier))

    @on(KeyBar.Pressed)
    def _key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        self.action_command(event.command.id)
