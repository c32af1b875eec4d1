"""What the outlets of the printed page have in common, so that Word, PDF and web look alike.

The measures follow the practice of official letters: Arial 11, or Times New Roman 12, which is as large to the
eye; A4 or F4 (Folio, which many offices still use); at least 3 cm on the left, 2 cm on the right, 2.5 cm at the
foot (Permenkumham 31/2020). Lengths are in cm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from ..model import Font, HeadRule, Office, Paper, Photo, Release
from ..text import blocks as b
from . import picture
from .outlet import Manuscript, remembered
from .sheet import Sheet, caption

#: Width and height of a sheet.
SHEETS: Final[dict[Paper, tuple[float, float]]] = {Paper.A4: (21.0, 29.7), Paper.F4: (21.5, 33.0)}
MARGINS: Final = (3.0, 2.0)  # on the left, on the right
PHOTO_WIDTH: Final = 13.0
PHOTO_HEIGHT: Final = 10.0
PHOTO_PIXELS: Final = 1_600  # 13 cm at 300 dots an inch, as printers ask for, are 1,535
LOGO_WIDTH: Final = 2.2
LOGO_HEIGHT: Final = 2.4
LOGO_COLUMN: Final = 2.6
LAST_HEADING: Final = 6
LONGEST_URL: Final = 2_000  # Word takes 2,079 characters

#: A font: its name in Word, that of its twin in the PDF, and the size of the text in points.
FACES: Final[dict[Font, tuple[str, str, int]]] = {
    Font.SANS: ("Arial", "Arimo", 11),
    Font.SERIF: ("Times New Roman", "Tinos", 12),
}

# XML 1.0, section 2.2: what is not a Char cannot stand in a document, not even escaped.
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Look:
    """How the page looks, whatever it says."""

    paper: Paper = Paper.A4
    font: Font = Font.SANS
    rule: HeadRule = HeadRule.DOUBLE

    @classmethod
    def of(cls, office: Office) -> Look:
        """As the office has it."""
        return cls(office.paper, office.font, office.rule)

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return SHEETS[self.paper]

    @property
    def text_width(self) -> float:
        """From margin to margin."""
        return self.sheet[0] - sum(MARGINS)


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo as it is printed: the picture, or None where its file is not at hand, what it shows for those
    who cannot see it, and its caption (may be empty)."""

    picture: picture.Picture | None
    alt: str
    caption: str


def shots(sheet: Sheet, manuscript: Manuscript) -> tuple[Shot, ...]:
    """The photos of a release. Raises UnreadableFileError when one is no picture."""
    return tuple(_shot(photo, number, manuscript) for number, photo in enumerate(sheet.photos, 1))


def logo(manuscript: Manuscript) -> picture.Picture | None:
    """The logo of the office, or None. Raises UnreadableFileError when it is no picture."""
    file = manuscript.office.logo
    content = manuscript.pictures.get(file) if file else None
    return None if content is None else picture.read(content, file)


def logo_alt(sheet: Sheet) -> str:
    """What the logo shows for those who cannot see it."""
    return legal(f"Logo {sheet.institution or sheet.unit}".strip())


def halves(sheet: Sheet) -> tuple[tuple[b.Block, ...], tuple[b.Block, ...]]:
    """The body before and behind the photos, its headings in the outline of the document."""
    body = outline(sheet.body)
    return body[: len(sheet.opening)], body[len(sheet.opening) :]


def legal(text: str) -> str:
    """``text`` without the characters that no XML document may hold (control characters, lone surrogates)."""
    return _ILLEGAL.sub("", text)


@remembered
def outline(blocks: tuple[b.Block, ...]) -> tuple[b.Block, ...]:
    """Blocks whose headings go on below the headline (level 2) and never skip a level downwards.

    Officers choose a heading by its size: ``##`` or ``###``, without a ``#`` above it. PDF/UA-1 (ISO 14289-1,
    7.4.2) refuses a jump. A heading inside a quotation or a list is no part of the outline: strong text.
    """
    above: list[int] = []
    found: list[b.Block] = []
    for block in blocks:
        if isinstance(block, b.Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            found.append(b.Heading(min(len(above) + 1, LAST_HEADING), block.children))
        else:
            found.append(_flat(block))
    return tuple(found)


def lines(text: str) -> tuple[b.Inline, ...]:
    """A plain text as inlines: its line ends are breaks."""
    found: list[b.Inline] = []
    for line in text.split("\n"):
        found += [b.Break(), b.Text(line)] if found else [b.Text(line)]
    return tuple(found)


def target(url: str) -> str:
    """``url`` where it may be followed from a document, otherwise nothing.

    Word refuses a whole document for one malformed address (dotnet/Open-XML-SDK, `UriFormatException` on
    hyperlink relationships), so what is doubtful stays text.
    """
    if len(url) > LONGEST_URL or re.search(r"[\s<>\"\\^`{|}]", url):
        return ""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return url if port != 0 and re.fullmatch(r"[^@]*@?[\w.:\[\]%-]+", parts.netloc) else ""
    return url if parts.scheme == "mailto" and re.fullmatch(r"[^@]+@[^@]+", parts.path) else ""


def link_children(link: b.Link) -> tuple[b.Inline, ...]:
    """The words of a link; its address where it has none."""
    return link.children if b.plain(link.children) else (b.Text(link.url.removeprefix("mailto:")),)


def keywords(release: Release) -> tuple[str, ...]:
    """The words a document is found by: the tags of the release, then its own hashtags."""
    words = (*release.tags, *(tag.lstrip("#") for tag in release.hashtags))
    return tuple(dict.fromkeys(legal(word).strip() for word in words if legal(word).strip()))


def author(sheet: Sheet) -> str:
    """Who a document is by: the unit, or the institution."""
    return legal(sheet.unit or sheet.institution)


def _shot(photo: Photo, number: int, manuscript: Manuscript) -> Shot:
    content = manuscript.pictures.get(photo.file)
    shown = None if content is None else picture.read(content, photo.file)
    return Shot(shown, legal(photo.alt or photo.caption or f"Foto {number}"), caption(photo))


def _flat(block: b.Block) -> b.Block:
    if isinstance(block, b.Heading):
        return b.Paragraph((b.Styled("strong", block.children),))
    if isinstance(block, b.Quotation):
        return b.Quotation(tuple(_flat(inner) for inner in block.blocks))
    if isinstance(block, b.Listing):
        return b.Listing(block.start, tuple(tuple(_flat(inner) for inner in item) for item in block.items))
    return block
