"""The form above the body: one line a field, made when it is first unfolded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Select

from ...i18n import _
from ...model import CATEGORIES, KINDS, Office, Release
from .field_values import FIELDS, Field, InvalidField
from .line import Line
from .tone_line import ToneLine

if TYPE_CHECKING:
    from ...language.tone import Sign


class FieldInput(Line):
    """The line of one field. It is read only when it was typed in: what it shows may be shorter than the value."""

    def __init__(self, field: Field) -> None:
        super().__init__(placeholder=_(field.hint), compact=True, id=f"field-{field.name}", select_on_focus=False)
        self.field = field
        self._shown = ""

    def show(self, release: Release | None, office: Office) -> None:
        """Show the field of a release."""
        self._shown = self.field.show(release, office) if release else ""
        self.remove_class("-wrong")
        with self.prevent(Input.Changed):
            self.value = self._shown
        self.cursor_position = 0  # a long line shows its beginning

    def take(self, office: Office) -> dict[str, Any]:
        """The change that was typed; none while what the line holds is not valid (it then shows so)."""
        if self.value == self._shown:
            return {}
        try:
            value = self.field.parse(self.value, office)
        except InvalidField as error:
            self.add_class("-wrong")
            self.tooltip = _("Expected: {what}").format(what=_(str(error)))
            return {}
        self.remove_class("-wrong")
        self.tooltip = None
        self._shown = self.value
        return {self.field.name: value}


class Fields(VerticalScroll, can_focus=False):
    """Every field of a release but headline and body."""

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
            line = FieldInput(field)
            line.show(self._release, self._office)
            yield Horizontal(Label(_(field.label)), line, classes="field")
            if field.name == "benefit":
                yield ToneLine(self._release)

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
        """Show another release."""
        self._release, self._office = release, office
        for line in self.query(FieldInput):
            line.show(release, office)
        with self.prevent(Select.Changed):
            for name, select in self._choices():
                select.value = getattr(release, name)
        self.query_one(ToneLine).show(release)

    def suggest(self, signs: Sequence[Sign]) -> None:
        """Tell what speaks for a tone mark."""
        self.query_one(ToneLine).suggest(signs)

    def take(self) -> dict[str, Any]:
        """What was changed since it was last asked for, by field."""
        changes: dict[str, Any] = {}
        for line in self.query(FieldInput):
            changes |= line.take(self._office)
        for name, select in self._choices():
            if select.value is Select.NULL:  # it was mounted just now: its value comes with its options
                continue
            if select.value != getattr(self._release, name):
                changes[name] = select.value
        tone = self.query_one(ToneLine).take()
        if tone != self._release.tone:
            changes["tone"] = tone
        return changes

    def taken(self, release: Release) -> None:
        """The next value, made of the changes that were taken."""
        self._release = release
        self.query_one(ToneLine).taken(release)

    def _choices(self) -> Iterable[tuple[str, Select[Any]]]:
        return ((name, self.query_one(f"#field-{name}", Select)) for name in ("kind", "category"))
