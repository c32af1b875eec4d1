"""What a data file says at one moment, whoever goes on writing to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError, system_reason
from ..i18n import _
from .base import Base, DamagedDocumentError, Meta, check_of, pieces_of
from .journal import Entry, Tables


def content_of(file: Path, base: Base | None, key: str, entry: Entry) -> bytes:
    """The JSON of a document that lies in memory or in the base file. Raises StoreError, which names ``file``,
    when it is damaged."""
    if isinstance(entry, bytes):
        return entry
    assert base is not None
    try:
        return base.document(key, entry)
    except DamagedDocumentError as error:
        reason = _("document {number} is damaged").format(number=key)
        raise StoreError(file=file, reason=reason) from error
    except OSError as error:
        raise StoreError(file=file, reason=system_reason(error)) from error


@dataclass(frozen=True)
class Snapshot:
    """Every document, or its place in the base file that was there. Reading holds nobody up."""

    file: Path
    tables: Tables
    base: Base | None
    meta: Meta

    def document(self, table: str, key: str) -> bytes:
        """The JSON of a document. Raises KeyError, or StoreError when it is damaged."""
        return content_of(self.file, self.base, key, self.tables[table][key])

    def documents(self, table: str) -> Iterator[tuple[str, bytes]]:
        """The documents of a table, by key. Raises StoreError when one is damaged."""
        for key, entry in self.tables.get(table, {}).items():
            yield key, content_of(self.file, self.base, key, entry)

    def image(self) -> Iterator[bytes]:
        """The bytes of a base file that says all of this, in pieces. Raises StoreError."""

        def content(key: str, entry: Entry) -> tuple[bytes, int]:
            document = content_of(self.file, self.base, key, entry)
            return document, check_of(key, document)

        return pieces_of(self.tables, content, self.meta)

    def fingerprint(self) -> str:
        """The same for two that say the same, whatever files they come from: a SHA-256 over the checksums of the
        documents. It reads nothing, and takes 0.1 s for 100,000."""
        found = hashlib.sha256()
        for name, documents in self.tables.items():
            found.update(f"{name}\n".encode())
            for key, entry in documents.items():
                if isinstance(entry, bytes):
                    check = check_of(key, entry)
                else:
                    assert self.base is not None
                    check = self.base.checks[entry]
                found.update(b"%s %08x\n" % (key.encode(), check))
        return found.hexdigest()
