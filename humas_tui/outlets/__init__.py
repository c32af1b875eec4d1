"""Outlets: one file a medium; each a pure function from a manuscript to the bytes that are sent.

To those of the program come those that the user made, once their folder was brought in."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import FaultyOutletError, NotFoundError
from ..i18n import N_
from ..registry import discover
from .limits import Limit, Measure
from .outlet import Artifact, Manuscript, Outlet, Part, Passage, Run

if TYPE_CHECKING:
    from ._own import Own

__all__ = [
    "Artifact",
    "Limit",
    "Manuscript",
    "Measure",
    "Outlet",
    "Part",
    "Passage",
    "Run",
    "bring",
    "faults",
    "find",
    "outlets",
]

#: What was brought in last, under the one key there is: a program has one folder of outlets.
_brought: dict[str, Own] = {}


def bring(folder: Path | None) -> None:
    """Bring in the outlets of a folder, in place of those that were; None: none. Never raises: see ``faults``."""
    _brought.clear()
    outlets.cache_clear()
    if folder is not None and folder.exists():
        from ._own import read

        _brought["own"] = read(folder, _built_in())


def faults(*, thorough: bool = False) -> list[FaultyOutletError]:
    """What is wrong with outlets that were brought in; ``thorough``, their templates are read too, which takes
    0.1 s where there are any."""
    own = _brought.get("own")
    if own is None:
        return []
    found = list(own.faults.values())
    for filler in own.fillers if thorough else ():
        try:
            filler.check()
        except FaultyOutletError as error:
            found.append(error)
    return found


@lru_cache(maxsize=1)
def _built_in() -> tuple[Outlet, ...]:
    return discover(sys.modules[__name__], Outlet)


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    """Every outlet, those whose text is pasted first, then by name."""
    own = _brought.get("own")
    found = (*_built_in(), *(own.outlets if own is not None else ()))
    return tuple(sorted(found, key=lambda outlet: (not outlet.pasted, outlet.order, outlet.name)))


def find(name: str) -> Outlet:
    """The outlet of that name. Raises NotFoundError, naming those there are; for one that was brought in and is
    faulty it is FaultyOutletError."""
    for outlet in outlets():
        if outlet.name == name:
            return outlet
    own = _brought.get("own")
    if own is not None and name in own.faults:
        raise own.faults[name]
    raise NotFoundError(
        N_("There is no outlet “{name}”. Choose one of: {known}."),
        name=name,
        known=", ".join(outlet.name for outlet in outlets()),
    )
