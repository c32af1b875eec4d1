"""X: a post, or a thread of numbered posts that each fit, cut at the ends of sentences."""

from __future__ import annotations

from typing import Final

from ..i18n import N_
from ..model import Office, Release
from ..text.thread import thread
from .account import account
from .limits import limit_of
from .outlet import Part, remembered
from .story import story

ORDER: Final = ("label", "headline", "summary", "hashtags", "message", "benefit", "quote")


def text(release: Release, office: Office) -> str:
    """Everything that the release tells: what does not fit one post goes into the next. The hashtags follow the
    summary, so that the first post has them and the last is not left with nothing else."""
    return story(release, office).told(order=ORDER)


@remembered
def posts(text: str) -> tuple[Part, ...]:
    """The posts of a text."""
    limit = limit_of("x")
    return tuple(Part(post) for post in thread(text, limit.value, limit.count))


X = account("x", N_("X"), text, order=13, parts=posts)
