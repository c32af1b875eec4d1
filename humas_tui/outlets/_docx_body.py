"""Blocks as the paragraphs of a Word document: styles by their id, never a font or a size.

Whoever edits the file restyles it by the styles of `docx_parts/styles.xml`. Elements are made directly:
python-docx's `add_paragraph(text, "Style")` looks up the style by its name among all of them, which is more
than half of its time (measured with 1.2.0).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import ProcessingInstruction

from ..text import blocks as b
from ._docx_picture import drawing
from .page import PHOTO_HEIGHT, PHOTO_WIDTH, Shot, legal, lines, link_children, target

BULLETS: Final = 0  # the abstract numberings of docx_parts/numbering.xml
NUMBERS: Final = 1
DEEPEST_LEVEL: Final = 8
DEEPEST_STYLE: Final = 6  # Quote 6, List Continue 6, Verbatim 6
FIRST_PHOTO_ID: Final = 2  # the logo in the letterhead is drawing 1
MARK: Final = "rilis"  # the processing instruction before which the body goes, in a letterhead of the user's

_VAL: Final = qn("w:val")
_SPACE: Final = qn("xml:space")
_TOGGLES: Final = {"strong": "w:b", "emphasis": "w:i", "strike": "w:strike"}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run looks: the id of its character style, and the toggles that are on."""

    style: str = ""
    toggles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where paragraphs stand: how far in, in which style (none is Normal), and, for the first one of a list
    item, the number of its list."""

    depth: int = 0
    style: str = ""
    number: int | None = None

    @property
    def style_id(self) -> str:
        return _stepped(self.style, self.depth) if self.style and self.number is None else self.style


@dataclass(frozen=True)
class Ground:
    """What a body must know of the document it is written to: its style for each of ours (ours, where none is
    named), its abstract numberings for bullets and numbers, the highest number of a list, the first free number of
    a drawing, what no picture is called like, and how wide a photo may be (in cm)."""

    styles: Mapping[str, str] = field(default_factory=dict)
    bullets: int = BULLETS
    numbers: int = NUMBERS
    lists: int = 0
    drawings: int = FIRST_PHOTO_ID
    media: str = "foto"
    photo_width: float = PHOTO_WIDTH


class Body:
    """Writes to a document's body: at its end, or before the mark that is in it."""

    def __init__(self, document: Document, ground: Ground) -> None:
        self._part = document.part
        self._ground = ground
        self._numbering = self._part.numbering_part.element
        body = self._part.element.body
        self._mark = next((mark for mark in body.iter(ProcessingInstruction) if mark.target == MARK), None)
        self._end = body.sectPr if self._mark is None else self._mark
        self._lists = ground.lists
        self._drawings = ground.drawings
        self._media: dict[bytes, str] = {}

    def close(self) -> None:
        """Take the mark out: there is nothing more to write."""
        if self._mark is not None:
            self._mark.getparent().remove(self._mark)

    def plain(self, text: str, style: str) -> None:
        """A paragraph of plain text; nothing where there is no text."""
        self.inlines(lines(text) if text else (), style)

    def inlines(self, children: Sequence[b.Inline], style: str) -> None:
        """A paragraph of words and links; nothing where there are none."""
        if children:
            self._inlines(self._paragraph(style), children, _Look())

    def blocks(self, blocks: Sequence[b.Block]) -> None:
        """Blocks, as `page.outline` gives them."""
        self._blocks(blocks, _Place())

    def photo(self, shot: Shot) -> None:
        """A photo with its caption; the caption alone where the picture is not at hand."""
        if shot.picture is not None:
            paragraph = self._paragraph("Foto" if shot.caption else "FotoSaja")
            size = shot.picture.fitted(self._ground.photo_width, PHOTO_HEIGHT)
            name = self._media.setdefault(shot.picture.content, f"{self._ground.media}{len(self._media) + 1}")
            shown = drawing(self._part, shot.picture, size, name, self._drawings, shot.alt)
            _child(paragraph, "w:r").append(shown)
            self._drawings += 1
        self.plain(shot.caption, "Caption")

    def _blocks(self, blocks: Sequence[b.Block], place: _Place) -> None:
        for block in blocks:
            if isinstance(block, b.Paragraph):
                self._inlines(self._paragraph(place.style_id, place), block.children, _Look())
            elif isinstance(block, b.Heading):
                self._inlines(self._paragraph(f"Heading{block.level}"), block.children, _Look())
            elif isinstance(block, b.Quotation):
                self._blocks(block.blocks, _Place(place.depth + 1, "Quote"))
            elif isinstance(block, b.Listing):
                self._listing(block, place)
            elif isinstance(block, b.Verbatim):
                self._inlines(self._paragraph(_stepped("Verbatim", place.depth + 1)), lines(block.text), _Look())
            else:
                self._paragraph("Garis")

    def _listing(self, listing: b.Listing, place: _Place) -> None:
        """Each list has a numbering of its own, so its numbers begin where it says."""
        level = min(place.depth, DEEPEST_LEVEL)
        style = "ListBullet" if listing.start is None else "ListNumber"
        first = _Place(level, style, self._new_list(listing.start, level))
        for item in listing.items:
            # What cannot carry the number itself stands below an empty paragraph that does.
            carries = bool(item) and isinstance(item[0], b.Paragraph)
            self._blocks(item[:1] if carries else (b.Paragraph(()),), first)
            self._blocks(item[1:] if carries else item, _Place(place.depth + 1, "ListContinue"))

    def _new_list(self, start: int | None, level: int) -> int:
        self._lists += 1
        kind = self._ground.bullets if start is None else self._ground.numbers
        numbering = _child(self._numbering, "w:num", {qn("w:numId"): str(self._lists)})
        _child(numbering, "w:abstractNumId", {_VAL: str(kind)})
        if start is not None:
            override = _child(numbering, "w:lvlOverride", {qn("w:ilvl"): str(level)})
            _child(override, "w:startOverride", {_VAL: str(start)})
        return self._lists

    def _paragraph(self, style: str, place: _Place | None = None) -> BaseOxmlElement:
        paragraph = OxmlElement("w:p")
        self._end.addprevious(paragraph)
        if not style:
            return paragraph
        properties = _child(paragraph, "w:pPr")
        _child(properties, "w:pStyle", {_VAL: self._style(style)})
        if place is not None and place.number is not None:
            numbering = _child(properties, "w:numPr")
            _child(numbering, "w:ilvl", {_VAL: str(place.depth)})
            _child(numbering, "w:numId", {_VAL: str(place.number)})
        return paragraph

    def _style(self, ours: str) -> str:
        return self._ground.styles.get(ours, ours)

    def _inlines(self, parent: BaseOxmlElement, children: Sequence[b.Inline], look: _Look) -> None:
        for child in children:
            if isinstance(child, b.Text):
                _run(parent, child.text, look)
            elif isinstance(child, b.Code):
                _run(parent, child.text, replace(look, style=self._style("Kode")))
            elif isinstance(child, b.Break):
                _child(_child(parent, "w:r"), "w:br")
            elif isinstance(child, b.Styled):
                self._inlines(parent, child.children, replace(look, toggles=look.toggles | {child.style}))
            else:
                self._link(parent, child, look)

    def _link(self, parent: BaseOxmlElement, link: b.Link, look: _Look) -> None:
        url = target(legal(link.url))
        if not url:
            self._inlines(parent, link_children(link), look)
            return
        relation = self._part.relate_to(url, RT.HYPERLINK, is_external=True)
        followed = _child(parent, "w:hyperlink", {qn("r:id"): relation, qn("w:history"): "1"})
        self._inlines(followed, link_children(link), replace(look, style=self._style("Hyperlink")))


def _run(parent: BaseOxmlElement, text: str, look: _Look) -> None:
    run = _child(parent, "w:r")
    if look.style or look.toggles:
        properties = _child(run, "w:rPr")
        if look.style:
            _child(properties, "w:rStyle", {_VAL: look.style})
        for toggle, tag in _TOGGLES.items():  # the order the schema wants
            if toggle in look.toggles:
                _child(properties, tag)
    for index, part in enumerate(legal(text).split("\t")):
        if index:
            _child(run, "w:tab")
        if part:
            _child(run, "w:t", {_SPACE: "preserve"}).text = part


def _child(parent: BaseOxmlElement, tag: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    element = OxmlElement(tag, attributes)
    parent.append(element)
    return element


def _stepped(style: str, step: int) -> str:
    """``Quote`` at the first step, ``Quote2`` at the second."""
    return style if step == 1 else f"{style}{min(step, DEEPEST_STYLE)}"
