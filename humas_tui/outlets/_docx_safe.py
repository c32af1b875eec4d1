"""A Word document from outside, looked over before a part of it is used: what could harm, or cannot be kept, is
refused in a sentence.

Nothing is unpacked that was not counted first, and no XML is parsed that declares a document type: Office Open XML
has none (ECMA-376-2, 8.1.4), so there are no entities to follow or to grow.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from ..errors import UnreadableFileError
from ..i18n import _

LARGEST: Final = 10 * 1024 * 1024  # bytes of the file: each release carries all of it
#: What it may hold when unpacked: bytes in all, bytes of one text, parts.
LARGEST_UNPACKED: Final = 50 * 1024 * 1024
LARGEST_TEXT: Final = 8 * 1024 * 1024
MOST_PARTS: Final = 1_000

CONTENT_TYPES: Final = "[Content_Types].xml"
#: How documents before 2007, and all that are protected with a password, begin (MS-CFB 2.2).
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"  # the namespaces of ISO/IEC 29500-1 Strict
#: Relations to what runs, or draws in another document (ECMA-376-1, 11.3 and 15.2; MS-OFFMACRO2): their last word.
_DOUBTFUL: Final = frozenset({"vbaProject", "oleObject", "control", "aFChunk", "subDocument", "frame"})
#: What zipfile and the parsers raise for damaged files.
DAMAGE: Final = (BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError, ElementTree.ParseError)


def examine(content: bytes, file: str) -> None:
    """Raise UnreadableFileError, naming the ``file``, unless it is a Word document that can be built upon."""
    try:
        reason = _of_the_file(content) or _of_the_parts(content)
    except DAMAGE:
        reason = _("it is not a Word document, or it is damaged")
    if reason:
        raise UnreadableFileError(file=file, reason=reason)


def _of_the_file(content: bytes) -> str:
    """What is wrong with the file as it is; nothing where it is sound."""
    if len(content) > LARGEST:
        return _("a letterhead may have {limit} MB at most").format(limit=LARGEST // 1024**2)
    if content.startswith(_COMPOUND):
        return _("it is protected with a password, or from Word before 2007; save it as .docx")
    with ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
    # The sizes in the directory can be believed: zipfile never unpacks more of a member than is written there.
    if (
        len(members) > MOST_PARTS
        or sum(member.file_size for member in members) > LARGEST_UNPACKED
        or any(member.file_size > LARGEST_TEXT for member in members if _is_text(member.filename))
    ):
        return _("it is too large when unpacked")
    return ""


def _of_the_parts(content: bytes) -> str:
    """What is wrong inside; nothing where it is sound."""
    with ZipFile(BytesIO(content)) as archive:
        texts = {name: archive.read(name) for name in archive.namelist() if _is_text(name)}
    if any(b"<!DOCTYPE" in text.replace(b"\0", b"") for text in texts.values()):
        raise ValueError("document type declaration")
    types = texts[CONTENT_TYPES]
    if b"macroEnabled" in types or b"vbaProject" in types:
        return _("it holds macros; save it as .docx")
    if b"wordprocessingml.template.main" in types:
        return _("it is a template (.dotx); save it as .docx")
    if any(_STRICT in text for text in texts.values()):
        return _("it is in the strict form of Open XML; save it as an ordinary .docx")
    if b"wordprocessingml.document.main" not in types:
        raise ValueError("no Word document")
    return next((reason for name, text in texts.items() if name.endswith(".rels") for reason in _of(text)), "")


def _of(relations: bytes) -> Iterator[str]:
    """What is wrong with the relations of a part."""
    for relation in ElementTree.fromstring(relations):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in _DOUBTFUL:
            yield _("it embeds another program or document ({kind}); take that out").format(kind=kind)
        elif relation.get("TargetMode") == "External" and kind != "hyperlink":
            told = _("it takes something from outside ({kind}: {target}); embed that, or take it out")
            yield told.format(kind=kind, target=relation.get("Target", ""))


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
