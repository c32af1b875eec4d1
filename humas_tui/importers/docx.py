"""Word: documents since 2007, through mammoth.

mammoth was chosen because it keeps tracked insertions, content controls and smart tags, which python-docx
loses without a word (measured 2026-10, mammoth 1.13, python-docx 1.2). Deleted text stays deleted. Page
headers are not read, which is good: the letterhead stands there. Pictures are left out, and in documents of our
own what the office says of itself below every release (styles of ``outlets/docx.py``): it would be there twice in
the next one.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from xml.parsers.expat import ExpatError

from ..errors import UnreadableFileError
from ..i18n import _
from . import html
from .importer import Draft, Importer

#: What a document may hold when unpacked, in bytes: all of it, and one of its texts.
LARGEST: Final = 200 * 1024 * 1024
LARGEST_TEXT: Final = 32 * 1024 * 1024

_STYLES: Final = """
r[style-name='Kode'] => code
p[style-name='Verbatim'] => pre:fresh
p[style-name='Judul Tentang'] => !
p[style-name='Tentang'] => !
p[style-name='Title'] => h1:fresh
p[style-name='Heading 1'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => p:fresh
p[style-name='caption'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
#: How Word documents before 2007, and all that are protected with a password, begin (MS-CFB 2.2).
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What zipfile, expat and mammoth raise for damaged files (found by damaging them).
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,  # a member that ends early
    ExpatError,
    LookupError,  # a part or an attribute that is not there
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,  # a member with a password; also RecursionError and NotImplementedError
)


def read(content: bytes, name: str) -> Draft:
    """The draft in a Word document. Raises UnreadableFileError."""
    if not content:
        raise UnreadableFileError(file=name, reason=_("it is empty"))
    if content.startswith(_COMPOUND):
        raise UnreadableFileError(
            file=name, reason=_("it is protected with a password, or from Word before 2007; save it as .docx")
        )
    try:
        _check(content, name)
        source = _to_html(content)
    except _DAMAGE as error:
        raise UnreadableFileError(file=name, reason=_("it is not a Word document, or it is damaged")) from error
    return html.draft(source, name)


def _check(content: bytes, name: str) -> None:
    """Refuse what would fill the memory before any of it is unpacked.

    The sizes in the directory can be believed: zipfile never unpacks more of a member than is written there."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
        texts = [member for member in members if member.filename.endswith((".xml", ".rels"))]
        too_large = sum(member.file_size for member in members) > LARGEST
        if too_large or any(member.file_size > LARGEST_TEXT for member in texts):
            raise UnreadableFileError(file=name, reason=_("it is too large when unpacked"))
        archive.getinfo("word/document.xml")
        for member in texts:
            with archive.open(member) as stream:
                # Office Open XML has no document types (ECMA-376-2, 8.1.4); here they could only be a trap.
                if b"<!DOCTYPE" in stream.read().replace(b"\x00", b""):  # a comment of any length may stand before
                    raise ValueError("document type declaration")


def _to_html(content: bytes) -> str:
    import mammoth

    convert: Callable[..., Any] = mammoth.convert_to_html  # mammoth ships no type hints
    picture: Callable[..., Any] = mammoth.images.img_element
    result = convert(
        BytesIO(content),
        style_map=_STYLES,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=picture(lambda image: {}),
    )
    return str(result.value)


DOCX = Importer(name="docx", suffixes=(".docx",), read=read)
