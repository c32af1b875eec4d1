"""The form above the body: one line a field, made when it is first unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Select

from ...i18n import _
from ...model import CATEGORIES, KINDS, Category, Kind, Office, Release
from .field_values import FIELDS, Field, InvalidField


class FieldInput(Input):
    """The line of one field."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(
            value, placeholder=_(field.hint), compact=True, id=f"field-{field.name}", select_on_focus=False
        )
        self.field = field

    def read(self, office: Office) -> dict[str, Any]:
        """The change that the line makes; none while what it holds is not valid (the line then shows so)."""
        try:
            value = self.field.parse(self.value, office)
        except InvalidField as error:
            self.add_class("-wrong")
            self.tooltip = _("Expected: {what}").format(what=_(str(error)))
            return {}
        self.remove_class("-wrong")
        self.tooltip = None
        return {self.field.name: value}


class Fields(VerticalScroll, can_focus=False):
    """Every field of a release but headline and body."""

    @dataclass
    class Changed(Message):
        """Fields were changed by the officer."""

        changes: dict[str, Any]

    def __init__(self, release: Release, office: Office) -> None:
        super().__init__(id="fields")
        self._release = release
        self._office = office

    def compose(self) -> ComposeResult:
        """A label and a line for each field; lists to choose from for kind and category."""
        for field in FIELDS:
            if field.name == "key_message":
                yield self._choice("kind", _("Kind"), [(_(title), kind) for kind, title in KINDS.items()])
                yield self._choice(
                    "category", _("Category"), [(_(title), category) for category, title in CATEGORIES.items()]
                )
            line = FieldInput(field, field.show(self._release, self._office))
            yield Horizontal(Label(_(field.label)), line, classes="field")

    def _choice(self, name: str, label: str, options: list[tuple[str, Any]]) -> Horizontal:
        select: Select[Any] = Select(
            [(Content(title), value) for title, value in options],
            value=getattr(self._release, name),
            allow_blank=False,
            compact=True,
            id=f"field-{name}",
        )
        return Horizontal(Label(label), select, classes="field")

    def show(self, release: Release, office: Office) -> None:
        """Hold another release, or its next value."""
        self._release, self._office = release, office
        with self.prevent(Input.Changed, Select.Changed):
            for line in self.query(FieldInput):
                line.value = line.field.show(release, office)
                line.remove_class("-wrong")
            self.query_one("#field-kind", Select).value = release.kind
            self.query_one("#field-category", Select).value = release.category

    def hold(self, release: Release) -> None:
        """Compare with this value from now on; the lines stay as they were typed."""
        self._release = release

    @on(Input.Changed)
    def _line_changed(self, event: Input.Changed) -> None:
        event.stop()
        if isinstance(event.input, FieldInput):
            changes = event.input.read(self._office)
            if any(getattr(self._release, name) != value for name, value in changes.items()):
                self.post_message(self.Changed(changes))

    @on(Select.Changed)
    def _choice_changed(self, event: Select.Changed) -> None:
        event.stop()
        name = (event.select.id or "").removeprefix("field-")
        if isinstance(event.value, Kind | Category) and getattr(self._release, name) != event.value:
            self.post_message(self.Changed({name: event.value}))
