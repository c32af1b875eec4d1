"""What an outlet is, and what it works on."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ..i18n import N_
from ..model import Office, Release

LIMITS_FILE: Final = Path(__file__).parent / "limits.toml"
SLUG_LENGTH: Final = 60
#: What limits are counted in (message ids).
UNITS: Final = (N_("characters"),)


@dataclass(frozen=True)
class Manuscript:
    """A release with the office that sends it and the bytes of its pictures, by the name they are given
    in the release and the profile."""

    release: Release
    office: Office
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Artifact:
    """A finished file: its name without a folder, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Limit:
    """How much an outlet takes. ``value`` is the hard limit and ``advised`` a softer one (or None), both in
    ``unit`` (one of UNITS); ``source`` and ``checked`` say where and when that was read."""

    value: int
    unit: str
    source: str
    checked: date
    advised: int | None = None


@dataclass(frozen=True)
class Run:
    """Characters of one style in a preview: ``""``, ``strong``, ``emphasis``, ``strike``, ``link`` or ``code``."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph of a preview. ``role`` says how it is drawn: ``verbatim`` (the very characters sent), or
    a part of the page: letterhead, unit, small, rule, label, number, headline, summary, body, heading,
    quote, item, picture, caption, mark. ``marker`` hangs before the first line, ``indent`` is in columns."""

    runs: tuple[Run, ...]
    role: str = "body"
    marker: str = ""
    indent: int = 0


@dataclass(frozen=True)
class Outlet:
    """A medium: how a release is made into what it takes.

    ``render`` gives the bytes that are sent, ``text`` the plain text that is copied for it, ``preview``
    what the officer sees of it. ``pasted``: its text goes over the clipboard. ``pictures``: its file
    carries the photos, so they must be read first; ``longest`` is how many pixels the longer side of one may
    have there (0: any number). ``described``: what it makes is read aloud, so a photo needs its description.
    ``together`` makes one file of several releases, where it can. ``encloses`` names the outlets whose files
    are inside its own.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    render: Callable[[Manuscript], bytes]
    text: Callable[[Release, Office], str]
    preview: Callable[[Release, Office], tuple[Passage, ...]]
    pasted: bool = False
    pictures: bool = False
    longest: int = 0
    described: bool = False
    together: Callable[[Sequence[Manuscript]], bytes] | None = None
    encloses: Callable[[], tuple[Outlet, ...]] = tuple
    order: int = 50
    count: Callable[[str], int] = len

    @property
    def limit(self) -> Limit | None:
        """Its limit, or None where it takes any length."""
        return _limits().get(self.name)

    def artifact(self, manuscript: Manuscript) -> Artifact:
        """The finished file: ``<number or date>-<slug of the headline>.<suffix>``."""
        return Artifact(f"{file_stem(manuscript.release)}.{self.suffix}", self.media_type, self.render(manuscript))


def file_stem(release: Release) -> str:
    """``021-humas-xi-2026-pemkot-buka-layanan`` or ``2026-11-18-pemkot-buka-layanan``: ASCII, for any disk."""
    from slugify import slugify

    first = slugify(release.number or "") or (release.event_date or release.created.date()).isoformat()
    slug = slugify(release.headline, max_length=SLUG_LENGTH, word_boundary=True)
    return f"{first}-{slug}" if slug else f"{first}-{release.id}"


def verbatim(text: str) -> tuple[Passage, ...]:
    """The preview of a text outlet: the very lines of its text."""
    return tuple(Passage((Run(line),), "verbatim") for line in text.split("\n"))


@lru_cache(maxsize=1)
def _limits() -> dict[str, Limit]:
    tables: dict[str, dict[str, Any]] = tomllib.loads(LIMITS_FILE.read_text(encoding="utf-8"))
    return {name: Limit(**table) for name, table in tables.items()}
