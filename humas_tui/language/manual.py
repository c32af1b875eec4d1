"""The page of a rule, in Markdown: what it says, why, its examples, what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..i18n import _
from .finding import LEVELS
from .rule import Rule

#: Where the pages of all rules stand together, under their codes.
MANUAL: Final = "docs/rules.md"


def page(rule: Rule) -> str:
    """The page of a rule in the language in use."""
    return "\n".join(_lines(rule))


def address(rule: Rule) -> str:
    """Where its page stands in the manual."""
    return f"{MANUAL}#{rule.code}"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}"
    yield ""
    yield f"**{_(rule.title)}** · {' · '.join(_facts(rule))}"
    yield ""
    yield _(rule.why)
    yield ""
    for bad, good in rule.examples:
        yield f"- ✗ {_set(bad)}"
        yield f"  ✓ {_set(good)}"
    if rule.leave_alone:
        yield ""
        yield _("Left alone:")
        yield ""
        for text in rule.leave_alone:
            yield f"- {_set(text)}"


def _facts(rule: Rule) -> Iterator[str]:
    yield _(LEVELS[rule.level])
    yield rule.cited
    if rule.certain:
        yield _("mended by --fix")
    if not rule.on:
        yield _("off unless switched on")


def _set(text: str) -> str:
    """An example as it was typed, on a line of its own: its spaces are what matters."""
    fence = "``" if "`" in text else "`"
    shown = text.replace("\n", "⏎")
    return f"{fence} {shown} {fence}" if fence == "``" else f"{fence}{shown}{fence}"
