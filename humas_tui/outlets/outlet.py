"""What an outlet is, and what it works on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..model import Office, Release
from .limits import Limit, Measure, limits_of

SLUG_LENGTH: Final = 60


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
class Run:
    """Characters of one style in a preview: ``""``, ``strong``, ``emphasis``, ``strike``, ``link`` or ``code``."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph of a preview. ``role`` says how it is drawn: ``verbatim`` (the very characters sent), or
    a part of the page: letterhead, unit, small, rule, label, number, headline, summary, body, heading,
    quote, item, picture, caption, mark; or it is ``told`` (or ``over``: too long) and not sent. ``marker`` hangs
    before the first line, ``indent`` is in columns."""

    runs: tuple[Run, ...]
    role: str = "body"
    marker: str = ""
    indent: int = 0


@dataclass(frozen=True)
class Part:
    """A text, or a piece of it, as it is pasted at one time. ``of`` names the limit that binds it (see Limit)."""

    text: str
    of: str = ""


def whole(text: str) -> tuple[Part, ...]:
    """``text`` as one part."""
    return (Part(text),)


@dataclass(frozen=True)
class Outlet:
    """A medium: how a release is made into what it takes.

    ``render`` gives the bytes that are sent, ``text`` the plain text that is copied for it, ``preview``
    what the officer sees of it. ``parts`` cuts such a text into what is pasted at one time; it takes any text,
    also one that was changed by hand. ``pasted``: its text goes over the clipboard. ``pictures``: its file
    carries the photos, so they must be read first; ``longest`` is how many pixels the longer side of one may have
    there (0: any number). ``described``: what it makes is read aloud, so a photo needs its description.
    ``together`` makes one file of several releases, where it can. ``encloses`` names the outlets whose files are
    inside its own. ``for_people``: it has a tab in the preview; what only programs read has none. ``own_limits``
    are those of an outlet that ``limits.toml`` does not know. ``apart``: its text is made in another process,
    which may take seconds, and is not to be waited for where keys are.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    render: Callable[[Manuscript], bytes]
    text: Callable[[Release, Office], str]
    preview: Callable[[Release, Office], tuple[Passage, ...]]
    parts: Callable[[str], tuple[Part, ...]] = whole
    pasted: bool = False
    pictures: bool = False
    for_people: bool = True
    longest: int = 0
    described: bool = False
    together: Callable[[Sequence[Manuscript]], bytes] | None = None
    encloses: Callable[[], tuple[Outlet, ...]] = tuple
    order: int = 50
    own_limits: tuple[Limit, ...] = ()
    apart: bool = False

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Its limits, that of the text first; none where it takes anything."""
        return self.own_limits or limits_of(self.name)

    @property
    def limit(self) -> Limit | None:
        """The limit of its text, or None where it takes any length."""
        return next((limit for limit in self.limits if not limit.of), None)

    def measures(self, text: str) -> tuple[Measure, ...]:
        """How much ``text`` comes to by each binding limit: its parts one by one, then what is counted in all."""
        parts = self.parts(text)
        named = {limit.of: limit for limit in self.limits if limit.binding}
        if self.limit is not None:
            named[""] = self.limit
        return (
            *(
                Measure(named[part.of], named[part.of].count(part.text), number)
                for number, part in enumerate(parts, 1)
                if part.of in named
            ),
            *(
                Measure(limit, limit.count(text))
                for of, limit in named.items()
                if of and of not in {part.of for part in parts}
            ),
        )

    def count(self, text: str) -> int:
        """What ``text`` comes to in the unit of its limit, were it not cut into parts; characters where it has
        no limit. A part that is limited on its own, as a title, does not count."""
        parts = self.parts(text)
        if any(part.of for part in parts):
            text = "\n\n".join(part.text for part in parts if not part.of)
        return len(text) if self.limit is None else self.limit.count(text)

    def artifact(self, manuscript: Manuscript) -> Artifact:
        """The finished file: ``<number or date>-<slug of the headline>.<suffix>``."""
        return Artifact(f"{file_stem(manuscript.release)}.{self.suffix}", self.media_type, self.render(manuscript))


def remembered(text: Callable[[Release, Office], str]) -> Callable[[Release, Office], str]:
    """``text``, with what it gave last kept: the check of the limits, the file, the preview and its count ask for
    the same text one after the other. Values are frozen, so the same one says the same."""
    last: tuple[Release, Office, str] | None = None

    def composed(release: Release, office: Office) -> str:
        nonlocal last
        found = last  # another thread may put another there
        if found is None or found[0] is not release or found[1] is not office:
            found = last = (release, office, text(release, office))
        return found[2]

    return composed


def file_stem(release: Release) -> str:
    """``021-humas-xi-2026-pemkot-buka-layanan`` or ``2026-11-18-pemkot-buka-layanan``: ASCII, for any disk;
    the words of the headline in their order, as many as fit."""
    from slugify import slugify

    first = slugify(release.number or "") or (release.event_date or release.created.date()).isoformat()
    slug = slugify(release.headline, max_length=SLUG_LENGTH, word_boundary=True, save_order=True)
    return f"{first}-{slug}" if slug else f"{first}-{release.id}"


def verbatim(text: str) -> tuple[Passage, ...]:
    """The preview of a text outlet: the very lines of its text."""
    return tuple(Passage((Run(line),), "verbatim") for line in text.split("\n"))
