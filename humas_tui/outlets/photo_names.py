"""How photos are called when they leave the house: ASCII names for any disk and any mail program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PureWindowsPath
from typing import Final

from ..model import Photo

LONGEST: Final = 60  # characters of a name without its suffix
NAMELESS: Final = "foto"
#: The suffix of what the darkroom makes of a file with that suffix; it makes a JPEG of any other.
_SUFFIXES: Final = {".jpg": ".jpg", ".jpeg": ".jpeg", ".png": ".png", ".gif": ".png"}


def by_file(photos: Iterable[Photo]) -> dict[str, str]:
    """A name for each file, after its own; none is given twice."""
    names: dict[str, str] = {}
    for photo in photos:
        stem = slug(PureWindowsPath(photo.file).stem)  # it takes both kinds of slash, on every system
        name, number = f"{stem}{suffix(photo.file)}", 2
        while name in names.values():
            name, number = f"{stem}-{number}{suffix(photo.file)}", number + 1
        names.setdefault(photo.file, name)
    return names


def by_caption(photos: Iterable[Photo]) -> tuple[str, ...]:
    """``01-petani-menurunkan-gabah.jpg``: a name for each photo, by its number and what it shows."""
    return tuple(
        f"{number:02}-{slug(photo.caption or photo.alt)}{suffix(photo.file)}"
        for number, photo in enumerate(photos, 1)
    )


def suffix(file: str) -> str:
    """The suffix under which a photo of that file leaves, with its point."""
    return _SUFFIXES.get(PureWindowsPath(file).suffix.lower(), ".jpg")


def slug(text: str) -> str:
    """Lower-case words with hyphens between; ``foto`` where there is no word."""
    from slugify import slugify

    return slugify(text, max_length=LONGEST, word_boundary=True, save_order=True) or NAMELESS
