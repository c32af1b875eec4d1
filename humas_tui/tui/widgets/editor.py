"""The editor: headline, fields that fold away, body. It draws a release and gathers what was changed."""

from __future__ import annotations

from typing import Any

from textual import events, on
from textual.actions import SkipAction
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select, TextArea

from ...i18n import _, current, ngettext
from ...model import CATEGORIES, TONES, Office, Release
from ...text.clean import clean_line
from ...text.count import count_words, reading_minutes
from .field_values import HEADLINE
from .fields import FieldInput, Fields
from .find_bar import FindBar
from .findings import FindingsBar
from .proofed import ProofedPane
from .prose import ProseArea


class FoldLine(Widget):
    """One line that stands for the fields while they are folded, and folds them."""

    folded: reactive[bool] = reactive(True)
    release: reactive[Release | None] = reactive(None)

    class Pressed(Message):
        """The line was clicked."""

    def on_click(self, event: events.Click) -> None:
        """Fold or unfold."""
        event.stop()
        self.post_message(self.Pressed())

    def render(self) -> Content:
        """Place, date, category, and whether message and benefit are there."""
        arrow = "▸ " if self.folded else "▾ "
        release = self.release
        if release is None or not self.folded:
            return Content.styled(arrow + _("Fields"), "$quiet")
        from ...text.dates import short_date

        day = short_date(release.event_date, current()) if release.event_date else _("no date")
        marks = [
            _("message {mark}").format(mark="✓" if release.key_message else "–"),
            _("benefit {mark}").format(mark="✓" if release.benefit else "–"),
        ]
        marks += [_(TONES[tone]).lower() for tone in release.tones]
        parts = [clean_line(release.place[:40]) or _("no place"), day, _(CATEGORIES[release.category]), *marks]
        return Content.styled(arrow + " · ".join(parts), "$quiet").truncate(self.size.width, ellipsis=True)


class Editor(ProofedPane):
    """A release to write in.

    ``show`` gives it one; ``Touched`` tells that something was changed, and ``take`` then gives the changes.
    ``count`` makes what it tells of the release true again. ``locked`` it can be read only.
    """

    BINDINGS = [Binding("enter,down", "next_line", show=False, priority=True)]

    folded: reactive[bool] = reactive(True, init=False)
    locked: reactive[bool] = reactive(False, init=False)

    class Touched(Message):
        """The officer changed something."""

    class Refused(Message):
        """The officer typed where nothing can be changed."""

    def __init__(self) -> None:
        super().__init__(id="editor", classes="pane")
        self._release: Release | None = None
        self._office = Office()
        self._body_shown = ""

    async def furnish(self) -> None:
        """Mount headline, fold line and body, which the first picture does without; the fields come when they
        are unfolded."""
        self.disabled = True
        await self.mount(FieldInput(HEADLINE), FoldLine(), ProseArea(id="body"), FindingsBar())

    @property
    def release(self) -> Release | None:
        """The release that is shown, as it was shown or taken last."""
        return self._release

    def show(self, release: Release | None, office: Office) -> None:
        """Hold another release, or none."""
        self._release, self._office = release, office
        self.disabled = release is None
        self.query_one("#field-headline", FieldInput).show(release, office)
        self.body.show(release.id if release else "", release.body if release else "")
        self._body_shown = self.body.text
        self.show_findings(None)
        if release is not None:
            for fields in self.query(Fields):
                fields.show(release, office)
        self.count()

    def take(self) -> dict[str, Any]:
        """What was changed since it was last asked for, by field. Read from the widgets as they are now, so
        that it does not matter which messages are still under way."""
        if self._release is None:
            return {}
        changes = self.query_one("#field-headline", FieldInput).take(self._office)
        for fields in self.query(Fields):
            changes |= fields.take()
        text = self.body.text
        if text != self._body_shown:
            changes["body"] = self._body_shown = text
        return changes

    def taken(self, release: Release) -> None:
        """The next value, made of the changes that were taken."""
        self._release = release
        for fields in self.query(Fields):
            fields.taken(release)

    def count(self) -> None:
        """Tell words and reading time in the border, place and date in the line of the fields."""
        self.query_one(FoldLine).release = self._release
        words = count_words(self.body.text)
        minutes = reading_minutes(words)
        told = ngettext("{count} word", "{count} words", words).format(count=words)
        read = ngettext("{count} minute to read", "{count} minutes to read", minutes).format(count=minutes)
        self.tell(Content(f"{told} · {read}" if self._release else ""))

    async def watch_folded(self, folded: bool) -> None:
        """Show the form or the line that stands for it."""
        self.query_one(FoldLine).folded = folded
        if not folded and not self.query(Fields) and self._release is not None:
            await self.mount(Fields(self._release, self._office), after=self.query_one(FoldLine))
            self.watch_locked(self.locked)
            self.suggest_tone()
        self.set_class(not folded, "-unfolded")

    def watch_locked(self, locked: bool) -> None:
        """Let the text be read and copied, but nothing be changed."""
        self.body.read_only = locked
        for line in (*self.query(FieldInput), *self.query(Select), *self.query(Checkbox)):
            line.disabled = locked

    def _show_line(self, field: str) -> None:
        if field != HEADLINE.name:
            self.folded = False

    def on_key(self, event: events.Key) -> None:
        """What is typed into a text that is locked goes nowhere; that is told."""
        if self.locked and (event.is_printable or event.key in ("enter", "backspace", "delete")):
            self.post_message(self.Refused())

    async def find(self) -> None:
        """Open the line for finding and replacing, or go to it."""
        if bars := self.query(FindBar):
            bars.first().query_one("#find").focus()
        else:
            await self.mount(FindBar(self.body), before=self.query_one(FindingsBar))

    @on(FindBar.Closed)
    async def _found(self, event: FindBar.Closed) -> None:
        event.stop()
        await self.query(FindBar).remove()
        self.body.focus()

    @on(FoldLine.Pressed)
    def _toggle(self) -> None:
        self.folded = not self.folded

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Select.Changed)
    @on(Checkbox.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Touched())

    def action_next_line(self) -> None:
        """From a field to the next one, from the last to the body."""
        if not isinstance(self.screen.focused, FieldInput):
            raise SkipAction
        self.screen.focus_next()
