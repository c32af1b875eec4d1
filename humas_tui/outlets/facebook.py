"""Facebook: a post on the page of the office."""

from __future__ import annotations

from ..i18n import N_
from ..model import Office, Release
from .account import account
from .limits import limit_of
from .story import story


def text(release: Release, office: Office) -> str:
    """Everything that the release tells."""
    return story(release, office).within(limit_of("facebook"))


FACEBOOK = account("facebook", N_("Facebook"), text, order=12)
