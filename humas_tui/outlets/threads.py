"""Threads: one post, with the one hashtag that Threads takes for its topic."""

from __future__ import annotations

from ..i18n import N_
from ..model import Office, Release
from .account import account
from .limits import limit_of
from .story import story


def text(release: Release, office: Office) -> str:
    """As much as fits one post."""
    return story(release, office, limit_of("threads", "hashtags").value).within(limit_of("threads"))


THREADS = account("threads", N_("Threads"), text, order=14)
