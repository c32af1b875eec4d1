"""The shape of a release: its lead, its quotations and speakers, what it carries of its message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..model import Kind
from .kinds import Hit
from .prose import Document, Paragraph, Part
from .speech import SAYING, attribution, endings

if TYPE_CHECKING:
    from .kinds.functions import Placed

#: Kinds of documents that tell news: with a lead, a length, quotations.
NEWS: Final = frozenset({Kind.SIARAN_PERS, Kind.KETERANGAN_PERS, Kind.KLARIFIKASI})

#: Words that carry no message.
EMPTY: Final = frozenset(
    """
    yang dan di ke dari untuk dengan pada dalam akan oleh agar serta atau ini itu tersebut bagi para secara juga
    telah sudah dapat bisa harus lebih sangat adalah ialah sebagai kepada hingga sampai tidak bukan kami kita
    mereka warga masyarakat pemerintah kota kabupaten daerah semua setiap
    """.split()
)
_CEREMONY: Final = re.compile(
    r"(?:Dalam rangka|Bertempat di|Guna (?:memeriahkan|memperingati)|Untuk memperingati|Dengan mengusung tema|"
    r"Mengusung tema|Memperingati|Alhamdulillah|Puji syukur)\b[^,.]{0,80}"
    r"|[^,.“\"]{0,90}\b(?:menghadiri|memberikan sambutan|membuka secara resmi|dibuka secara resmi|"
    r"secara resmi (?:membuka|dibuka|menutup)|didampingi)\b"
)
_PREFIX: Final = re.compile(r"^(?:memper|diper|meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)")
_SUFFIX: Final = re.compile(r"(?:(?:nya|lah|kah|pun)?)(?:kan|an|i)?$")
_CLITIC: Final = re.compile(r"(?:nya|lah|kah|pun)$")
#: Of a root so many letters tell it apart; the nasal that a prefix puts in the place of the first does not count.
ROOT: Final = 3


def lead(document: Document) -> Part | None:
    """The first paragraph of the body that is prose."""
    return next((part for part in document.fields.get("body", ()) if part.paragraph.role == "body"), None)


def ceremony(document: Document) -> tuple[Part, int, int] | None:
    """The words with which the lead tells of a ceremony first: its part, where they begin and end."""
    part = lead(document)
    match = _CEREMONY.match(part.paragraph.text) if part is not None else None
    return (part, 0, len(match[0].rstrip())) if part is not None and match is not None else None


def prose(document: Document) -> list[Part]:
    """The paragraphs of the body but its headings."""
    return [part for part in document.fields.get("body", ()) if part.paragraph.role != "heading"]


def is_news(document: Document) -> bool:
    """Whether it is a release of a kind that tells news, and holds some."""
    return document.release is not None and document.release.kind in NEWS and lead(document) is not None


def beginning(document: Document) -> tuple[str, Part] | None:
    """Where to tell what is missing: the headline, or else the lead."""
    for field in ("headline", "body"):
        for part in document.fields.get(field, ()):
            return field, part
    return None


def told_at_the_beginning(document: Document) -> Iterator[Placed]:
    """A hit on the headline, or else on the lead."""
    place = beginning(document)
    if place is not None:
        field, part = place
        yield field, part, whole(part.paragraph)


def whole(paragraph: Paragraph) -> Hit:
    """A hit on the whole paragraph."""
    return Hit(0, len(paragraph.text))


def count_words(paragraph: Paragraph) -> int:
    """The words and figures of a paragraph."""
    return len(paragraph.tokens)


# -- what is carried -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Carried:
    """How much of a message a text carries: the share of its roots (0 to 1), and the paragraph with most of them,
    counted from 1 (0: none)."""

    share: float
    paragraph: int


def roots(paragraph: Paragraph) -> frozenset[str]:
    """The roots of the words that say something."""
    found = set()
    for token in paragraph.tokens:
        word = _CLITIC.sub("", token.lower) if len(token.lower) > 5 else token.lower
        if word in EMPTY or len(word) < 3:
            continue
        found.add(root(word))
    return frozenset(found)


def root(word: str) -> str:
    """What two forms of a word have in common, near enough to compare: ``membersihkan`` and ``kebersihan``."""
    if not word.isalpha():
        return word
    bare = word
    for _layer in range(2):
        cut = _PREFIX.sub("", bare, count=1)
        if len(cut) >= ROOT:
            bare = cut
    cut = _SUFFIX.sub("", bare, count=1)
    return cut if len(cut) >= ROOT else bare


def carried(message: Paragraph, document: Document) -> Carried:
    """How much of a message the body carries."""
    wanted = roots(message)
    if not wanted:
        return Carried(1.0, 0)
    found: set[str] = set()
    best = (0, 0)
    for number, part in enumerate(prose(document), 1):
        there = wanted & roots(part.paragraph)
        found |= there
        if len(there) > best[0]:
            best = len(there), number
    return Carried(len(found) / len(wanted), best[1])


# -- quotations ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Speech:
    """A quotation of somebody's words in a part: from its opening mark to behind its closing one, and who is said
    to have spoken (``name`` empty: a pronoun, or nobody), with the stretch in which that is said."""

    part: Part
    start: int
    end: int
    attributed: bool
    name: str = ""
    said: tuple[int, int] = (0, 0)


_NAME: Final = re.compile(r"(?:[A-Z][\w.'’-]*(?:\s+(?=[A-Z])|$)?)+")
_AFTER: Final = 160  # characters behind a verb of attribution in which the speaker is named


def speeches(document: Document) -> list[Speech]:
    """The quotations of the body that are somebody's words."""
    return [speech for part in prose(document) for speech in _speeches(part)]


def _speeches(part: Part) -> Iterator[Speech]:
    paragraph = part.paragraph
    for ending in endings(paragraph):
        if not ending.speech:
            continue
        verb = attribution(paragraph, ending.mark + 1)
        begins = ending.begin
        if verb is not None:
            start, end = verb.end, _clause_end(paragraph.text, verb.end)
            owned = verb.lower.endswith("nya")
            name = "" if owned else _speaker(paragraph.text[start:end])
            yield Speech(part, begins, ending.mark + 1, attributed=True, name=name, said=(verb.start, end))
        else:
            announced = _announced(paragraph, begins)
            yield Speech(part, begins, ending.mark + 1, attributed=announced)


def _announced(paragraph: Paragraph, position: int) -> bool:
    """Whether a verb of saying stands before the quotation, in the same paragraph."""
    return any(token.lower in SAYING and token.end <= position for token in paragraph.tokens)


def _clause_end(text: str, position: int) -> int:
    """Where the clause that names the speaker ends."""
    match = re.compile(r"[.;!?](?=\s|$)").search(text, position)
    end = match.start() if match else len(text)
    return min(end, position + _AFTER)


def _speaker(clause: str) -> str:
    """The first run of capitalised words: title and name, or the name alone."""
    match = _NAME.search(clause)
    return match[0].strip() if match is not None else ""
