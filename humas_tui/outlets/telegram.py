"""Telegram: a message in the channel of the office, short enough to go under a photo.

Plain, without bold: what makes bold differs between the apps and the programs that post for others (those escape
eighteen characters, the apps none). What the apps would take for marks of their own (``**`` ``__`` ``~~`` ``||``
and grave accents) is kept from it.
"""

from __future__ import annotations

import re
from typing import Final

from ..i18n import N_
from ..model import Office, Release
from .account import account
from .limits import limit_of
from .story import story
from .whatsapp_marks import JOINER

_DOUBLED: Final = re.compile(r"([*_~|])(?=\1)")


def text(release: Release, office: Office) -> str:
    """The message."""
    told = story(release, office).within(limit_of("telegram"))
    return _DOUBLED.sub(rf"\1{JOINER}", told).replace("`", "’")


TELEGRAM = account("telegram", N_("Telegram"), text, order=17)
