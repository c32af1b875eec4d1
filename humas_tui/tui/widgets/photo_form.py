"""What is said of a photo: how its file looks, and a line for each thing an officer adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, Input, Label, Static

from ...i18n import N_, _
from ...model import SUBJECTS, Photo, Subject
from ...text.clean import clean_line
from .line import Line

#: Name of the field, label, what belongs there.
LINES: Final = (
    ("caption", N_("Caption"), N_("what happens, who is shown (from the left), where, when")),
    ("photographer", N_("Photographer"), N_("full name")),
    ("alt", N_("Description"), N_("what is seen, for those who cannot see it")),
    ("consent", N_("Permission"), N_("who gave it, how, when – for children: a parent")),
)


class PhotoForm(Vertical):
    """The fields of one photo. Every change is told at once."""

    @dataclass
    class Changed(Message):
        """These fields were changed."""

        changes: dict[str, Any]

    def __init__(self) -> None:
        super().__init__(id="photo-form")
        self._photo: Photo | None = None

    def compose(self) -> ComposeResult:
        """Facts, lines, ticks."""
        yield Static(id="photo-facts")
        for name, label, hint in LINES:
            if name == "consent":
                yield self._whom()
            line = Line(placeholder=_(hint), compact=True, id=f"photo-{name}", select_on_focus=False)
            yield Horizontal(Label(Content(_(label))), line, classes="field")

    def _whom(self) -> Horizontal:
        ticks = (Checkbox(Content(_(SUBJECTS[one])), compact=True, id=f"shows-{one}") for one in Subject)
        return Horizontal(Label(Content(_("Shows"))), *ticks, classes="field")

    def show(self, photo: Photo | None) -> None:
        """Show what is said of another photo."""
        self._photo = photo
        self.disabled = photo is None
        with self.prevent(Input.Changed, Checkbox.Changed):
            for name, _label, _hint in LINES:
                line = self.query_one(f"#photo-{name}", Input)
                line.value = clean_line(getattr(photo, name)) if photo is not None else ""
                line.cursor_position = 0  # a long line shows its beginning
            for one in Subject:
                self.query_one(f"#shows-{one}", Checkbox).value = photo is not None and one in photo.shows

    def tell(self, told: Content) -> None:
        """Say how the file looks."""
        self.query_one("#photo-facts", Static).update(told)

    def enter(self) -> None:
        """Begin with the caption."""
        self.query_one("#photo-caption", Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed({str(event.input.id).removeprefix("photo-"): event.value}))

    @on(Checkbox.Changed)
    def _ticked(self, event: Checkbox.Changed) -> None:
        event.stop()
        ticked = tuple(one for one in Subject if self.query_one(f"#shows-{one}", Checkbox).value)
        self.post_message(self.Changed({"shows": ticked}))
