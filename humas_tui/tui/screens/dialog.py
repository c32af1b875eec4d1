"""What the dialogs share: a box in the middle that Escape closes with nothing chosen."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

Result = TypeVar("Result")


class Dialog(ModalScreen["Result | None"], Generic[Result]):
    """A dialog; ``title_text`` stands in its frame. Dismissed with None by Escape."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("enter", "next_line", show=False, priority=True),
    ]

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_next_line(self) -> None:
        """From a line to what stands below it. At once, not by a message: the next key may follow closely."""
        if not isinstance(self.focused, Input) or self.focused.has_class("-submits"):
            raise SkipAction
        self.focus_next()

    def frame(self, title: str, hint: str) -> VerticalScroll:
        """The box, titled, with the keys in its lower edge."""
        box = VerticalScroll(id="box", can_focus=False)
        box.border_title = Content(title)
        box.border_subtitle = Content(hint)
        return box


class Page(Dialog[None]):
    """A page that is only read: where it is longer than the screen the keys scroll it."""

    BINDINGS = [Binding("f1,q,enter", "cancel", show=False)]

    def on_mount(self) -> None:
        """The keys go to the box."""
        box = self.query_one("#box")
        box.can_focus = True
        box.focus()


def words(text: str, classes: str = "") -> Label:
    """A sentence that is never read as markup."""
    return Label(Content(text), classes=classes)
