"""Markdown: the whole release as front matter and body, to keep, to compare and to bring in again.

Nothing is composed here: the file holds the fields under their names (INTERFACE "The data file") and the body
as it was typed, so that what is brought in again is the same release.
"""

from __future__ import annotations

from typing import Final

from ..i18n import N_
from ..model import Office, Release, to_document, without_bases
from ..text import front_matter
from .outlet import Manuscript, Outlet, Passage, verbatim

#: What an editor looks for first stands first, what only the program needs last.
ORDER: Final = (
    "kind",
    "category",
    "status",
    "number",
    "headline",
    "summary",
    "place",
    "event_date",
    "embargo",
    "key_message",
    "benefit",
    "tone",
    "contacts",
    "credits",
    "photos",
    "hashtags",
    "tags",
    "ignored",
    "texts",
    "id",
    "created",
    "updated",
    "revision",
)


def text(release: Release, office: Office) -> str:
    """Every field that is not empty, and the body, with one line feed at the end. ``office`` adds nothing."""
    document = without_bases(to_document(release))
    fields = {name: document[name] for name in ORDER if document[name]}
    return front_matter.join(fields, release.body).rstrip("\n") + "\n"


def render(manuscript: Manuscript) -> bytes:
    """The text in UTF-8."""
    return text(manuscript.release, manuscript.office).encode()


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The very text."""
    return verbatim(text(release, office))


MD = Outlet(
    name="md",
    title=N_("Markdown"),
    suffix="md",
    media_type="text/markdown",
    render=render,
    text=text,
    preview=preview,
    order=21,
    any_length=True,
)
