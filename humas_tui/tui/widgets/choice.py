"""One of a few values, on one line: the arrows turn it, so that what it changes can be watched beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ...i18n import _


class Choice(Widget, can_focus=True):
    """``choices`` gives a title (a message id) by value; ``value`` is the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        choice: Choice

        @property
        def control(self) -> Choice:
            """Whose."""
            return self.choice

    def __init__(self, choices: Mapping[str, str], value: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._choices = dict(choices)
        self._choices.setdefault(value, value)  # one that is set and not among ours stays until it is turned
        self.value = value

    def render(self) -> Content:
        """The arrows quiet, the value plain."""
        return Content.assemble(
            Content.styled("‹ ", "$quiet"), Content(_(self._choices[self.value])), Content.styled(" ›", "$quiet")
        )

    def action_turn(self, by: int) -> None:
        """Choose the next one, or the one before; after the last comes the first."""
        values = list(self._choices)
        self.value = values[(values.index(self.value) + by) % len(values)]
        self.refresh()
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """A click chooses the next; one on the first arrow the one before."""
        self.action_turn(-1 if event.x < 2 else 1)
