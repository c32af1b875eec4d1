"""One rule at work on a text, as its examples show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import takewhile

from humas_tui.language.engine import Checker, mended
from humas_tui.language.finding import Finding
from humas_tui.language.kinds import Shape
from humas_tui.language.rule import Rule
from humas_tui.model import Release

MOMENT = datetime(2026, 11, 18, 9, tzinfo=UTC)


def field_of(rule: Rule) -> str:
    """The field that the examples of a rule stand in."""
    return "body" if not rule.fields or "body" in rule.fields else rule.fields[0]


def found_by(rules: Iterable[Rule], text: str, field: str = "body") -> tuple[Finding, ...]:
    """What these rules find in a text that is that field of a release."""
    rules = tuple(rules)
    release = None
    if any(isinstance(rule.kind, Shape) for rule in rules):
        release = Release(id="x", created=MOMENT, updated=MOMENT, **{field: text})
    checker = Checker(rules)
    findings = checker.check({field: text}, release)
    assert checker.faults == {}
    assert findings is not None
    return findings


def cured(text: str, findings: Iterable[Finding]) -> str:
    """The text with the first fix of each finding."""
    return mended(text, (finding for finding in findings if finding.fixes))


def difference(bad: str, good: str) -> tuple[int, int]:
    """The stretch of ``bad`` in which the two differ."""
    before = _shared(bad, good)
    return before, len(bad) - _shared(bad[before:][::-1], good[before:][::-1])


def _shared(one: str, other: str) -> int:
    """How many characters they share from the first one on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
