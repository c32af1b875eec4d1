"""The pane of the preview: a tab an outlet, the preview, the count against the limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Tab, Tabs

from ...errors import HumasError
from ...i18n import _, ngettext
from ...model import Office, Release
from ...outlets import Measure, Outlet, Passage, find, outlets
from ...outlets.account import told
from ...text.count import count_words, grouped
from .pane import Pane
from .preview import Preview


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
        preview = self.query_one(Preview)
        if release is None:
            preview.show((), from_top=True)
            self.tell(Content(""))
            return
        outlet = self.outlet
        if not outlet.apart:
            preview.show(outlet.preview(release, office), from_top=from_top)
            self._count(outlet, _text(outlet, release, office))
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
        self.post_message(self.Made(outlet, release, office, passages, _text(outlet, release, office)))

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
        self._count(event.outlet, event.text)

    def _count(self, outlet: Outlet, text: str | None) -> None:
        """Words for an outlet without a limit; else how much of each limit is used, louder as it nears."""
        if text is None:  # why stands in the preview
            self.tell(Content.styled(_("cannot be made"), "$error"))
            return
        measures = outlet.measures(text)
        if not measures:
            words = count_words(text)
            self.tell(Content(ngettext("{count} word", "{count} words", words).format(count=words)))
            return
        style = "" if all(measure.advisable for measure in measures) else "$warning"
        if not all(measure.fits for measure in measures):
            style = "$error"
        self.tell(Content.styled(" · ".join(_told(outlet, text, measures)), style))

    @on(Tabs.TabActivated)
    def _turned(self, event: Tabs.TabActivated) -> None:
        event.stop()
        self._number()
        self.show(*self._shown, from_top=True)
        self.post_message(self.Turned())


def _text(outlet: Outlet, release: Release, office: Office) -> str | None:
    """What is copied for it; None where it cannot be made."""
    try:
        return outlet.text(release, office)
    except HumasError:
        return None


def _told(outlet: Outlet, text: str, measures: tuple[Measure, ...]) -> Iterator[str]:
    """``730 of 2,200 characters``, ``3/5 hashtags``; of a thread ``4 posts``, ``730 weighted characters``."""
    first = measures[0].limit
    if len([measure for measure in measures if measure.limit is first]) > 1:
        posts = len(measures)
        yield ngettext("{count} post", "{count} posts", posts).format(count=posts)
        yield f"{grouped(outlet.count(text))} {_(first.unit)}"
        return
    for measure in measures:
        limit = measure.limit
        if measure.part:
            told = _("{count} of {limit} {unit}").format(
                count=grouped(measure.count), limit=grouped(limit.advised or limit.value), unit=_(limit.unit)
            )
            yield _("{told} (advised)").format(told=told) if limit.advised else told
        elif measure.count:
            yield f"{measure.count}/{limit.value} {_(limit.unit)}"
