"""The releases in the data file: the Store port over TinyDB."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from ..errors import StoreError, UnwritableError, system_reason
from ..i18n import _
from ..model import Release, to_document
from .content import NOT_JSON, Tables, another_program, not_json, read_file
from .rescue import rescue

if TYPE_CHECKING:
    from tinydb.table import Table

    from .whole_file import WholeFile

TABLE: Final = "releases"
LOCK_SECONDS: Final = 10.0


class _Fast(msgspec.Struct):
    releases: dict[str, Release] | None = None


class _Raw(msgspec.Struct):
    releases: dict[str, msgspec.Raw]


class ReleaseStore:
    """The table ``releases`` of one TinyDB file, read and written whole.

    Reading decodes the file straight into releases, without TinyDB (50 ms for 10,000 against 400). Writing
    goes through TinyDB and keeps the fields and tables that this version does not know. A lock beside the
    file makes each change one step among processes. Safe to call from several threads.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._guard = threading.RLock()
        self._opened: tuple[Table, WholeFile] | None = None

    def all(self) -> list[Release]:
        """Every release. One that this version cannot read is left out, and left alone in the file.

        Raises ForeignFileError or StoreError."""
        content = read_file(self.path)
        if not content[:100].strip():
            return []
        try:
            found = msgspec.json.decode(content, type=_Fast).releases
        except msgspec.ValidationError:
            return self._one_by_one(content)
        except NOT_JSON as error:
            raise not_json(self.path) from error
        if found is None and msgspec.json.decode(content) != {}:
            raise another_program(self.path)
        return list((found or {}).values())

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier, read from the file."""
        return next((release for release in self.all() if release.id == identifier), None)

    def put(self, releases: Iterable[Release]) -> None:
        """Keep these values in one durable step. Raises StoreError; nothing is changed then."""
        from tinydb.table import Document

        with self._guard, self._locked():
            table, storage = self._open()
            with storage.batch():
                identifiers = self._identifiers(storage.read() or {})
                last = max(identifiers, default=0)
                numbers = {identifier: number for number, identifier in identifiers.items()}
                for release in releases:
                    if release.id not in numbers:
                        last += 1
                        numbers[release.id] = last
                    table.upsert(Document(to_document(release), doc_id=numbers[release.id]))

    def rescue(self, release: Release) -> Path | None:
        """Write a release that could not be kept to a file of its own: beside the data file if that can be."""
        return rescue(release, self.path.parent)

    def _one_by_one(self, content: bytes) -> list[Release]:
        """The slow way, for a file that holds a document which is no release of this version."""
        try:
            documents = msgspec.json.decode(content, type=_Raw).releases
        except msgspec.ValidationError as error:
            raise another_program(self.path) from error
        except NOT_JSON as error:
            raise not_json(self.path) from error
        found = []
        for document in documents.values():
            try:
                found.append(msgspec.json.decode(document, type=Release))
            except msgspec.ValidationError:
                continue
            except NOT_JSON as error:
                raise not_json(self.path) from error
        if documents and not found:
            raise another_program(self.path)
        return found

    def _identifiers(self, tables: Tables) -> dict[int, str | None]:
        """The identifiers of the documents by their numbers, None where one has none. Raises ForeignFileError
        for a file that TinyDB can read, but that belongs to another program."""
        documents = tables.get(TABLE, {})
        found = [document.get("id") for document in documents.values()]
        named = [identifier if isinstance(identifier, str) else None for identifier in found]
        foreign = (tables and TABLE not in tables) or (named and not any(named))
        if foreign or not all(map(str.isdecimal, documents)):
            raise another_program(self.path)
        return dict(zip(map(int, documents), named, strict=True))

    def _open(self) -> tuple[Table, WholeFile]:
        """TinyDB takes 30 ms to import: not before the first change."""
        if self._opened is None:
            from tinydb import TinyDB

            from .whole_file import WholeFile

            storage = WholeFile(self.path)
            table = TinyDB(storage=lambda: storage).table(TABLE, cache_size=0)
            self._opened = table, storage
        return self._opened

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """The one writer among processes, for the length of a change. Raises StoreError after 10 s."""
        from filelock import FileLock, Timeout

        target = Path(os.path.realpath(self.path))  # one lock, whether a link names the file or its own name
        path = target.with_name(target.name + ".lock")
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(path, timeout=LOCK_SECONDS, mode=0o600):
                yield
        except Timeout as error:
            raise StoreError(file=self.path, reason=_("another program is writing to it")) from error
        except OSError as error:
            raise UnwritableError(file=self.path, reason=system_reason(error)) from error
