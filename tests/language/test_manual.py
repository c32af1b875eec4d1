"""The manual of the rules is what the rules say."""

from __future__ import annotations

import pytest

from humas_tui.i18n import LANGUAGES
from humas_tui.language.rules import rules
from tests.rules_manual import manual, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_is_what_the_rules_say(language: str) -> None:
    """After a change: ``python -m tests.rules_manual --update``."""
    if not path(language).parent.is_dir():
        pytest.skip("the manual lies in docs, which is not beside these tests")
    assert path(language).read_text(encoding="utf-8") == manual(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_page(language: str) -> None:
    told = manual(language)
    for rule in rules():
        assert f"\n## {rule.code}\n" in told
        assert all(bad.replace("\n", "⏎") in told for bad, _good in rule.examples)
