"""What the copy desk finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..i18n import N_


class Level(StrEnum):
    """How much a finding matters, the gravest first."""

    GALAT = "galat"
    SARAN = "saran"
    GAYA = "gaya"


#: What each is called on the screen (message ids).
LEVELS: Final[dict[Level, str]] = {
    Level.GALAT: N_("Error"),
    Level.SARAN: N_("Suggestion"),
    Level.GAYA: N_("Style"),
}
#: For sorting: 0 is the gravest.
RANK: Final[dict[Level, int]] = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text, and what is to be said about it.

    ``start`` and ``end`` are code points in the text as it was given, Markdown marks and line ends counted;
    the place is never empty. ``fixes`` are texts to put there, best first. ``certain``: the first may be put
    there unasked. ``message`` is a finished sentence, ``source`` where it is laid down. ``field`` names the
    field of a release that the text is.
    """

    rule: str
    level: Level
    start: int
    end: int
    message: str
    fixes: tuple[str, ...] = ()
    certain: bool = False
    source: str = ""
    field: str = "body"
