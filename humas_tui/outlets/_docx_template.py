"""The Word document that every release starts from: our own clean parts, with the letterhead of the office.

python-docx's default template is not used: its `settings.xml` fails the schema, its Title and Subtitle carry
letter spacing, its bullets come from the Symbol font, and 160 styles that no release needs cost time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from docx import Document
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import CT_Relationships, CT_Types, serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_TblPr
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from ..model import HeadRule
from ._docx_picture import drawing
from .archive import add
from .page import FACES, LOGO_COLUMN, LOGO_HEIGHT, LOGO_WIDTH, Look, legal
from .picture import MEDIA_TYPES, Picture

PARTS_FOLDER: Final = Path(__file__).parent / "docx_parts"
LOGO_ID: Final = 1
_PARTS: Final = {  # part: its content type and the type of the relation that leads to it
    "document": (CT.WML_DOCUMENT_MAIN, RT.OFFICE_DOCUMENT),
    "styles": (CT.WML_STYLES, RT.STYLES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
}


@lru_cache(maxsize=8)
def template(
    institution: str, unit: str, letterhead: tuple[str, ...], logo: Picture | None, logo_alt: str, look: Look
) -> bytes:
    """A document with an empty body, the letterhead on its first page and page numbers on the others.

    Kept, because a batch of releases is of one office. The letterhead is the header of the first page: it
    stays out of the text when a journalist copies all of it, and when the file is imported again.
    """
    document = Document(BytesIO(_bare()))
    _dress(document, look)
    section = document.sections[0]
    texts = [("KopInduk", institution), ("KopNama", unit), *(("KopAlamat", line) for line in letterhead)]
    shown = [(style, legal(text)) for style, text in texts if text]
    _letterhead(section.first_page_header, shown, logo, logo_alt, look.text_width)
    _page_numbers(section.footer)
    return pack(document)


def pack(document: WordDocument) -> bytes:
    """The bytes of a document: no clock and no platform in them, pictures not compressed a second time."""
    package = document.part.package
    assert package is not None  # a document that was opened has one
    parts = list(package.iter_parts())
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        add(file, "[Content_Types].xml", _content_types((str(part.partname), part.content_type) for part in parts))
        add(file, "_rels/.rels", package.rels.xml)
        for part in parts:
            add(file, part.partname.membername, part.blob, stored=part.content_type.startswith("image/"))
            if part.rels:
                add(file, part.partname.rels_uri.membername, part.rels.xml)
    return buffer.getvalue()


def _bare() -> bytes:
    """The parts of ``docx_parts`` as a package that python-docx opens."""
    inner = [(f"{name}.xml", relation) for name, (_, relation) in _PARTS.items() if name != "document"]
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        add(file, "[Content_Types].xml", _content_types((f"/word/{n}.xml", c) for n, (c, _) in _PARTS.items()))
        add(file, "_rels/.rels", _relations([("word/document.xml", RT.OFFICE_DOCUMENT)]))
        add(file, "word/_rels/document.xml.rels", _relations(inner))
        for name in _PARTS:
            add(file, f"word/{name}.xml", (PARTS_FOLDER / f"{name}.xml").read_bytes())
    return buffer.getvalue()


def _content_types(parts: Iterable[tuple[str, str]]) -> bytes:
    types = CT_Types.new()  # type: ignore[no-untyped-call]  # python-docx leaves this one without types
    types.add_default("rels", CT.OPC_RELATIONSHIPS)
    types.add_default("xml", CT.XML)
    for kind, media_type in MEDIA_TYPES.items():
        types.add_default(kind, media_type)
    for name, content_type in parts:
        if MEDIA_TYPES.get(name.rpartition(".")[2]) != content_type:  # also the pictures of a user's letterhead
            types.add_override(name, content_type)
    return serialize_part_xml(types)


def _relations(targets: Iterable[tuple[str, str]]) -> bytes:
    relations = CT_Relationships.new()
    for number, (target, kind) in enumerate(targets, 1):
        relations.add_rel(f"rId{number}", kind, target)
    return serialize_part_xml(relations)


def _dress(document: WordDocument, look: Look) -> None:
    """Paper, font and rule as the office has them: the parts are A4, Arial 11, and the double rule."""
    section, styles = document.sections[0], document.styles.element
    section.page_width, section.page_height = (Cm(side) for side in look.sheet)
    face, _twin, size = FACES[look.font]
    (letters,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for name in ("ascii", "eastAsia", "hAnsi", "cs"):
        letters.find(qn("w:rFonts")).set(qn(f"w:{name}"), face)
    for name in ("sz", "szCs"):
        letters.find(qn(f"w:{name}")).set(qn("w:val"), str(2 * size))  # in half points
    (border,) = styles.xpath("w:style[@w:styleId='KopGaris']/w:pPr/w:pBdr")
    if look.rule is HeadRule.NONE:
        border.getparent().remove(border)
    elif look.rule is HeadRule.SINGLE:
        line = border.find(qn("w:bottom"))
        line.set(qn("w:val"), "single")
        line.set(qn("w:sz"), "12")  # in eighths of a point


def _letterhead(
    header: BlockItemContainer, texts: list[tuple[str, str]], logo: Picture | None, alt: str, room: float
) -> None:
    """Logo on the left, the lines centred beside it, a rule below; nothing where the office has none."""
    rule = header.paragraphs[0]
    if not texts and logo is None:
        return
    _restyle(rule, "KopGaris")
    if logo is None:
        for style, text in texts:
            _restyle(rule.insert_paragraph_before(text), style)
        return
    table = header.add_table(1, 2, Cm(room))
    rule._p.addprevious(table._tbl)
    table.autofit = False
    _no_margins(table._tbl.tblPr)
    widths = (Cm(LOGO_COLUMN), Cm(room - LOGO_COLUMN))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = width  # LibreOffice goes by the columns, Word by the cells
        cell.width = width
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    left, right = table.rows[0].cells
    _restyle(left.paragraphs[0], "KopLogo")
    size = logo.fitted(LOGO_WIDTH, LOGO_HEIGHT)
    shown = drawing(header.part, logo, size, "logo", LOGO_ID, alt)
    left.paragraphs[0].add_run()._r.append(shown)
    for style, text in texts[:-1]:
        _restyle(right.paragraphs[-1].insert_paragraph_before(text), style)
    if texts:
        right.paragraphs[-1].add_run(texts[-1][1])
    _restyle(right.paragraphs[-1], texts[-1][0] if texts else "KopAlamat")


def _page_numbers(footer: BlockItemContainer) -> None:
    """``Halaman 2 dari 3``. Each part of a field in a run of its own, as Word writes them."""
    paragraph = footer.paragraphs[0]
    paragraph.add_run("Halaman ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" dari ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "instruction":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {code} "
            instruction.set(qn("xml:space"), "preserve")
            run._r.append(instruction)
        elif kind == "shown":
            run.text = "2"  # what stands there until the program that opens the file counts
        else:
            run._r.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))


def _restyle(paragraph: Paragraph, style: str) -> None:
    """By the style's id: python-docx looks through all styles for a name, each time."""
    paragraph._p.style = style


def _no_margins(properties: CT_TblPr) -> None:
    """The cells flush with the text below: Word insets them by 0.19 cm otherwise."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(OxmlElement(f"w:{side}", {qn("w:w"): "0", qn("w:type"): "dxa"}))
    properties.find(qn("w:tblLook")).addprevious(margins)  # the schema wants them before it
