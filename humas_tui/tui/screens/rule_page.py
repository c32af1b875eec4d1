"""The page of a rule of the copy desk, over the newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from ...i18n import _
from ..widgets.findings import LOOKS
from .dialog import Dialog

if TYPE_CHECKING:
    from ...language.rule import Rule


class RulePage(Dialog[None]):
    """What a rule says, why, with examples."""

    BINDINGS = [Binding("question_mark,q,enter", "cancel", show=False)]

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self._rule = rule

    def compose(self) -> ComposeResult:
        """Title and level; why; bad and good."""
        from ...language.finding import LEVELS

        rule = self._rule
        sign, colour = LOOKS[str(rule.level)]
        with self.frame(rule.code, _("Esc close")):
            head = Content.assemble(Content.styled(f"{sign} {_(LEVELS[rule.level])}", colour), f" · {rule.cited}")
            yield Static(Content.assemble(Content.styled(_(rule.title), "bold"), "\n", head), classes="note")
            yield Static(Content(_(rule.why)), classes="note")
            pairs = [
                Content.assemble(Content.styled("✗ ", "$error"), bad, "\n", Content.styled("✓ ", "$success"), good)
                for bad, good in rule.examples
            ]
            yield Static(Content("\n").join(pairs), classes="note")
            if rule.leave_alone:
                alone = [Content(f"· {text}") for text in rule.leave_alone]
                yield Static(Content("\n").join([Content.styled(_("Left alone:"), "$quiet"), *alone]))
