"""The questions of the letterhead designer, a line each in three groups. Every change is told at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Button, Input, Label, TextArea

from ...i18n import _
from ...model import Office
from ...text.clean import clean
from ...text.count import count_words
from .choice import Choice
from .field_values import InvalidField
from .letterhead_questions import FILES, GROUPS, WORDS, Question
from .line import Line


class Lines(TextArea):
    """A few lines to write in: what is pasted is made safe. Tab goes on to the next question."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if result := self._replace_via_keyboard(clean(event.text), *self.selection):
            self.move_cursor(result.end_location)


class LetterheadForm(Vertical):
    """The profile of an office. ``folder`` is that of the settings: a logo in it is named without it."""

    @dataclass
    class Changed(Message):
        """Something was typed or chosen."""

    @dataclass
    class Entered(Message):
        """Another question has the focus."""

        question: Question

    def __init__(self, office: Office, folder: Path, paths: Suggester) -> None:
        super().__init__(id="letterhead-form")
        self._office = office
        self._folder = folder
        self._paths = paths
        self._questions = {question.name: question for _title, group in GROUPS for question in group}
        self._before = {name: self._shown(question) for name, question in self._questions.items()}

    def compose(self) -> ComposeResult:
        """Groups, questions, a button for the mouse."""
        for title, group in GROUPS:
            yield Label(Content(_(title)), classes="group")
            for question in group:
                yield Horizontal(
                    Label(Content(_(question.label))),
                    self._asked(question),
                    classes="asked -long" if question.long else "asked",
                )
                if question.long:
                    yield Label(id=f"{question.name}-count", classes="count")
        yield Button(_("Save"), variant="primary", compact=True, id="save")

    def on_mount(self) -> None:
        """The institution first."""
        self._count()
        self.query(Input).first().focus()

    def _asked(self, question: Question) -> Widget:
        value, name = self._before[question.name], _id(question)
        if question.choices is not None:
            return Choice(question.choices, value, id=name)
        if question.long:
            return Lines(value, compact=True, soft_wrap=True, id=name, placeholder=_(question.hint))
        suggester = self._paths if question.name in FILES else None
        line = Line(
            value, placeholder=_(question.hint), suggester=suggester, compact=True, select_on_focus=False, id=name
        )
        line.cursor_position = 0
        return line

    def _shown(self, question: Question) -> str:
        told = question.shown(self._office)
        if question.name not in FILES:
            return told
        path = Path(told)
        return str(path.relative_to(self._folder)) if path.is_relative_to(self._folder) else told

    def take(self) -> dict[str, Any]:
        """What is otherwise than it was, as the settings hold it: by name, accounts in a table of their own. What
        is no value of its question shows so, and is left out."""
        changes: dict[str, Any] = {}
        for name, question in self._questions.items():
            widget = self.query_one(f"#{_id(question)}")
            text = _text(widget)
            if text == self._before[name]:
                widget.remove_class("-wrong")
                continue
            try:
                value = question.parse(text)
            except InvalidField as error:
                widget.add_class("-wrong")
                widget.tooltip = _("Expected: {what}").format(what=_(str(error)))
                continue
            widget.remove_class("-wrong")
            table, _dot, key = name.rpartition(".")
            (changes.setdefault(table, {}) if table else changes)[key] = value
        return changes

    @property
    def faulty(self) -> Widget | None:
        """The first line that holds no value of its question."""
        return next(iter(self.query(".-wrong")), None)

    @property
    def touched(self) -> bool:
        """Whether anything is otherwise than it was."""
        return any(
            _text(self.query_one(f"#{_id(question)}")) != self._before[name]
            for name, question in self._questions.items()
        )

    def _count(self) -> None:
        words = count_words(self.query_one(Lines).text)
        told = _("{count} of {limit} words (advised)").format(count=words, limit=WORDS)
        style = "$warning" if words > WORDS else "$quiet"
        self.query_one("#boilerplate-count", Label).update(Content.styled(told, style))

    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        event.stop()
        self._count()
        self.post_message(self.Changed())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell which question it is."""
        question = self._questions.get(str(event.widget.id).removeprefix("ask-").replace("-", "."))
        if question is not None:
            self.post_message(self.Entered(question))


def _id(question: Question) -> str:
    return f"ask-{question.name.replace('.', '-')}"


def _text(widget: Widget) -> str:
    if isinstance(widget, TextArea):
        return widget.text
    assert isinstance(widget, Input | Choice)  # the three kinds that the form is made of
    return widget.value
