"""The manual of the rules, made of the rules: ``docs/rules.md`` and, in Indonesian, ``docs/rules.id.md``.

python -m tests.rules_manual            # does the manual say what the rules say?
python -m tests.rules_manual --update   # write it anew
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from humas_tui.i18n import LANGUAGES, _, current, use
from humas_tui.language.finding import LEVELS, Level
from humas_tui.language.manual import page
from humas_tui.language.rules import rules

DOCS = Path(__file__).parent.parent / "docs"
MARK = "<!-- Made by python -m tests.rules_manual --update. -->"


def path(language: str) -> Path:
    """Where the manual in that language lies."""
    return DOCS / ("rules.md" if language == "en" else f"rules.{language}.md")


def manual(language: str) -> str:
    """The whole manual."""
    before = current()
    use(language)
    try:
        return "\n".join(_lines()) + "\n"
    finally:
        use(before)


def _lines() -> Iterator[str]:
    every = rules()
    yield f"# {_('The rules of the copy desk')}"
    yield ""
    yield MARK
    for level in Level:
        members = [rule for rule in every if rule.level is level]
        if members:
            yield ""
            yield f"**{_(LEVELS[level])}** (`{level}`, {len(members)}): " + ", ".join(
                f"[{rule.code}](#{rule.code})" for rule in members
            )
    for rule in every:
        yield ""
        yield page(rule)


def stale() -> list[str]:
    """The languages whose manual is not what the rules say."""
    return [
        language
        for language in LANGUAGES
        if not path(language).exists() or path(language).read_text(encoding="utf-8") != manual(language)
    ]


if __name__ == "__main__":
    if "--update" in sys.argv:
        for name in LANGUAGES:
            path(name).write_text(manual(name), encoding="utf-8")
    for name in stale():
        print(f"{path(name).name} is not what the rules say: python -m tests.rules_manual --update")
    sys.exit(bool(stale()))
