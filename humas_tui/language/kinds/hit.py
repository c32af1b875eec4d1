"""What a kind gives the engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

NO_NAMES: Final[Mapping[str, str]] = {}


class Hit(NamedTuple):
    """A place in the ``text`` of a paragraph, never empty. ``fixes`` are best first. ``certain`` and ``message``
    (a message id) go before those of the rule where they are given; ``names`` fill the places of the message."""

    start: int
    end: int
    fixes: tuple[str, ...] = ()
    certain: bool | None = None
    message: str = ""
    names: Mapping[str, str] = NO_NAMES
