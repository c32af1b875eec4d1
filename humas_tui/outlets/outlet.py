"""What an outlet is, and what it works on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from operator import is_
from threading import local
from typing import Final, TypeVar, TypeVarTuple

from ..model import Basis, Office, Release
from .limits import Limit, Measure, limits_of

SLUG_LENGTH: Final = 60
#: Characters of a release that is made into something else: sixty pages, and forty times what the media print. Of
#: two million, a page takes half a minute.
MOST_CHARACTERS: Final = 200_000

Made = TypeVar("Made")
Of = TypeVarTuple("Of")


@dataclass(frozen=True)
class Manuscript:
    """A release with the office that sends it and the bytes of its pictures and of the office's own letterhead, by
    the name they are given in the release and the profile."""

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


def nothing(release: Release, office: Office) -> str:
    """It lacks no character."""
    return ""


def no_remarks(manuscript: Manuscript, content: bytes) -> tuple[str, ...]:
    """There is nothing to be known of what was made."""
    return ()


@dataclass(frozen=True)
class Outlet:
    """A medium: how a release is made into what it takes.

    ``render`` gives the bytes that are sent, ``text`` the plain text that is copied for it, ``preview`` what the
    officer sees of it. ``parts`` cuts such a text into what is pasted at one time; it takes any text. ``composed``
    is the text made from the release in whose place one written by hand goes everywhere (see ``by_hand``), made
    from the fields that it ``reads``; None where none goes: the file is the release itself. ``pasted``: its text
    goes over the clipboard. ``pictures``: its file carries the photos, so they must be read first; ``longest`` is
    how many pixels the longer side of one may have there (0: any number). ``headed``: it is made in the office's
    own letterhead, if there is one. ``described``: what it makes is read aloud, so a photo needs its description.
    ``lacks`` gives the characters of a release that it cannot show, ``remarks`` what should be known of what it
    made. ``together`` makes one file of several releases, where it can. ``encloses`` names the outlets whose files
    are inside its own. ``for_people``: it has a tab in the preview; what only programs read has none.
    ``own_limits`` are those of an outlet that ``limits.toml`` does not know. ``any_length``: it keeps a
    release as it is, however long; the others refuse one of more than MOST_CHARACTERS. ``apart``: its text is made
    in another process, which may take seconds, and is not to be waited for where keys are.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    render: Callable[[Manuscript], bytes]
    text: Callable[[Release, Office], str]
    preview: Callable[[Release, Office], tuple[Passage, ...]]
    parts: Callable[[str], tuple[Part, ...]] = whole
    composed: Callable[[Release, Office], str] | None = None
    reads: tuple[str, ...] = Basis.__struct_fields__
    pasted: bool = False
    pictures: bool = False
    for_people: bool = True
    longest: int = 0
    headed: bool = False
    described: bool = False
    lacks: Callable[[Release, Office], str] = nothing
    remarks: Callable[[Manuscript, bytes], tuple[str, ...]] = no_remarks
    together: Callable[[Sequence[Manuscript]], bytes] | None = None
    encloses: Callable[[], tuple[Outlet, ...]] = tuple
    order: int = 50
    own_limits: tuple[Limit, ...] = ()
    any_length: bool = False
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


def by_hand(name: str, composed: Callable[[Release, Office], str]) -> Callable[[Release, Office], str]:
    """``composed``, in whose place goes what was written by hand for the outlet of that name."""

    def text(release: Release, office: Office) -> str:
        own = release.own_text(name)
        return composed(release, office) if own is None else own.text

    return text


def remembered(made: Callable[[*Of], Made]) -> Callable[[*Of], Made]:
    """``made``, with what it gave last kept: the check of the limits, the file, the preview and its count ask for
    the same text one after the other, and all outlets for the same sheet. Values are frozen, so the same one gives
    the same. Each thread keeps its own: an export has several releases under way."""
    last = local()

    @wraps(made)
    def again(*of: *Of) -> Made:
        found: tuple[tuple[*Of], Made] | None = getattr(last, "found", None)
        if found is None or not all(map(is_, found[0], of)):
            found = last.found = (of, made(*of))
        return found[1]

    return again


def file_stem(release: Release) -> str:
    """``021-humas-xi-2026-pemkot-buka-layanan`` or ``2026-11-18-pemkot-buka-layanan``: ASCII, for any disk;
    the words of the headline in their order, as many as fit."""
    first = _slug(release.number or "") or (release.event_date or release.created.date()).isoformat()
    slug = _slug(release.headline, SLUG_LENGTH)
    return f"{first}-{slug}" if slug else f"{first}-{release.id}"


@lru_cache(maxsize=16)  # every outlet asks for those of the same release
def _slug(text: str, longest: int = 0) -> str:
    from slugify import slugify

    return slugify(text, max_length=longest, word_boundary=True, save_order=True)


def verbatim(text: str) -> tuple[Passage, ...]:
    """The preview of a text outlet: the very lines of its text."""
    return tuple(Passage((Run(line),), "verbatim") for line in text.split("\n"))
