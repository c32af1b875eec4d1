"""What a release holds that makes it humanist or positive, and what it lacks: a suggestion for the tone marks.

A citizen's voice suggests ``humanis``, a benefit ``positif``. A benefit is the field, or a sentence that tells
what somebody gets (the words are those of ``lexicon/own/manfaat.tsv``) and is more than a hope. Found is the first
of each; the officer decides. Source: the training of 2019, which asked for more positive and humanist content.
Judged by hand on 99 texts (``tests/tone_figures.py``), a voice was right 10 times of 11, a benefit 23 of 30.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from ..model import Tone
from .prose import Document, Paragraph, Part
from .structure import ceremony, prose
from .tables import table
from .voices import voices

#: Characters of a benefit that are told.
SHOWN: Final = 60


class Trait(StrEnum):
    """What was found."""

    VOICE = "voice"
    BENEFIT = "benefit"
    LEADERS = "leaders"
    CEREMONY = "ceremony"


#: The tone that a trait suggests. The others tell what is missing.
SUGGESTED: Final = {Trait.VOICE: Tone.HUMANIS, Trait.BENEFIT: Tone.POSITIF}


@dataclass(frozen=True)
class Sign:
    """A trait, what shows it (who speaks, or words of the text), and where in ``field`` that stands."""

    trait: Trait
    text: str
    field: str
    start: int
    end: int

    @property
    def tone(self) -> Tone | None:
        """The tone that it suggests, if any."""
        return SUGGESTED.get(self.trait)


def signs(document: Document) -> tuple[Sign, ...]:
    """The signs in a release. Where no citizen is heard, that officials alone are; where there is neither voice
    nor benefit, that it opens with a ceremony."""
    heard = _heard(document)
    benefit = _benefit(document)
    found = [heard, benefit]
    if benefit is None and (heard is None or heard.trait is Trait.LEADERS):
        found.append(_ceremony(document))
    return tuple(sign for sign in found if sign is not None)


def _heard(document: Document) -> Sign | None:
    """The first citizen who is heard, or else the first official."""
    official: Sign | None = None
    for voice in voices(document):
        if voice.citizen:
            return _sign(Trait.VOICE, "body", voice.part, voice.start, voice.end, voice.told)
        if official is None:
            official = _sign(Trait.LEADERS, "body", voice.part, voice.start, voice.end, voice.told)
    return official


def _benefit(document: Document) -> Sign | None:
    for part in document.fields.get("benefit", ()):
        return _sign(Trait.BENEFIT, "benefit", part, 0, len(part.paragraph.text), part.paragraph.text)
    for part in prose(document):
        for start, end in part.paragraph.sentences:
            if _tells_benefit(part.paragraph, start, end):
                return _sign(Trait.BENEFIT, "body", part, start, end, part.paragraph.text[start:end])
    return None


def _tells_benefit(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a sentence tells what somebody gets: that it costs nothing, that a thing is given to somebody, that
    something is made easier for somebody."""
    found = {kind for kind, pattern in _patterns().items() if pattern.search(paragraph.text, start, end)}
    if "H" in found:
        return False
    return not found.isdisjoint("GJ") or {"B", "C", "S"} <= found or {"K", "S"} <= found


def _ceremony(document: Document) -> Sign | None:
    placed = ceremony(document)
    if placed is None:
        return None
    part, start, end = placed
    return _sign(Trait.CEREMONY, "body", part, start, end, part.paragraph.text[start:end])


def _sign(trait: Trait, field: str, part: Part, start: int, end: int, told: str) -> Sign:
    first, last, _same = part.paragraph.place(start, end)
    short = told if len(told) <= SHOWN else told[: told.rfind(" ", 0, SHOWN)] + " …"
    return Sign(trait, short, field, part.start + first, part.start + last)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What each class of words is found by."""
    words: dict[str, list[str]] = {}
    for word, kind in table("manfaat"):
        words.setdefault(kind, []).append(re.escape(word).replace(r"\ ", r"\s+"))
    return {kind: re.compile(rf"\b(?:{'|'.join(one)})(?:nya)?\b", re.IGNORECASE) for kind, one in words.items()}
