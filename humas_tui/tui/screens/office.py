"""The first question: whose newsroom is this?"""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Input, Select

from ...i18n import _
from ...model import Office
from ..widgets.letterhead_questions import HEAD, ZONES
from ..widgets.line import Line
from .dialog import Dialog, words

#: What is asked at the first start; the letterhead designer asks the rest.
SHORT: Final = ("institution", "unit", "city", "address", "phone", "email", "site")


class OfficeQuestions(Dialog[dict[str, str]]):
    """Institution and city, and what else stands in the letterhead. Gives the values by field of Office."""

    BINDINGS = [Binding("ctrl+s", "done", show=False, priority=True)]

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office

    def compose(self) -> ComposeResult:
        """A line a question."""
        with self.frame(_("Whose newsroom is this?"), _("Enter next · ^S done · Esc leave unchanged")):
            yield words(_("It is printed at the head of every release. You can change it later."), "note")
            for question in HEAD:
                if question.name in SHORT:
                    with Horizontal(classes="question"):
                        yield words(_(question.label))
                        value, name = question.shown(self._office), f"office-{question.name}"
                        yield Line(value, placeholder=question.hint, compact=True, id=name)
            with Horizontal(classes="question"):
                yield words(_("Time zone"))
                zones = [(name, zone) for zone, name in ZONES.items()]
                value = self._office.time_zone if self._office.time_zone in ZONES else "Asia/Jakarta"
                yield Select(zones, value=value, allow_blank=False, compact=True, id="zone")
            yield Button(_("Done"), variant="primary", compact=True, id="done")

    def on_mount(self) -> None:
        """The institution first."""
        self.query(Input).first().focus()

    @on(Button.Pressed, "#done")
    def action_done(self) -> None:
        """Give the answers."""
        answers = {(line.id or "").removeprefix("office-"): line.value.strip() for line in self.query(Input)}
        self.dismiss({**answers, "time_zone": str(self.query_one("#zone", Select).value)})
