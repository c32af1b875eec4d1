"""Which photo to add."""

from __future__ import annotations

from typing import Final

from ...i18n import _
from .file_question import FileQuestion

SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".avif")


class AddPhoto(FileQuestion):
    """A picture file."""

    def __init__(self) -> None:
        super().__init__(_("Add a photo"), _("path of a JPEG, PNG, WebP, AVIF, GIF or BMP file"), SUFFIXES)
