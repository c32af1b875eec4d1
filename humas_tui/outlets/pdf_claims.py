"""What a PDF claims to be, what it cannot show, and why: said to the officer, since the file does not tell.

PDF/A-2a (ISO 19005-2) is for archives, PDF/UA-1 (ISO 14289-1) for screen readers. A PDF that claims neither is
tagged all the same.
"""

from __future__ import annotations

from typing import Final

from ..errors import UnreadableFileError
from ..i18n import _, ngettext
from ..model import Office, Release
from . import glyphs, picture
from .outlet import Manuscript
from .sheet import page_preview

#: As the metadata name them (XMP), in which a headline has no such brackets.
ARCHIVES: Final = b"<pdfaid:part>"
READERS: Final = b"<pdfuaid:part>"
CMYK: Final = 4  # colours of a pixel
MOST_SHOWN: Final = 12  # characters that a sentence names
_PRIVATE: Final = range(0xE000, 0xF900)  # and two planes that no font of ours has


def unprintable(release: Release, office: Office) -> str:
    """The characters of the page that no font of the PDF has, each once, in their order."""
    return glyphs.missing(_printed(release, office))


def remarks(manuscript: Manuscript, content: bytes) -> tuple[str, ...]:
    """What should be known of the PDF that was made of a manuscript: characters printed as empty boxes, and why it
    claims less than it might."""
    told = []
    lacking = unprintable(manuscript.release, manuscript.office)
    if lacking:
        told.append(_no_glyph(lacking))
    if ARCHIVES not in content:
        sentence = (
            _("PDF without PDF/A (for archives): {reason}.")
            if READERS in content
            else _("PDF without PDF/A and PDF/UA (for archives and screen readers), but tagged: {reason}.")
        )
        told.append(sentence.format(reason=_why(manuscript, lacking)))
    return tuple(told)


def shown(characters: str) -> str:
    """``🀄 𓀀 …``: the first of them."""
    return " ".join(characters[:MOST_SHOWN]) + (" …" if len(characters) > MOST_SHOWN else "")


def _no_glyph(lacking: str) -> str:
    return ngettext(
        "{count} character is in no font of the PDF and is printed as an empty box: {characters}",
        "{count} characters are in no font of the PDF and are printed as empty boxes: {characters}",
        len(lacking),
    ).format(count=len(lacking), characters=shown(lacking))


def _why(manuscript: Manuscript, lacking: str) -> str:
    """Why a claim was refused, as a clause."""
    if lacking:
        return _("not every character is in its fonts")
    for file, pixels in manuscript.pictures.items():
        try:
            colours = picture.read(pixels, file).colours
        except UnreadableFileError:  # the letterhead for Word is among them
            continue
        if colours == CMYK:
            return _("the picture {file} is in CMYK, not RGB").format(file=file)
    if any(ord(character) in _PRIVATE for character in _printed(manuscript.release, manuscript.office)):
        return _("it has characters that no standard knows (private use)")
    return _("it holds something that these standards do not allow")


def _printed(release: Release, office: Office) -> str:
    return "\n".join(
        run.text for passage in page_preview(release, office) if passage.role != "picture" for run in passage.runs
    )
