"""Instagram: the caption of a photo. Links in it cannot be followed, and only its first line or two is seen."""

from __future__ import annotations

from ..i18n import N_
from ..model import Office, Release
from .account import account
from .limits import limit_of
from .story import story


def text(release: Release, office: Office) -> str:
    """The caption, with as many hashtags as Instagram takes."""
    return story(release, office, limit_of("instagram", "hashtags").value).within(limit_of("instagram"))


INSTAGRAM = account("instagram", N_("Instagram"), text, order=11)
