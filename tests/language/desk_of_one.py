"""One rule at work on a text, as its examples show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import takewhile

from humas_tui.language.engine import Checker, mended
from humas_tui.language.finding import Finding
from humas_tui.language.kinds import Shape
from humas_tui.language.rule import Rule
from humas_tui.model import Release, from_document
from humas_tui.text import front_matter

FIELDS = ("headline", "summary", "key_message", "benefit", "body")
MOMENT = datetime(2026, 11, 18, 9, tzinfo=UTC)


def field_of(rule: Rule) -> str:
    """The field that the examples of a rule stand in."""
    return "body" if not rule.fields or "body" in rule.fields else rule.fields[0]


def found_by(rules: Iterable[Rule], text: str, field: str = "body") -> tuple[Finding, ...]:
    """What these rules find in a text that is that field of a release. A rule about the shape of a release reads
    other fields in front matter."""
    rules = tuple(rules)
    release = None
    if any(isinstance(rule.kind, Shape) for rule in rules):
        fields, body = front_matter.split(text)
        release = from_document(
            {"id": "x", "created": MOMENT.isoformat(), "updated": MOMENT.isoformat(), **fields, field: body}
        )
        texts = {name: value for name in FIELDS if (value := getattr(release, name))}
        return _checked(rules, texts, release)
    return _checked(rules, {field: text}, release)


def _checked(rules: tuple[Rule, ...], texts: dict[str, str], release: Release | None) -> tuple[Finding, ...]:
    checker = Checker(rules)
    findings = checker.check(texts, release)
    assert checker.faults == {}
    assert findings is not None
    return findings


def cured(text: str, findings: Iterable[Finding]) -> str:
    """The text with the first fix of each finding; front matter stays."""
    _fields, body = front_matter.split(text)
    return text.removesuffix(body) + mended(body, (finding for finding in findings if finding.fixes))


def difference(bad: str, good: str) -> tuple[int, int]:
    """The stretch of ``bad`` in which the two differ."""
    before = _shared(bad, good)
    return before, len(bad) - _shared(bad[before:][::-1], good[before:][::-1])


def _shared(one: str, other: str) -> int:
    """How many characters they share from the first one on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
