"""Pictures as the paged outlets need them: what kind a file is, how large, and which way up.

Only the header is read, with the standard library. python-docx's own reader refuses JPEG files that carry
neither a JFIF nor an Exif marker (`docx/image/__init__.py`, 1.2.0), as those saved by image editors often do,
and does not know the orientation a phone writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ..errors import UnreadableFileError
from ..i18n import _

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
MEDIA_TYPES: Final = {"jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif"}
CM_PER_PIXEL: Final = 2.54 / 96  # as CSS has it: a small picture is not blown up beyond that

# ITU-T T.81, table B.1: the frame headers hold the size; C4, C8 and CC are no frames.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NO_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_LAST_BEFORE_DATA: Final = frozenset({0xD9, 0xDA})
_TURNED: Final = (5, 6, 7, 8)
ORIENTATION_TAG: Final = 0x0112  # CIPA DC-008, 4.6.4
MOST_ENTRIES: Final = 256  # of an Exif directory; a damaged one claims up to 65,535

ByteOrder: TypeAlias = Literal["little", "big"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its ``kind`` (a key of ``MEDIA_TYPES``), its size in pixels as stored, the Exif orientation,
    1 to 8, in which it is to be shown, and the colours a pixel is made of: four are CMYK, for print."""

    content: bytes
    kind: str
    width: int
    height: int
    orientation: int = 1
    colours: int = 3

    @property
    def turned(self) -> bool:
        """Whether it lies on its side as stored."""
        return self.orientation in _TURNED

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Width and height in cm as it is shown, the sides in proportion, at most ``width`` by ``height`` cm."""
        across, down = (self.height, self.width) if self.turned else (self.width, self.height)
        scale = min(width / across, height / down, CM_PER_PIXEL)
        return across * scale, down * scale


def read(content: bytes, file: str) -> Picture:
    """The picture that the bytes of ``file`` are.

    Raises UnreadableFileError, naming the file, when they are no JPEG, PNG or GIF picture.
    """
    found = None
    if content.startswith(PNG_SIGNATURE) and content[12:16] == b"IHDR":
        found = _sized(content, "png", _number(content, 16, 4), _number(content, 20, 4), _png_orientation(content))
    elif content.startswith((b"GIF87a", b"GIF89a")):
        found = _sized(content, "gif", _number(content, 6, 2, "little"), _number(content, 8, 2, "little"))
    elif content.startswith(b"\xff\xd8\xff"):
        found = _jpeg(content)
    if found is None:
        raise UnreadableFileError(file=file, reason=_("it is not a JPEG, PNG or GIF picture, or it is damaged"))
    return found


def _number(content: bytes, start: int, size: int, order: ByteOrder = "big") -> int:
    return int.from_bytes(content[start : start + size], order)


def _sized(
    content: bytes, kind: str, width: int, height: int, orientation: int = 1, colours: int = 3
) -> Picture | None:
    return Picture(content, kind, width, height, orientation, colours) if width and height else None


def _png_orientation(content: bytes) -> int:
    """What the chunk ``eXIf`` says, which stands anywhere before the end; 1 where there is none."""
    position = len(PNG_SIGNATURE)
    while position + 12 <= len(content):
        length = _number(content, position, 4)
        if content[position + 4 : position + 8] == b"eXIf":
            return _orientation(content[position + 8 : position + 8 + length])
        position += 12 + length
    return 1


def _jpeg(content: bytes) -> Picture | None:
    position, orientation = 2, 1
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        if marker in _NO_LENGTH:
            position += 2
            continue
        if marker in _LAST_BEFORE_DATA:
            return None
        if marker in _FRAMES:
            height, width = _number(content, position + 5, 2), _number(content, position + 7, 2)
            colours = _number(content, position + 9, 1)
            return _sized(content, "jpeg", width, height, orientation, colours)
        end = position + 2 + _number(content, position + 2, 2)
        if marker == 0xE1 and content[position + 4 : position + 10] == b"Exif\0\0":
            orientation = _orientation(content[position + 10 : end])
        position = end
    return None


def _orientation(tiff: bytes) -> int:
    """The orientation that the first directory of an Exif block gives; 1 where it gives none."""
    order: ByteOrder = "little" if tiff.startswith(b"II") else "big"
    directory = _number(tiff, 4, 4, order)
    entries = min(_number(tiff, directory, 2, order), MOST_ENTRIES)
    for entry in range(directory + 2, directory + 2 + 12 * entries, 12):
        if _number(tiff, entry, 2, order) == ORIENTATION_TAG:
            value = _number(tiff, entry + 8, 2, order)
            return value if 1 <= value <= 8 else 1
    return 1
