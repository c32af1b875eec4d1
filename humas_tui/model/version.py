"""Versions of a release, and releases in the trash: what can be had back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from ..i18n import N_
from .release import Release


class Reason(StrEnum):
    """Why a version was kept."""

    SIMPAN = "simpan"
    STATUS = "status"
    IMPOR = "impor"
    PULIH = "pulih"
    BAHASA = "bahasa"
    CADANGAN = "cadangan"
    BERKALA = "berkala"


#: What each is called on the screen (message ids).
REASONS: Final[dict[Reason, str]] = {
    Reason.SIMPAN: N_("Saved by hand"),
    Reason.STATUS: N_("Change of status"),
    Reason.IMPOR: N_("Before an import"),
    Reason.PULIH: N_("Before going back"),
    Reason.BAHASA: N_("Before mending the language"),
    Reason.CADANGAN: N_("Before a restore"),
    Reason.BERKALA: N_("While writing"),
}


class Version(Struct, frozen=True, kw_only=True):
    """That a release was kept as it then was. ``number`` counts from 1 for each release."""

    release: str
    number: int
    time: datetime
    reason: Reason
    who: str


class Discarded(Struct, frozen=True, kw_only=True):
    """A release in the trash."""

    release: Release
    time: datetime
    who: str
