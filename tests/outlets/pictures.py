"""Pictures made by hand: small, and with just the header that a test is about."""

from __future__ import annotations

import zlib
from struct import pack


def png(width: int = 3, height: int = 2) -> bytes:
    """A whole black PNG."""
    rows = (b"\0" + b"\0" * width) * height
    header = pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def jpeg(width: int = 600, height: int = 400, orientation: int = 0, order: str = ">") -> bytes:
    """The header of a JPEG, which is all that Word documents need; with an Exif block if turned."""
    exif = b""
    if orientation:
        mark = b"MM" if order == ">" else b"II"
        entry = pack(order + "HHIHH", 0x0112, 3, 1, orientation, 0)
        tiff = mark + pack(order + "HIH", 42, 8, 1) + entry + pack(order + "I", 0)
        exif = b"\xff\xe1" + pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    frame = b"\xff\xc0" + pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + exif + b"\xff\xff\xdb" + pack(">H", 4) + bytes(2) + frame + b"\xff\xd9"


def gif(width: int = 5, height: int = 4) -> bytes:
    """The header of a GIF."""
    return b"GIF89a" + pack("<HH", width, height) + bytes(10)
