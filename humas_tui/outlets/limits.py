"""How much the outlets take: dated facts from ``limits.toml``, and the counting that each is put in."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ..i18n import N_
from ..text import units
from ..text.weighted import weight

LIMITS_FILE: Final = Path(__file__).parent / "limits.toml"

#: What limits are counted in (message ids), and the function that counts it.
COUNTERS: Final[Mapping[str, Callable[[str], int]]] = {
    N_("characters"): len,
    N_("visible characters"): units.count_graphemes,
    N_("weighted characters"): weight,
    N_("UTF-16 units"): units.count_utf16,
    N_("bytes"): units.count_bytes,
    N_("characters (emoji: bytes)"): units.count_emoji_as_bytes,
    N_("hashtags"): units.count_hashtags,
    N_("links"): units.count_addresses,
    N_("angle brackets"): units.count_angle_brackets,
}


@dataclass(frozen=True)
class Limit:
    """How much an outlet takes. ``value`` is the hard limit and ``advised`` a softer one (or None), both in
    ``unit`` (a key of COUNTERS); ``source`` and ``checked`` say where and when that was read.

    ``of`` names the part or the thing that is limited: ``title``, ``hashtags``; empty: the text itself. One
    that is not ``binding`` is how much an app shows at first, not how much it takes.
    """

    value: int
    unit: str
    source: str
    checked: date
    advised: int | None = None
    of: str = ""
    binding: bool = True

    def count(self, text: str) -> int:
        """How much ``text`` comes to."""
        return COUNTERS[self.unit](text)


@dataclass(frozen=True)
class Measure:
    """How much a text, or the part of it with the number ``part`` (from 1; 0: the whole), comes to."""

    limit: Limit
    count: int
    part: int = 0

    @property
    def fits(self) -> bool:
        """Whether the outlet takes it."""
        return self.count <= self.limit.value

    @property
    def advisable(self) -> bool:
        """Whether it is no more than advised."""
        return self.count <= (self.limit.advised or self.limit.value)


def limits_of(outlet: str) -> tuple[Limit, ...]:
    """The limits of an outlet, that of its text first; none where it takes anything."""
    return _limits().get(outlet, ())


def limit_of(outlet: str, of: str = "") -> Limit:
    """One limit of an outlet. Raises KeyError where there is none."""
    for limit in limits_of(outlet):
        if limit.of == of:
            return limit
    raise KeyError(f"{outlet}.{of}")


@lru_cache(maxsize=1)
def _limits() -> dict[str, tuple[Limit, ...]]:
    tables: dict[str, dict[str, Any]] = tomllib.loads(LIMITS_FILE.read_text(encoding="utf-8"))
    return {name: (_limit(table), *_inner(table)) for name, table in tables.items()}


def _inner(table: Mapping[str, Any]) -> tuple[Limit, ...]:
    return tuple(_limit(value, of) for of, value in table.items() if isinstance(value, dict))


def _limit(table: Mapping[str, Any], of: str = "") -> Limit:
    return Limit(of=of, **{name: value for name, value in table.items() if not isinstance(value, dict)})
