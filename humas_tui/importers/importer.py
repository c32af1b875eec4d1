"""What an importer is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from ..model import Category, Contact, Kind, OwnText, Photo, Tone
from ..text.clean import clean, clean_line

_Part = TypeVar("_Part", Contact, Photo)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was found in a file: fields of a release, by its names, with its defaults for what was not found.

    Number, status and times are not among them: the desk gives a new release its own. Every text is safe
    to keep and to show however it was made (see ``text.clean``), and all but ``body``, ``key_message`` and
    ``benefit`` are single lines. ``body`` is Markdown.
    """

    kind: Kind = Kind.SIARAN_PERS
    category: Category = Category.AKTIVITAS
    headline: str = ""
    summary: str = ""
    place: str = ""
    event_date: date | None = None
    body: str = ""
    key_message: str = ""
    benefit: str = ""
    tone: tuple[Tone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    credits: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    hashtags: tuple[str, ...] = ()
    embargo: datetime | None = None
    tags: tuple[str, ...] = ()
    texts: tuple[OwnText, ...] = ()

    def __post_init__(self) -> None:
        for name in ("headline", "summary", "place"):
            object.__setattr__(self, name, clean_line(getattr(self, name)))
        for name in ("body", "key_message", "benefit"):
            object.__setattr__(self, name, clean(getattr(self, name)))
        for name in ("credits", "hashtags", "tags"):
            object.__setattr__(self, name, tuple(filter(None, map(clean_line, getattr(self, name)))))
        object.__setattr__(self, "contacts", tuple(map(_safe, self.contacts)))
        object.__setattr__(self, "photos", tuple(map(_safe, self.photos)))

    def fields(self) -> dict[str, Any]:
        """The fields by name, as ``Release`` takes them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True)
class Importer:
    """A format that comes in. ``suffixes`` are lower case, with their point; the first is the usual one.

    ``read`` takes the bytes and the name of a file. It raises UnreadableFileError, in one sentence, for
    bytes that are not what the name says or that hold no word."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Draft]


def _safe(part: _Part) -> _Part:
    values = {name: getattr(part, name) for name in part.__struct_fields__}
    texts = {name: clean_line(value) for name, value in values.items() if isinstance(value, str)}
    return msgspec.structs.replace(part, **texts)
