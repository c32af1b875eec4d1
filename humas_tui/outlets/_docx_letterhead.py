"""A Word document of the user's as the letterhead: its headers and footers, paper and margins, pictures and styles
stay; the release goes where ``{{rilis}}`` or ``{{isi}}`` stands, or to the end.

It is examined, read and made ready once, and kept by its bytes. What the body adds to it must not clash with what
it holds: styles are found by their names, which Word keeps in English in every language (ECMA-376-1, 17.7.4.9);
numberings, drawings and pictures get numbers and names that are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart
from docx.parts.styles import StylesPart
from lxml import etree

from ..errors import UnreadableFileError
from ..i18n import _
from ._docx_body import FIRST_PHOTO_ID, MARK, Ground
from ._docx_safe import DAMAGE, examine
from ._docx_template import PARTS_FOLDER, pack
from .page import PHOTO_WIDTH

PLACE: Final = re.compile(r"\{\{\s*(?:rilis|isi)\s*\}\}", re.IGNORECASE)
#: Drawings that a release may have: its numbers are taken where so many in a row are free.
DRAWINGS: Final = 10_000
NARROWEST: Final = 2.0  # cm
DEFAULT: Final = "\n"  # no name of a style: the one that is for everything
OURS: Final = "Rilis "  # before the name of a style where theirs of that name does not do
_ON: Final = ("1", "true", "on")  # ST_OnOff (ECMA-376-1, 22.9.2.7)
_VAL, _STYLE_ID = qn("w:val"), qn("w:styleId")
#: Where paragraphs may stand that are one after the other on the page.
_FLOW: Final = frozenset(map(qn, ("w:body", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent")))
#: A paragraph that shows something, or does, although it has no words; ``w:sectPr`` ends a section.
_SHOWS: Final = (
    ".//w:drawing | .//w:pict | .//w:object | .//w:sectPr | .//w:fldChar | .//w:fldSimple | .//w:br | .//w:sdt"
)


@dataclass(frozen=True)
class Letterhead:
    """A document made ready: its bytes, with a mark where the body goes, and what a body there must know."""

    content: bytes
    ground: Ground


@lru_cache(maxsize=2)
def letterhead(content: bytes, file: str) -> Letterhead:
    """The document that the bytes of ``file`` are, made ready.

    Raises UnreadableFileError, naming the file, for what is refused (see ``_docx_safe``), and when the place for
    the release is marked twice or where it cannot go."""
    examine(content, file)
    try:
        return _made_ready(Document(BytesIO(content)), file)
    except (*DAMAGE, AttributeError, TypeError, etree.LxmlError) as error:  # a value that must be there is missing
        raise UnreadableFileError(file=file, reason=_("it is not a Word document, or it is damaged")) from error


def _made_ready(document: WordDocument, file: str) -> Letterhead:
    _drop_properties(document)
    mark = _mark_place(document.element.body, file)
    styles, (bullets, numbers, lists) = _styled(document), _numbered(document)
    ground = Ground(
        styles=styles,
        bullets=bullets,
        numbers=numbers,
        lists=lists,
        drawings=_free_drawings(document),
        media=_free_media(document),
        photo_width=min(PHOTO_WIDTH, _width(mark)),
    )
    return Letterhead(pack(document), ground)


def _mark_place(body: BaseOxmlElement, file: str) -> etree._Element:
    """The mark that the release goes before. Where none is written, it stands at the end, and the empty paragraphs
    there go: they held the place."""
    mark = etree.ProcessingInstruction(MARK)
    written = [p for p in body.iter(qn("w:p")) if PLACE.search(_words(p))]
    if not written:
        _put_at_the_end(body, mark)
        return mark
    if len(written) > 1:
        raise UnreadableFileError(file=file, reason=_("the place for the release is marked more than once in it"))
    (place,) = written
    if not PLACE.fullmatch(_words(place).strip()):
        raise UnreadableFileError(file=file, reason=_("the mark for the release must be alone in its paragraph"))
    if any(above.tag not in _FLOW for above in place.iterancestors() if above.tag != qn("w:document")):
        raise UnreadableFileError(file=file, reason=_("the mark for the release stands in a frame or a text box"))
    place.addprevious(mark)
    if place.xpath("w:pPr/w:sectPr"):  # the last paragraph of a section carries its paper
        for child in place[1:]:
            place.remove(child)
    else:
        place.getparent().remove(place)
    return mark


def _put_at_the_end(body: BaseOxmlElement, mark: etree._Element) -> None:
    section = body.find(qn("w:sectPr"))
    if section is None:
        body.append(mark)
    else:
        section.addprevious(mark)
    last = mark.getprevious()
    while last is not None and last.tag == qn("w:p") and not _words(last).strip() and not last.xpath(_SHOWS):
        body.remove(last)
        last = mark.getprevious()


def _words(paragraph: BaseOxmlElement) -> str:
    """What is written in a paragraph, however many runs it is in; that of a text box in it is the box's own."""
    return "".join(
        text.text or "" for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is paragraph
    )


def _styled(document: WordDocument) -> Mapping[str, str]:
    """Their style for each of ours: the one of the same name, or ours, added."""
    theirs = _part_of(document, RT.STYLES)
    if theirs is None:
        _add_part(document, "styles", StylesPart, RT.STYLES, CT.WML_STYLES)
        return {}
    styles = [style for style in theirs.findall(qn("w:style")) if style.get(_STYLE_ID)]  # others cannot be named
    known = {_named(style): style for style in styles}
    known |= {(_kind(style), DEFAULT): style for style in styles if style.get(qn("w:default")) in _ON}
    taken = {style.get(_STYLE_ID) for style in styles}
    found: dict[str, str] = {}
    added: list[BaseOxmlElement] = []
    for style in _ours("styles").iterfind(qn("w:style")):
        name = style.get(_STYLE_ID)
        if name.startswith("Kop") or name in ("Header", "Footer"):
            continue
        same = _same(style, known)
        if same is None:
            new = deepcopy(style)
            if _named(style) in known:
                new.find(qn("w:name")).set(_VAL, OURS + _named(style)[1])
            same = new
            same.set(_STYLE_ID, _free(name, taken))
            taken.add(same.get(_STYLE_ID))
            added.append(same)
        found[name] = same.get(_STYLE_ID)
    for new in added:
        for link in new.xpath("w:basedOn | w:next | w:link"):
            link.set(_VAL, found[link.get(_VAL)])
        theirs.append(new)
    return found


def _same(style: BaseOxmlElement, known: Mapping[tuple[str, str], BaseOxmlElement]) -> BaseOxmlElement | None:
    """Their style that does for ours. One that numbers its paragraphs does not: a headline would be a chapter."""
    kind, name = _named(style)
    if style.get(qn("w:default")) in _ON and (kind, DEFAULT) in known:
        return known[kind, DEFAULT]
    same = known.get((kind, name))
    if same is not None and not name.startswith("list") and same.xpath("w:pPr/w:numPr/w:numId[@w:val!='0']"):
        return known.get((kind, OURS.lower() + name))
    return same


def _numbered(document: WordDocument) -> tuple[int, int, int]:
    """The abstract numberings of bullets and of numbers, added to theirs, and the highest number of a list."""
    theirs = _part_of(document, RT.NUMBERING)
    if theirs is None:
        _add_part(document, "numbering", NumberingPart, RT.NUMBERING, CT.WML_NUMBERING)
        return 0, 1, 0
    for last in theirs.findall(qn("w:numIdMacAtCleanup")):  # it stands behind all lists, and says what to forget
        theirs.remove(last)
    first = _highest(theirs.iterfind(qn("w:abstractNum")), qn("w:abstractNumId")) + 1
    names = set(theirs.xpath("w:abstractNum/w:nsid/@w:val"))
    lists = theirs.findall(qn("w:num"))
    for step, ours in enumerate(_ours("numbering").findall(qn("w:abstractNum"))):
        new = deepcopy(ours)
        new.set(qn("w:abstractNumId"), str(first + step))
        sign = new.find(qn("w:nsid"))
        while sign.get(_VAL) in names:  # Word joins lists of the same sign
            sign.set(_VAL, f"{int(sign.get(_VAL), 16) + 0x10:08X}")
        if lists:
            lists[0].addprevious(new)
        else:
            theirs.append(new)
    return first, first + 1, max(_highest(lists, qn("w:numId")), 0)


def _free_drawings(document: WordDocument) -> int:
    """The first of so many numbers in a row that no drawing has."""
    taken = sorted(
        {
            int(number)
            for part in document.part.package.iter_parts()
            if isinstance(part, XmlPart)
            for number in part.element.xpath("//*[local-name()='docPr']/@id")
            if number.isdecimal()
        }
    )
    first = FIRST_PHOTO_ID
    for number in taken:
        if first <= number < first + DRAWINGS:
            first = number + 1
    return first


def _free_media(document: WordDocument) -> str:
    """How pictures are called that none of theirs is called like."""
    names = [part.partname for part in document.part.package.iter_parts()]
    return next(
        name
        for name in (f"foto{'-' * step}" for step in range(len(names) + 1))
        if not any(re.match(rf"/word/media/{name}\d+\.", there) for there in names)
    )


def _width(mark: etree._Element) -> float:
    """How wide the text is there, in cm, by the section it is in, which ends with the next ``w:sectPr``."""
    sections = mark.xpath("following::w:sectPr", namespaces={"w": qn("w:p")[1:-2]})
    size = None if not sections else sections[0].find(qn("w:pgSz"))
    margins = None if not sections else sections[0].find(qn("w:pgMar"))
    if size is None or margins is None:
        return PHOTO_WIDTH
    columns = sections[0].find(qn("w:cols"))
    try:  # python-docx reads ``210mm``, too
        sides = sum(side.cm for side in (margins.left, margins.right, margins.gutter) if side is not None)
        count = int(columns.get(qn("w:num"), "1")) if columns is not None else 1
        across = size.w
    except ValueError:  # no measure: Word takes its own, and so do we
        return PHOTO_WIDTH
    return PHOTO_WIDTH if across is None else max((across.cm - sides) / max(count, 1), NARROWEST)


def _drop_properties(document: WordDocument) -> None:
    """Those under a relation that LibreOffice spells its own way: python-docx does not find them, and writes
    others under the same name. And those that are none."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        kind = relation.reltype
        found = kind == RT.CORE_PROPERTIES and isinstance(relation.target_part, CorePropertiesPart)
        if kind.endswith("metadata/core-properties") and not found:
            del package.rels[key]


def _part_of(document: WordDocument, relation: str) -> BaseOxmlElement | None:
    """The root of a part; None where there is no such part. (python-docx makes one of its own otherwise.)"""
    found = [one.target_part for one in document.part.rels.values() if one.reltype == relation]
    return found[0].element if found else None


def _add_part(document: WordDocument, name: str, kind: type[XmlPart], relation: str, content_type: str) -> None:
    package = document.part.package
    uri = PackURI(f"/word/{name}.xml")
    if any(part.partname == uri for part in package.iter_parts()):
        uri = package.next_partname(f"/word/{name}%d.xml")
    content = (PARTS_FOLDER / f"{name}.xml").read_bytes()
    document.part.relate_to(kind.load(uri, content_type, content, package), relation)


def _ours(name: str) -> BaseOxmlElement:
    return parse_xml((PARTS_FOLDER / f"{name}.xml").read_bytes())


def _kind(style: BaseOxmlElement) -> str:
    return str(style.get(qn("w:type"), "paragraph"))


def _named(style: BaseOxmlElement) -> tuple[str, str]:
    """What kind of style it is, and its name, of which Word takes capitals as small."""
    name = style.find(qn("w:name"))
    return _kind(style), "" if name is None else name.get(_VAL, "").lower()


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"Rilis{name}"
    return name


def _highest(elements: Iterable[BaseOxmlElement], attribute: str) -> int:
    return max((int(element.get(attribute)) for element in elements), default=-1)
