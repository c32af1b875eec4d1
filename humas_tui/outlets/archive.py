"""Zip files that are the same each time: no clock and no platform in them."""

from __future__ import annotations

from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# The first moment a zip file can name (APPNOTE 4.4.6): the same release gives the same bytes.
NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
UNIX: Final = 3
READABLE: Final = 0o100644 << 16  # without rights of their own, Unix unpacks files that nobody may read


def add(file: ZipFile, name: str, content: bytes, *, stored: bool = False) -> None:
    """Put a file into the zip; ``stored``, as it is: what is compressed already only takes time."""
    entry = ZipInfo(name, NO_TIME)
    entry.create_system = UNIX
    entry.external_attr = READABLE
    entry.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
    file.writestr(entry, content)
