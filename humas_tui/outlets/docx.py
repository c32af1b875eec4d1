"""A Word document (DOCX): the page as it is printed, in styles that an editor can change.

Made by python-docx, which is imported with the first document (90 ms), from parts and a letterhead that are
kept between documents. The same release gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..i18n import N_, _
from ..model import Office, Release
from ..text.clean import clean_line
from . import page
from .account import told
from .outlet import Manuscript, Outlet, Passage
from .sheet import CONTACTS_TITLE, Sheet, below_letterhead, compose, page_preview
from .txt import text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.coreprops import CoreProperties

    from ._docx_body import Body, Ground

LONGEST_PROPERTY: Final = 255  # characters of a core property (python-docx refuses more, as Word does)
LANGUAGE: Final = "id-ID"


def render(manuscript: Manuscript) -> bytes:
    """The document.

    Raises UnreadableFileError when the logo or a photo is not a picture, and when a letterhead of the user's
    cannot be built upon.
    """
    from docx import Document as open_document

    from ._docx_body import Body
    from ._docx_template import pack

    sheet = compose(manuscript.release, manuscript.office)
    opening, continuation = page.halves(sheet)
    shots = page.shots(sheet, manuscript)
    start, ground = _start(sheet, manuscript)
    document = open_document(BytesIO(start))
    _describe(document, sheet, manuscript.release)
    body = Body(document, ground)
    _head(body, sheet, embargoed=manuscript.release.embargo is not None)
    body.blocks(opening)
    for shot in shots:
        body.photo(shot)
    body.blocks(continuation)
    _closing(body, sheet)
    body.close()
    return pack(document)


def examine_letterhead(content: bytes, file: str) -> None:
    """Raise UnreadableFileError, naming the ``file``, unless documents can be made in that letterhead."""
    from ._docx_letterhead import letterhead

    letterhead(content, file)


def _start(sheet: Sheet, manuscript: Manuscript) -> tuple[bytes, Ground]:
    """What the body is written to: the letterhead of the user's, or our own with what the profile says."""
    from ._docx_body import Ground
    from ._docx_letterhead import letterhead
    from ._docx_template import template

    office = manuscript.office
    own = manuscript.pictures.get(office.letterhead) if office.letterhead else None
    if own is not None:
        ready = letterhead(own, office.letterhead)
        return ready.content, ready.ground
    logo, alt = page.logo(manuscript), page.logo_alt(sheet)
    return template(sheet.institution, sheet.unit, sheet.letterhead, logo, alt, page.Look.of(office)), Ground()


def _head(body: Body, sheet: Sheet, embargoed: bool) -> None:
    body.plain(sheet.label_line, "JenisNaskah")
    body.plain(sheet.number_line, "NomorNaskah")
    body.plain(sheet.time_line, "Embargo" if embargoed else "WaktuSiaran")
    body.plain(sheet.headline, "Heading1")
    body.plain(sheet.summary, "Subtitle")


def _closing(body: Body, sheet: Sheet) -> None:
    if sheet.boilerplate:
        body.plain(sheet.boilerplate_title, "JudulTentang")  # styles of their own: the importer leaves them out
        body.plain(sheet.boilerplate, "Tentang")
    if sheet.contacts:
        body.plain(CONTACTS_TITLE, "Heading2")
        for line in sheet.contacts:
            body.plain(line, "Narahubung")
    body.inlines(sheet.following, "Akun")
    for line in sheet.credits:
        body.plain(line, "Kredit")
    body.plain(sheet.closing_number, "NomorAkhir")
    body.plain(sheet.end_mark, "TandaAkhir")


def _describe(document: Document, sheet: Sheet, release: Release) -> None:
    """The properties under which the file is found and read aloud."""
    properties: CoreProperties = document.core_properties
    moment = release.updated.astimezone(UTC).replace(tzinfo=None)
    properties.title = _property(sheet.title)
    properties.subject = _property(sheet.summary or sheet.label)
    properties.author = properties.last_modified_by = _property(page.author(sheet))
    properties.keywords = _property(", ".join(page.keywords(release)))
    properties.category = _property(sheet.label)
    properties.language = LANGUAGE
    properties.created = properties.modified = moment
    properties.revision = max(release.revision, 1)


def _property(value: str) -> str:
    return page.legal(value)[:LONGEST_PROPERTY]


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The page; in place of our letterhead the name of the user's own, which is not drawn."""
    if not office.letterhead:
        return page_preview(release, office)
    own = clean_line(f"{_('Own letterhead')}: {Path(office.letterhead).name}")
    return (told(own), Passage(()), *below_letterhead(compose(release, office)))


DOCX = Outlet(
    name="docx",
    title=N_("Word document (DOCX)"),
    suffix="docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=render,
    text=text,
    preview=preview,
    pictures=True,
    longest=page.PHOTO_PIXELS,
    headed=True,
    order=30,
)
