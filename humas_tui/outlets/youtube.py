"""YouTube: title and description of a video, pasted one after the other. Neither may hold ``<`` or ``>``."""

from __future__ import annotations

from typing import Final

from ..i18n import N_
from ..model import Office, Release
from .account import account
from .limits import limit_of
from .outlet import Part
from .story import story

#: What stands for them.
BRACKETS: Final = str.maketrans("<>", "‹›")


def text(release: Release, office: Office) -> str:
    """The title on the first line, then the description."""
    told = story(release, office, limit_of("youtube", "hashtags").value)
    description = told.within(limit_of("youtube"), "headline")
    return f"{told.headline or told.label}\n\n{description}".translate(BRACKETS).strip()


def parts(text: str) -> tuple[Part, ...]:
    """Title and description: the first line, and what follows it."""
    title, _, description = text.partition("\n")
    return Part(title.strip(), "title"), Part(description.strip())


YOUTUBE = account("youtube", N_("YouTube"), text, order=16, parts=parts)
