"""The pane of the preview: a tab an outlet, the preview, the count against the limit."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Tab, Tabs

from ...i18n import _, ngettext
from ...model import Office, Release
from ...outlets import Outlet, find, outlets
from ...text.count import count_words, grouped
from .pane import Pane
from .preview import Preview


class PreviewPane(Pane):
    """What will be sent for the outlet whose tab is chosen."""

    class Turned(Message):
        """Another outlet was chosen."""

    def __init__(self) -> None:
        super().__init__(id="preview-pane", classes="pane")
        self._shown: tuple[Release | None, Office] = None, Office()

    async def furnish(self) -> None:
        """Mount tabs and preview, which the first picture does without."""
        tabs = [Tab(Content(_(outlet.title)), id=outlet.name) for outlet in outlets()]
        await self.mount(Tabs(*tabs, id="outlets"), Preview(id="preview"))
        self.query_one(Tabs).can_focus = False

    @property
    def outlet(self) -> Outlet:
        """The outlet whose tab is chosen."""
        active = next((tabs.active for tabs in self.query(Tabs)), "")
        return find(active) if active else outlets()[0]

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
        preview.show(self.outlet.preview(release, office), from_top=from_top)
        self._count(release, office)

    def _count(self, release: Release, office: Office) -> None:
        """Words for an outlet without a limit; else how much of the limit is used, louder as it nears."""
        outlet = self.outlet
        text = outlet.text(release, office)
        limit = outlet.limit
        if limit is None:
            words = count_words(text)
            self.tell(Content(ngettext("{count} word", "{count} words", words).format(count=words)))
            return
        count = outlet.count(text)
        told = _("{count} of {limit} {unit}").format(
            count=grouped(count), limit=grouped(limit.advised or limit.value), unit=_(limit.unit)
        )
        if limit.advised:
            told = _("{told} (advised)").format(told=told)
        style = "$error" if count > limit.value else ""
        if limit.advised and limit.advised < count <= limit.value:
            style = "$warning"
        self.tell(Content.styled(told, style))

    @on(Tabs.TabActivated)
    def _turned(self, event: Tabs.TabActivated) -> None:
        event.stop()
        self.show(*self._shown, from_top=True)
        self.post_message(self.Turned())
