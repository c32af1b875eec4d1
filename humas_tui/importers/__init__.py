"""Importers: one file a format; each a pure function from the bytes of a file to a draft.

Nothing is dropped: every word of a file is found again in a field of its draft. What has no field of its
own (an old number, a letterhead, a value that cannot be read) becomes a tag, so that the officer sees it
and can throw it away. Only words that do no more than name a field go: ``SIARAN PERS`` becomes the kind,
``Narahubung:`` opens the contacts, ``-- SELESAI --`` is printed by the outlets again.
"""

from __future__ import annotations

import sys
from functools import lru_cache

from ..errors import UnreadableFileError
from ..i18n import N_
from ..registry import discover
from ..text.clean import clean_line
from .importer import Draft, Importer

__all__ = ["Draft", "Importer", "for_file", "importers", "read"]


@lru_cache(maxsize=1)
def importers() -> tuple[Importer, ...]:
    """Every importer, by name."""
    return tuple(sorted(discover(sys.modules[__name__], Importer), key=lambda importer: importer.name))


def for_file(name: str) -> Importer:
    """The importer for a file of that name, by its suffix in any case.

    Raises UnreadableFileError, naming the formats that can come in."""
    for importer in importers():
        if name.casefold().endswith(importer.suffixes):
            return importer
    raise UnreadableFileError(
        N_("{file} cannot be imported: unknown format. Known formats: {formats}."),
        file=clean_line(name),
        formats=", ".join(importer.suffixes[0] for importer in importers()),
    )


def read(name: str, content: bytes) -> Draft:
    """What is found in the file ``name`` with these bytes. Raises UnreadableFileError."""
    return for_file(name).read(content, clean_line(name))
