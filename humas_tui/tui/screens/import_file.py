"""Which file to bring in."""

from __future__ import annotations

from ...i18n import _
from ...importers import importers
from .file_question import FileQuestion


class ImportFile(FileQuestion):
    """A file of a kind that an importer reads."""

    def __init__(self) -> None:
        suffixes = tuple(suffix for importer in importers() for suffix in importer.suffixes)
        super().__init__(_("Import a file"), _("path of a docx, md, txt, html or eml file"), suffixes)
