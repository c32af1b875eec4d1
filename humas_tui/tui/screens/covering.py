"""What the screens that cover the newsroom share: F1 tells what they are for, and every key of theirs."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ...i18n import _
from ..widgets.hints import Hint, Hints
from .dialog import Page, words

Result = TypeVar("Result")


class KeyHelp(Page):
    """What a screen is for (``about``), then its keys: also those for which its own line has no room."""

    def __init__(self, about: str, hints: tuple[Hint, ...]) -> None:
        super().__init__()
        self._about = about
        self._hints = hints

    def compose(self) -> ComposeResult:
        """The paragraph, then a line a key."""
        with self.frame(_("Help"), _("↑↓ scroll · Esc close")):
            yield words(self._about, "note")
            lines = []
            for hint in self._hints:
                lines += [Content.styled(f"{hint.key:>9}  ", "bold $accent"), Content(f"{hint.word}\n")]
            yield Static(Content.assemble(*lines))


class Covering(ModalScreen["Result | None"], Generic[Result]):
    """A screen over the whole newsroom, of which nothing is seen meanwhile. ``ABOUT`` is its help (a message id);
    it has a line of ``Hints``."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "help", show=False, priority=True)]
    ABOUT: ClassVar[str] = ""

    def action_help(self) -> None:
        """Tell what this is for and what the keys do as things stand."""
        self.app.push_screen(KeyHelp(_(self.ABOUT), self.query_one(Hints).every))
