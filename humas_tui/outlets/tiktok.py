"""TikTok: the caption of a video."""

from __future__ import annotations

from ..i18n import N_
from ..model import Office, Release
from .account import account
from .limits import limit_of
from .story import story


def text(release: Release, office: Office) -> str:
    """The caption. What is said in the video need not be read under it: without the quotation."""
    return story(release, office).within(limit_of("tiktok"), "quote")


TIKTOK = account("tiktok", N_("TikTok"), text, order=15)
