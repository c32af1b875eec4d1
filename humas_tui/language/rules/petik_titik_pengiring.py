"""A full stop between a quotation and its attribution."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..sentences import ABBREVIATIONS
from ..speech import USED, attribution, endings


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for ending in endings(paragraph):
        start, behind = ending.mark, ending.mark + 1
        if not ending.speech or not start:
            continue
        if text[behind : behind + 1] == "." and text[behind + 1 : behind + 2] != ".":
            if text[start - 1] in ",.":
                start -= 1
            if attribution(paragraph, behind + 1) is not None and text[start - 1].isalnum():
                yield Hit(start, behind + 1, (f",{text[ending.mark]}",))
        elif text[start - 1] == "." and text[start - 2 : start - 1].isalnum():
            word = paragraph.tokens[paragraph.token_at(start - 1) - 1]
            if word.lower not in ABBREVIATIONS and attribution(paragraph, behind) is not None:
                yield Hit(start - 1, start, (",",))


PETIK_TITIK_PENGIRING = Rule(
    code="petik-titik-pengiring",
    level=Level.GALAT,
    title=N_("Full stop between a quotation and its attribution"),
    message=N_("Before the attribution stands a comma, not a full stop: {fix}"),
    why=N_(
        "Direct speech and the words that tell who speaks are one sentence. A comma parts them, before the "
        "closing quotation mark; a full stop there leaves the attribution without a sentence."
    ),
    eyd=("TB07",),
    certain=True,
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("“Pelayanan dibuka lagi besok.” kata Rina.", "“Pelayanan dibuka lagi besok,” kata Rina."),
        ("“Pelayanan dibuka lagi besok”. katanya.", "“Pelayanan dibuka lagi besok,” katanya."),
    ),
    leave_alone=(
        "“Pelayanan dibuka lagi besok.” Rina menutup acara.",
        "“Pelayanan dibuka lagi besok ....” kata Rina.",
        "“Kami membawa beras, gula, dll.” kata Rina.",
    ),
)
