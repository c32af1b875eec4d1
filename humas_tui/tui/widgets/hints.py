"""The keys of a screen that covers the newsroom: one line, each key with its word, a click as good as the key."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widget import Widget

from ...i18n import _


@dataclass(frozen=True)
class Hint:
    """A key as it is printed, what it does, and the action that a click on it carries out."""

    key: str
    word: str
    action: str


class Hints(Widget):
    """The line itself. What does not fit is left away, the last two never: the help, which tells the others, and
    what closes the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()

    def show(self, *hints: Hint) -> None:
        """Show these, the most needed first; the last is what closes the screen."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    @property
    def every(self) -> tuple[Hint, ...]:
        """All of them, also those for which the line has no room."""
        return self._hints

    def render(self) -> Content:
        """Keys loud, words quiet."""
        parts = [self._drawn(hint) for hint in self._fitting()]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the pointer."""
        end = 0
        for hint in self._fitting():
            end += self._drawn(hint).cell_length
            if event.x < end:
                self.call_later(self.run_action, hint.action)
                return

    def _fitting(self) -> list[Hint]:
        if not self._hints:
            return []
        hints = [*self._hints[:-1], Hint("F1", _("Help"), "screen.help"), self._hints[-1]]
        while len(hints) > 2 and sum(self._drawn(hint).cell_length for hint in hints) > self.size.width:
            del hints[-3]
        return hints

    def _drawn(self, hint: Hint) -> Content:
        key, word = Content.styled(f" {hint.key} ", "bold $accent"), Content.styled(f"{hint.word} ", "$quiet")
        return Content.assemble(key, word)
