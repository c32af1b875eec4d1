"""Every rule by its own examples: the bad text is found, the cure is the good one, and the good one is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import humas_tui.language.rules
from humas_tui.language.finding import Level
from humas_tui.language.kinds import Neighbours, Shape
from humas_tui.language.rules import Rule, rules
from tests.language.desk_of_one import cured, difference, field_of, found_by

EVERY = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
EXAMPLES = pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [pytest.param(rule, *pair, id=f"{rule.code}-{n}") for rule in rules() for n, pair in enumerate(rule.examples)],
)
LEFT_ALONE = pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(rule, text, id=f"{rule.code}-{n}")
        for rule in rules()
        for n, text in enumerate(rule.leave_alone)
    ],
)


@EXAMPLES
def test_the_bad_text_is_found_at_its_place(rule: Rule, bad: str, good: str) -> None:
    findings = found_by([rule], bad, field_of(rule))
    assert findings, "nothing is found"
    if not isinstance(rule.kind, Shape):
        start, end = difference(bad, good)
        assert any(one.start <= end and start <= one.end for one in findings), "it is found at another place"
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(bad)
        assert "{" not in finding.message
        assert finding.source


@EXAMPLES
def test_the_first_fix_makes_the_good_text_of_it(rule: Rule, bad: str, good: str) -> None:
    findings = found_by([rule], bad, field_of(rule))
    if any(finding.fixes for finding in findings):
        assert cured(bad, findings) == good
    assert found_by([rule], good, field_of(rule)) == ()


@LEFT_ALONE
def test_what_it_must_leave_alone_is_left_alone(rule: Rule, text: str) -> None:
    assert found_by([rule], text, field_of(rule)) == ()


@EVERY
def test_no_other_rule_sees_an_error_in_its_good_texts(rule: Rule) -> None:
    """Shape is left out: an example is no whole release, and a paragraph of one has no neighbours."""
    others = [
        other
        for other in rules()
        if other.on and other.level is Level.GALAT and not isinstance(other.kind, Shape | Neighbours)
    ]
    for _bad, good in rule.examples:
        told = [f"{one.rule}: {good[one.start : one.end]}" for one in found_by(others, good, field_of(rule))]
        assert told == []


@EVERY
def test_it_stands_in_a_file_of_its_name_and_has_its_manual(rule: Rule) -> None:
    name = rule.code.replace("-", "_")
    module = getattr(humas_tui.language.rules, name)
    assert getattr(module, name.upper()) is rule
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.code)
    assert all((rule.title, rule.message, rule.why, rule.examples))
    assert rule.cited, "no code of EYD V and no other source"
    assert all(re.fullmatch(r"[A-Z]{2}\d{2}[a-z]?", code) for code in rule.eyd)
    if rule.certain:
        bad, _good = rule.examples[0]
        assert any(finding.certain for finding in found_by([rule], bad, field_of(rule)))


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.code for rule in rules()]
    assert sorted(set(codes)) == codes


def test_a_rule_says_nothing_twice() -> None:
    titles = [rule.title for rule in rules()]
    assert sorted(set(titles)) == sorted(titles)


def test_there_is_no_file_without_a_rule() -> None:
    files = {path.stem for path in Path(humas_tui.language.rules.__file__).parent.glob("[!_]*.py")}
    assert files == {rule.code.replace("-", "_") for rule in rules()}
