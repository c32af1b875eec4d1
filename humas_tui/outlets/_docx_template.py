"""The Word document that every release starts from: our own clean parts, with the letterhead of the office.

python-docx's default template is not used: its `settings.xml` fails the schema, its Title and Subtitle carry
letter spacing, its bullets come from the Symbol font, and 160 styles that no release needs cost time.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import NAMESPACE as NS
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from ._docx_picture import drawing
from .page import LOGO_COLUMN, LOGO_HEIGHT, LOGO_WIDTH, TEXT_WIDTH, legal
from .picture import Picture

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.package import Package
    from docx.section import _Footer, _Header

PARTS_FOLDER: Final = Path(__file__).parent / "docx_parts"
# The first moment a zip file can name (APPNOTE 4.4.6): the same release gives the same bytes.
NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
UNIX: Final = 3
LOGO_ID: Final = 1
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS: Final = {  # part: its content type and the type of the relation that leads to it
    "document": (CT.WML_DOCUMENT_MAIN, RT.OFFICE_DOCUMENT),
    "styles": (CT.WML_STYLES, RT.STYLES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
}


@lru_cache(maxsize=8)
def template(institution: str, unit: str, letterhead: tuple[str, ...], logo: Picture | None) -> bytes:
    """A document with an empty body, the letterhead on its first page and page numbers on the others.

    Kept, because a batch of releases is of one office. The letterhead is the header of the first page: it
    stays out of the text when a journalist copies all of it, and when the file is imported again.
    """
    document = Document(BytesIO(_bare()))
    section = document.sections[0]
    texts = [("KopInduk", institution), ("KopNama", unit), *(("KopAlamat", line) for line in letterhead)]
    _letterhead(section.first_page_header, [(style, legal(text)) for style, text in texts if text], logo)
    _page_numbers(section.footer)
    return pack(document)


def pack(document: WordDocument) -> bytes:
    """The bytes of a document: no clock and no platform in them, pictures not compressed a second time."""
    package: Package = document.part.package
    parts = list(package.iter_parts())
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        _add(file, "[Content_Types].xml", _content_types((str(part.partname), part.content_type) for part in parts))
        _add(file, "_rels/.rels", package.rels.xml)
        for part in parts:
            _add(file, part.partname.membername, part.blob, stored=part.content_type.startswith("image/"))
            if part.rels:
                _add(file, part.partname.rels_uri.membername, part.rels.xml)
    return buffer.getvalue()


def _bare() -> bytes:
    """The parts of ``docx_parts`` as a package that python-docx opens."""
    inner = [(name, relation) for name, (_, relation) in _PARTS.items() if name != "document"]
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        _add(file, "[Content_Types].xml", _content_types((f"/word/{n}.xml", c) for n, (c, _) in _PARTS.items()))
        _add(file, "_rels/.rels", _relations([("word/document", RT.OFFICE_DOCUMENT)]))
        _add(file, "word/_rels/document.xml.rels", _relations(inner))
        for name in _PARTS:
            _add(file, f"word/{name}.xml", (PARTS_FOLDER / f"{name}.xml").read_bytes())
    return buffer.getvalue()
