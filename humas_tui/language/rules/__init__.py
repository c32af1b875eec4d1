"""The rules, a file each, found by themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module

from ...errors import NotFoundError
from ...i18n import _
from ...registry import discover, modules
from ..finding import Level
from ..rule import Rule

__all__ = ["Rule", "bring", "find", "known", "named", "rules"]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(sorted(discover(sys.modules[__name__], Rule), key=lambda rule: rule.code))


def bring() -> Iterator[None]:
    """Import the rules one by one: two hundred modules take 0.1 s together."""
    for name in modules(sys.modules[__name__]):
        import_module(name)
        yield


def find(code: str) -> Rule:
    """The rule of that code. Raises NotFoundError."""
    for rule in rules():
        if rule.code == code:
            return rule
    raise NotFoundError(what=_("rule"), name=code)


def known() -> frozenset[str]:
    """Everything that rules can be named by: codes, families, levels."""
    return frozenset(Level) | {name for rule in rules() for name in rule.names}


def named(names: Iterable[str]) -> frozenset[str]:
    """``names``, each being the code of a rule, a family or a level. Raises NotFoundError for one that is not."""
    names = frozenset(names)
    for name in sorted(names - known()):
        find(name)
    return names
