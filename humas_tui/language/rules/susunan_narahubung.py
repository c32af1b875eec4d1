"""Nobody to ask."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import lead, told_at_the_beginning


def find(document: Document) -> Iterator[Placed]:
    """The headline, where neither the release nor the office names a contact."""
    release = document.release
    if release is not None and not release.contacts and not document.house.contacts and lead(document):
        yield from told_at_the_beginning(document)


SUSUNAN_NARAHUBUNG = Rule(
    code="susunan-narahubung",
    level=Level.SARAN,
    title=N_("Contact missing"),
    message=N_(
        "Whom can journalists ask? Name a contact with telephone number, here or in the profile of the office."
    ),
    why=N_(
        "Journalists ask back, at once and at night. Without a number that is answered they print another story."
    ),
    source="Praktik siaran pers: narahubung yang menjawab",
    kind=Shape(find),
    examples=(
        (
            "Layanan sore dibuka di Sukamaju, Senin (7/12/2026).",
            "---\ncontacts:\n  - name: Rina\n    phone: 0812-0000-0101\n---\nLayanan sore dibuka di Sukamaju.",
        ),
    ),
)
