"""The head of the newsroom: whose it is, and whether everything is saved."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ...i18n import _
from ...text.clean import clean_line


class Saving(Enum):
    """Where the words are."""

    OPENING = "opening"
    CHANGED = "changed"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"
    READING = "reading"


class Masthead(Widget):
    """One line: the office on the left, the state of saving on the right."""

    office: reactive[str] = reactive("")
    state: reactive[Saving] = reactive(Saving.OPENING)

    def __init__(self, office: str) -> None:
        super().__init__()
        self.set_reactive(Masthead.office, office)
        self._saved: datetime | None = None
        self._reason = ""

    def tell(self, state: Saving, *, at: datetime | None = None, reason: str = "") -> None:
        """Show the state: SAVED with the time, FAILED with the reason."""
        before = self.words()
        self._saved = at or self._saved
        self._reason = reason
        self.set_reactive(Masthead.state, state)
        if self.words() != before:
            self.refresh()

    def words(self) -> str:
        """The state in words: ``tersimpan 14.03.22``."""
        if self.state is Saving.SAVED:
            return _("saved {time}").format(time=f"{self._saved:%H.%M.%S}") if self._saved else _("saved")
        if self.state is Saving.FAILED:
            return _("FAILED: {reason}").format(reason=self._reason)
        return {
            Saving.OPENING: _("opening"),
            Saving.CHANGED: _("writing"),
            Saving.SAVING: _("saving"),
            Saving.READING: _("reading only"),
        }[self.state]

    def render(self) -> Content:
        """Left and right, the state never cut off."""
        style = {Saving.SAVED: "$success", Saving.FAILED: "bold $error"}.get(self.state, "$warning")
        mark = {Saving.SAVED: "✓", Saving.FAILED: "✗"}.get(self.state, "…")
        right = Content.styled(f"{mark} {self.words()} ", style)
        width = self.size.width
        if right.cell_length > width:
            return right.truncate(width, ellipsis=True)
        name = Content.styled(" humas-tui ", "bold $primary")
        left = Content.assemble(name, Content.styled(clean_line(self.office), "$quiet"))
        left = left.truncate(max(0, width - right.cell_length - 1), ellipsis=True)
        gap = " " * (width - left.cell_length - right.cell_length)
        return Content.assemble(left, gap, right)
