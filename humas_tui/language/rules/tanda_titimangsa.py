"""The dateline joined to the text by a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..house import LONG_DASH
from ..kinds import Hit, Neighbours
from ..prose import Paragraph
from ..rule import Rule

#: A place in capitals (five letters at least, abbreviations are shorter), or a place with who writes: an
#: address, a name in parentheses or behind a comma. Then a hyphen, without a space on one side at least, and the
#: lead.
_DATELINE: Final = re.compile(
    r"(?:(?P<place>[A-Z][A-Z .’']{3,40}[A-Z])"
    r"|[A-Z][A-Za-z .’']{2,40}(?:, ?|/| ?\()(?:\ufffc|[A-Za-z][\w.]{1,30})\)?)"
    r"(?P<at>-[ \u00a0]*|[ \u00a0]+-)(?=[“\"]?[A-Z][a-z])"
)


def _find(before: Paragraph | None, paragraph: Paragraph, after: Paragraph | None) -> Iterator[Hit]:
    if before is not None or paragraph.role not in ("body", "heading"):
        return
    match = _DATELINE.match(paragraph.text)
    if match is None or paragraph.titled:
        return
    short, long = " – ", LONG_DASH
    fixes = (long, short) if paragraph.house.dash == LONG_DASH else (short, long)
    yield Hit(*match.span("at"), fixes)


TANDA_TITIMANGSA = Rule(
    code="tanda-titimangsa",
    level=Level.GALAT,
    title=N_("Hyphen behind the dateline"),
    message=N_("A dash parts the dateline from the lead: “{fix}”."),
    why=N_(
        "The place where the news comes from is parted from the first sentence by a dash, with spaces or "
        "without as the office has it. A hyphen joins the two words beside it to one."
    ),
    eyd=("TF01",),
    kind=Neighbours(_find, marks=frozenset("-")),
    examples=(
        (
            "SUKABUMI-Pelayanan di kelurahan dibuka lagi hari ini.",
            "SUKABUMI – Pelayanan di kelurahan dibuka lagi hari ini.",
        ),
        (
            "Sukabumi (Humas)- Pelayanan di kelurahan dibuka lagi hari ini.",
            "Sukabumi (Humas) – Pelayanan di kelurahan dibuka lagi hari ini.",
        ),
        (
            "Sukabumi, contoh.com-Pelayanan di kelurahan dibuka lagi hari ini.",
            "Sukabumi, contoh.com – Pelayanan di kelurahan dibuka lagi hari ini.",
        ),
    ),
    leave_alone=(
        "SUKABUMI – Pelayanan di kelurahan dibuka lagi hari ini.",
        "Sukabumi-Cianjur disambung jalan baru.",
        "TNI-Polri berjaga di kelurahan.",
        "Warga menunggu.\n\nSUKABUMI-Pelayanan dibuka.",
    ),
)
