"""A new release: which template, then its questions."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from ...desk.template import QUESTIONS, Template
from ...desk.templates import templates
from ...i18n import _
from ...model import Category, Kind
from ..widgets.line import Line
from .dialog import Dialog, words


class TemplateChoice(Dialog[Template]):
    """The templates, and a blank sheet."""

    def compose(self) -> ComposeResult:
        """A list to choose from."""
        with self.frame(_("New release"), _("Enter choose · Esc close")):
            yield OptionList(*(self._option(template) for template in self._offered()), id="choices")

    def _offered(self) -> list[Template]:
        blank = Template("", _("Blank"), _("An empty sheet"), Kind.SIARAN_PERS, Category.AKTIVITAS, body="")
        return [*templates(), blank]

    def _option(self, template: Template) -> Option:
        title = (
            Content.styled(_(template.title), "bold") if template.name else Content.styled(template.title, "bold")
        )
        hint = _(template.hint) if template.name else template.hint
        return Option(Content.assemble(title, "\n", Content.styled(hint, "$quiet")), id=template.name or "blank")

    def on_mount(self) -> None:
        """The first is offered."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._offered()[event.option_index])


class Questions(Dialog[dict[str, str]]):
    """The questions of a template; every one may be skipped. Gives the answers by key."""

    BINDINGS = [Binding("ctrl+s", "done", show=False, priority=True)]

    def __init__(self, template: Template) -> None:
        super().__init__()
        self._template = template

    def compose(self) -> ComposeResult:
        """A line a question, with an example in it."""
        title = " – ".join((_(self._template.title), _("answer what you know, skip the rest")))
        with self.frame(title, _("Enter next · ^S lay out the draft · Esc close")):
            for question in QUESTIONS:
                if "{" + question.key + "}" in self._template.body:
                    with Horizontal(classes="question"):
                        yield words(_(question.label))
                        example = _("e.g. {example}").format(example=_(question.example))
                        yield Line(placeholder=example, compact=True, id=f"answer-{question.key}")
            yield Button(_("Lay out the draft"), variant="primary", id="done", compact=True)

    def on_mount(self) -> None:
        """The first question."""
        self.query(Input).first().focus()

    @on(Button.Pressed, "#done")
    def action_done(self) -> None:
        """Give the answers."""
        answers = {(line.id or "").removeprefix("answer-"): line.value for line in self.query(Input)}
        self.dismiss(answers)
