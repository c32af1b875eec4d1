"""Rules that are regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from ..prose import Paragraph
from .hit import Hit

Fix: TypeAlias = str | tuple[str, ...] | Callable[[re.Match[str]], str | tuple[str, ...]]


@dataclass(frozen=True)
class Pattern:
    r"""A regular expression and what to write instead.

    The place is the group ``at`` where there is one, else the whole match; it is not empty. ``fix`` is a template
    (``\g<name>``), several of them best first, or a function of the match; None: there is none. ``unless`` a
    function of paragraph and match says so. ``words`` is a gate of its own, beside that of the rule.

    The expression must take linear time: no two neighbouring repeats of the same characters, no repeat that can
    begin at each place of a long run (look behind it, or use ``++``).
    """

    regex: str
    fix: Fix | None = None
    unless: Callable[[Paragraph, re.Match[str]], bool] | None = None
    certain: bool | None = None
    message: str = ""
    flags: int = 0
    words: frozenset[str] = frozenset()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Compiled when it is first needed: most are not, for most texts."""
        return re.compile(self.regex, self.flags)

    def find(self, paragraph: Paragraph) -> Iterator[Hit]:
        """The hits in a paragraph."""
        if self.words and self.words.isdisjoint(paragraph.words):
            return
        place: int | str = "at" if "at" in self.compiled.groupindex else 0
        for match in self.compiled.finditer(paragraph.text):
            if self.unless is not None and self.unless(paragraph, match):
                continue
            names = {name: value or "" for name, value in match.groupdict().items()}
            yield Hit(*match.span(place), self._fixes(match), self.certain, self.message, names)

    def _fixes(self, match: re.Match[str]) -> tuple[str, ...]:
        if self.fix is None:
            return ()
        if callable(self.fix):
            given = self.fix(match)
            return (given,) if isinstance(given, str) else given
        templates = (self.fix,) if isinstance(self.fix, str) else self.fix
        return tuple(match.expand(template) for template in templates)


@dataclass(frozen=True)
class Patterns:
    """Patterns, looked for where one of the characters ``marks`` stands in the paragraph, and one of ``words`` (in
    lower case); none given: everywhere. A rule that says neither costs its time in every paragraph."""

    patterns: tuple[Pattern, ...]
    marks: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def find(self, paragraph: Paragraph) -> Iterator[Hit]:
        """The hits in a paragraph."""
        for pattern in self.patterns:
            yield from pattern.find(paragraph)
