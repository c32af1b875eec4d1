"""Outlets: one file a medium; each a pure function from a manuscript to the bytes that are sent."""

from __future__ import annotations

import sys
from functools import lru_cache

from ..errors import NotFoundError
from ..i18n import N_
from ..registry import discover
from .limits import Limit, Measure
from .outlet import Artifact, Manuscript, Outlet, Part, Passage, Run

__all__ = [
    "Artifact",
    "Limit",
    "Manuscript",
    "Measure",
    "Outlet",
    "Part",
    "Passage",
    "Run",
    "find",
    "outlets",
]


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    """Every outlet, those whose text is pasted first, then by name."""
    found = discover(sys.modules[__name__], Outlet)
    return tuple(sorted(found, key=lambda outlet: (not outlet.pasted, outlet.order, outlet.name)))


def find(name: str) -> Outlet:
    """The outlet of that name. Raises NotFoundError, naming those there are."""
    for outlet in outlets():
        if outlet.name == name:
            return outlet
    raise NotFoundError(
        N_("There is no outlet “{name}”. Choose one of: {known}."),
        name=name,
        known=", ".join(outlet.name for outlet in outlets()),
    )
