"""``humas-tui rules``: the rules of the copy desk, each with its page."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ...i18n import N_, _
from ..command import Argument, Command
from ..output import put_json, put_text
from ..session import Session
from ..table import put_table
from .check import rule_names

if TYPE_CHECKING:
    from ...language.rule import Rule


def run(session: Session, words: Namespace) -> int:
    """Print the rules: as JSON, a line each, or the page of one."""
    from ...language.manual import page
    from ...language.rules import find, rules

    if words.page:
        put_text(page(find(words.page)))
    elif words.json:
        put_json([described(rule) for rule in rules()])
    else:
        put_table((_("Rule"), _("Level"), _("Title"), _("Source")), [_row(rule) for rule in rules()])
    return 0


def described(rule: Rule) -> dict[str, Any]:
    """A rule as JSON tells it."""
    from ...language.manual import address

    return {
        "code": rule.code,
        "level": rule.level.value,
        "title": _(rule.title),
        "why": _(rule.why),
        "source": rule.cited,
        "on": rule.on,
        "certain": rule.certain,
        "examples": [{"bad": bad, "good": good} for bad, good in rule.examples],
        "leave_alone": list(rule.leave_alone),
        "page": address(rule),
    }


def _row(rule: Rule) -> tuple[str, ...]:
    return rule.code, rule.level.value, _(rule.title), rule.cited


RULES = Command(
    name="rules",
    help=N_("list the rules of the copy desk"),
    run=run,
    order=75,
    arguments=(
        Argument("--json", N_("as a JSON array, with everything that its page says")),
        Argument("--page", N_("the page of one rule instead"), value=N_("CODE"), default="", offers=rule_names),
    ),
)
