"""A dateline typed into the body, which is printed by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import lead

_DATELINE: Final = re.compile(r"(?P<place>[A-Z][A-Z .]{2,40})(?:,[^–—-]{1,40}|\s*\([^)]{1,40}\))?\s*[–—-]+\s*")


def find(document: Document) -> Iterator[Placed]:
    """A dateline at the beginning of the lead, where the field of the place is filled."""
    part = lead(document)
    if part is None or document.release is None or not document.release.place:
        return
    match = _DATELINE.match(part.paragraph.text)
    if match is not None and match.end() < len(part.paragraph.text):
        yield "body", part, Hit(0, match.end() + 1, (part.paragraph.text[match.end()],))


SUSUNAN_TITIMANGSA = Rule(
    code="susunan-titimangsa",
    level=Level.SARAN,
    title=N_("Dateline typed by hand"),
    message=N_("The place is printed before the lead by itself: this dateline would stand there twice."),
    why=N_(
        "The dateline – the place of the event in capitals, a dash – is made of the field “Place”, in the form "
        "that "
        "the office has chosen. It is not typed into the body."
    ),
    source="Praktik siaran pers: titimangsa membuka paragraf pertama",
    kind=Shape(find),
    examples=(
        (
            "---\nplace: Sukamaju\n---\nSUKAMAJU – Pasar Induk dibuka lagi, Senin (7/12/2026).",
            "---\nplace: Sukamaju\n---\nPasar Induk dibuka lagi, Senin (7/12/2026).",
        ),
    ),
    leave_alone=("SUKAMAJU – Pasar Induk dibuka lagi.", "---\nplace: Sukamaju\n---\nBPBD Sukamaju siaga banjir."),
)
