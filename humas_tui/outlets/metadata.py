"""A picture file without what it tells beside the picture: where and when it was taken, by which telephone, what
it looked like before it was cut.

Nothing is decoded: the parts of the file that make the picture are copied as they are, so not a pixel changes and
a file that tells nothing stays as it is, byte for byte. What makes the colours is kept: the ICC profile, Adobe's
colour transform, the gamma of a PNG.
"""

from __future__ import annotations

import re
from typing import Final

from .picture import PNG_SIGNATURE

_JPEG_START: Final = b"\xff\xd8"
_JPEG_END: Final = b"\xff\xd9"
_SCAN: Final = 0xDA
_NO_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD8)})
# ITU-T T.81, table B.1: APP0 to APP15, and comments.
_APPLICATIONS: Final = frozenset({*range(0xE0, 0xF0), 0xFE})
# In the data of a scan, FF stands before 00, a restart or a fill byte; before the rest it is a marker (B.1.1.5).
_MARKER: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_JFIF_LENGTH: Final = 18  # of the segment with its marker and without a thumbnail (ITU-T T.871, 10.1)

#: PNG (W3C, third edition), 4.7: what makes the picture and its colours.
_CHUNKS: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT".split()
)


def bare(content: bytes) -> bytes | None:
    """The picture alone, of a JPEG or PNG file. None for any other, and where the file is not whole."""
    if content.startswith(_JPEG_START):
        return _bare_jpeg(content)
    if content.startswith(PNG_SIGNATURE):
        return _bare_png(content)
    return None


def _bare_jpeg(content: bytes) -> bytes | None:
    kept = [_JPEG_START]
    position = len(_JPEG_START)
    while position + 1 < len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF:  # a fill byte
            position += 1
        elif marker == 0xD9:
            # What stands behind the end is no part of the picture: the film of a "motion photo", a second picture.
            return _joined([*kept, _JPEG_END], content)
        elif marker in _NO_LENGTH:
            kept.append(content[position : position + 2])
            position += 2
        else:
            end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
            if end < position + 4 or end > len(content):
                return None
            if marker == _SCAN:
                found = _MARKER.search(content, end)
                if found is None:
                    return None
                end = found.start()
            segment = content[position:end]
            kept.append(_of_the_picture(marker, segment) if marker in _APPLICATIONS else segment)
            position = end
    return None


def _of_the_picture(marker: int, segment: bytes) -> bytes:
    """An application's segment, as far as it belongs to the picture."""
    payload = segment[4:]
    if marker == 0xE0 and payload.startswith(b"JFIF\0") and len(segment) >= _JFIF_LENGTH:
        return b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0"  # without its thumbnail
    of_colours = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
    return segment if marker in of_colours and payload.startswith(of_colours[marker]) else b""


def _bare_png(content: bytes) -> bytes | None:
    kept = [PNG_SIGNATURE]
    position = len(PNG_SIGNATURE)
    while position + 12 <= len(content):
        end = position + 12 + int.from_bytes(content[position : position + 4], "big")
        name = content[position + 4 : position + 8]
        if end > len(content):
            return None
        if name in _CHUNKS:
            kept.append(content[position:end])
        if name == b"IEND":
            return _joined(kept, content)
        position = end
    return None


def _joined(kept: list[bytes], content: bytes) -> bytes:
    """The parts together; ``content`` itself where nothing was left out."""
    found = b"".join(kept)
    return content if found == content else found
