"""What a release is called among machines: its address, its times, the address of its office."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from ..model import Kind, Office, Release, Status

LANGUAGE: Final = "id-ID"
#: A release that was given a number may be used; before that it is on its way.
USABLE: Final = frozenset({Status.DISETUJUI, Status.TERBIT, Status.ARSIP})
PUBLISHED: Final = frozenset({Status.TERBIT, Status.ARSIP})
#: Where neither the site nor the mail of the office names one; reserved, and nobody's (RFC 2606, 2).
NO_DOMAIN: Final = "humas.invalid"
#: What a document of that kind is.
GENRES: Final[dict[Kind, str]] = {
    Kind.SIARAN_PERS: "Siaran pers",
    Kind.KETERANGAN_PERS: "Keterangan pers",
    Kind.KLARIFIKASI: "Klarifikasi",
    Kind.UNDANGAN_LIPUTAN: "Undangan liputan",
    Kind.RALAT: "Ralat siaran pers",
    Kind.PENARIKAN: "Penarikan siaran pers",
}

_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def domain(office: Office) -> str:
    """The domain of the office's site, else of its mail; empty where they name none in ASCII."""
    for source in (
        re.sub(r"^https?://", "", office.site.strip().lower()),
        office.email.lower().rpartition("@")[2],
    ):
        found = _DOMAIN.match(source)
        if found and source[found.end() : found.end() + 1] in ("", "/", ":"):
            return found[0]
    return ""


def site_address(office: Office) -> str:
    """The address of the office's site, or nothing."""
    named = domain(Office(site=office.site))
    scheme = "http" if office.site.strip().lower().startswith("http://") else "https"
    return f"{scheme}://{named}/" if named else ""


def address(release: Release, office: Office) -> str:
    """The address of a release, the same as long as it lives: a tag URI (RFC 4151), which needs no web server."""
    return f"tag:{domain(office) or NO_DOMAIN},{release.created.year:04}:siaran-pers/{release.id}"


def time(moment: datetime) -> str:
    """``2026-10-12T08:05:31+07:00`` (RFC 3339, which knows no seconds in an offset: old zones have them)."""
    offset = moment.utcoffset() or timedelta()
    return (moment.astimezone(UTC) if offset % timedelta(minutes=1) else moment).isoformat(timespec="seconds")


def published(release: Release) -> str:
    """When a release was published: its embargo, else its last change, after which its text was closed. Nothing
    for one that was not published."""
    return time(release.embargo or release.updated) if release.status in PUBLISHED else ""


def category(release: Release) -> str:
    """The kind of information, in Indonesian: ``langkah pemerintah``."""
    return release.category.value.replace("_", " ")
