"""The pane of the preview: a tab an outlet, the preview, the count against the limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Tab, Tabs

from ...desk.releasing import too_long
from ...errors import RefusedError
from ...i18n import _
from ...model import Office, Release
from ...outlets import Outlet, Passage, find, outlets
from ...outlets.account import told
from .counted import counted, text_of
from .pane import Pane
from .preview import Preview

#: Behind the tab of an outlet whose text was written by hand; a second sign, where the release has changed since.
BY_HAND: Final = " ✎"
OUTDATED: Final = "!"


class PreviewPane(Pane):
    """What will be sent for the outlet whose tab is chosen."""

    class Turned(Message):
        """Another outlet was chosen."""

    @dataclass
    class Made(Message):
        """What an outlet that is made apart gives of a release; ``text`` is None where it cannot be made."""

        outlet: Outlet
        release: Release
        office: Office
        passages: tuple[Passage, ...]
        text: str | None

    def __init__(self) -> None:
        super().__init__(id="preview-pane", classes="pane")
        self._shown: tuple[Release | None, Office] = None, Office()
        self._marks: dict[str, str] = {}
        self._making = False

    async def furnish(self) -> None:
        """Mount tabs and preview, which the first picture does without."""
        shown = [outlet for outlet in outlets() if outlet.for_people]
        tabs = [Tab(Content(_(outlet.title)), id=outlet.name) for outlet in shown]
        await self.mount(Tabs(*tabs, id="outlets"), Preview(id="preview"))
        self.query_one(Tabs).can_focus = False

    @property
    def outlet(self) -> Outlet:
        """The outlet whose tab is chosen."""
        active = next((tabs.active for tabs in self.query(Tabs)), "")
        return find(active) if active else outlets()[0]

    def _number(self) -> None:
        """Tell which of how many tabs it is: on a narrow screen most of them are out of sight."""
        names = [tab.id for tab in self.query(Tab)]
        place = names.index(self.outlet.name) + 1
        self.border_title = _("Preview {number}/{total}").format(number=place, total=len(names))

    def next(self) -> None:
        """Turn to the next outlet."""
        self.query_one(Tabs).action_next_tab()

    def show(self, release: Release | None, office: Office, *, from_top: bool = False) -> None:
        """Show a release, or its next value, as the outlet will have it."""
        self._shown = release, office
        self._mark(release)
        preview = self.query_one(Preview)
        if release is None:
            preview.show((), from_top=True)
            self.tell(Content(""))
            return
        if reasons := too_long(release):  # the screen would stand still in every pause
            passages = (told(str(RefusedError(reason=reason)), over=True) for reason in reasons)
            preview.show(tuple(passages), from_top=True)
            self.tell(*counted(self.outlet, None))
            return
        outlet = self.outlet
        if not outlet.apart:
            preview.show(outlet.preview(release, office), from_top=from_top)
            self._count(outlet, release, office, text_of(outlet, release, office))
            return
        if from_top:  # while the same release is written on, what was made of it stays
            preview.show((told(_("It is being made …")),), from_top=True)
            self.tell(Content(""))
        if not self._making:
            self._making = True
            self._make(outlet, release, office)

    @work(thread=True, group="preview")
    def _make(self, outlet: Outlet, release: Release, office: Office) -> None:
        """Have it made where no key waits for it. One is made at a time; then what is shown by then."""
        passages = outlet.preview(release, office)
        self.post_message(self.Made(outlet, release, office, passages, text_of(outlet, release, office)))

    @on(Made)
    def _made(self, event: Made) -> None:
        event.stop()
        self._making = False
        release, office = self._shown
        if event.outlet is not self.outlet or event.release is not release or event.office is not office:
            if self.outlet.apart:
                self.show(release, office)
            return
        self.query_one(Preview).show(event.passages)
        self._count(event.outlet, event.release, event.office, event.text)

    def _mark(self, release: Release | None) -> None:
        """Tell by the tabs which texts were written by hand."""
        texts = release.texts if release is not None else ()
        marks = {own.outlet: BY_HAND + OUTDATED * bool(own.changed(release)) for own in texts if release}
        if marks == self._marks:
            return
        for tab in self.query(Tab):
            name = tab.id or ""
            if marks.get(name) != self._marks.get(name) and find(name).composed is not None:
                tab.label = Content(_(find(name).title) + marks.get(name, ""))
        self._marks = marks

    def _count(self, outlet: Outlet, release: Release, office: Office, text: str | None) -> None:
        """Tell what the text comes to. Why there is none stands in the preview."""
        self.tell(*counted(outlet, text, "" if text is None else outlet.lacks(release, office)))

    @on(Tabs.TabActivated)
    def _turned(self, event: Tabs.TabActivated) -> None:
        event.stop()
        self._number()
        self.show(*self._shown, from_top=True)
        self.post_message(self.Turned())
