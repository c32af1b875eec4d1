"""The releases in the data file: the Store port over TinyDB."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from ..errors import StoreError
from ..i18n import _
from ..model import Discarded, Reason, Release, Version, document_over, from_document, to_document
from ..text.clean import clean_line, clean_values
from .content import RELEASES
from .holding import Holding
from .journal import Changes
from .journalled import JournalStorage
from .rescue import rescue
from .stock import LargeStock
from .taking import read_release, take_over

if TYPE_CHECKING:
    from tinydb.table import Table

    from .history import History

TRASH: Final = "trash"
VERSIONS: Final = "versions"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class ReleaseStore(Holding):
    """The table ``releases`` of one data file, with ``versions`` and ``trash`` beside it.

    It looks at the file until something is to be changed; then it becomes its one writer. Reading goes past
    TinyDB (100 ms for 10,000 releases against 400), writing through it, and keeps the fields and tables that
    this version does not know. Safe to call from several threads.
    """

    # -- releases ------------------------------------------------------------------------------------------------

    def all(self) -> list[Release] | LargeStock:
        """Every release; a stock where the file is over 64 MiB. One that this version cannot read is left out,
        and left alone in the file. Not the writer, this looks at the file anew.

        Raises ForeignFileError or StoreError."""
        with self._guard:
            if not self.writable:
                self._load(write=False)
            elif self._all is None and self._storage is not None:
                self._all, self._keys = take_over(self._storage, self.path, None)
            found = self._all or []
            self._all = found if isinstance(found, LargeStock) else None  # what is handed out is not held twice
            return found

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier. None, too, for one that this version cannot read."""
        with self._guard:
            storage = self._storage if self.writable else None
            if storage is None:
                storage = self._load(write=False)
            key = self._keys.get(identifier)
            release = read_release(storage.document(RELEASES, key)) if key is not None else None
            return release if isinstance(release, Release) else None

    def put(self, releases: Iterable[Release], *, synced: bool = True) -> None:
        """Keep these values in one step. Raises StoreError; nothing is changed then."""
        with self._guard:
            storage = self._writing()
            values = {release.id: release for release in releases}
            new = [release for release in values.values() if release.id not in self._keys]
            changes = self._changed(storage, values)
            with storage.unsynced() if not synced else nullcontext():
                if not new:
                    storage.commit(changes)
                    self._mark(values.values())
                    return
                with storage.transaction():
                    storage.commit(changes)
                    numbers = self._table(RELEASES).insert_multiple(map(to_document, new))
            self._keys |= {release.id: str(number) for release, number in zip(new, numbers, strict=True)}
            self._mark(values.values())

    def _mark(self, releases: Iterable[Release]) -> None:
        if isinstance(self._all, LargeStock):
            for release in releases:
                self._all.mark(release)

    def _changed(self, storage: JournalStorage, values: Mapping[str, Release]) -> Changes:
        """The documents of these releases that are not what they were, with the fields of a newer version. Past
        TinyDB, whose own way takes three times as long: every pause in typing comes here."""
        put = {}
        for identifier, release in values.items():
            key = self._keys.get(identifier)
            if key is not None:
                try:
                    before = storage.document(RELEASES, key)
                except StoreError:
                    before = b"{}"  # damaged: what is said now is worth more
                document = _encode(document_over(_decode(before), release))
                if document != before:
                    put[key] = msgspec.Raw(document)
        return Changes(put={RELEASES: put} if put else {})

    def sync(self) -> None:
        """Make everything that was kept durable. Raises StoreError."""
        storage = self._storage
        if storage is not None and storage.writable:
            storage.sync()

    def _table(self, name: str) -> Table:
        """TinyDB takes 30 ms to import: not before the first change."""
        if self._db is None:
            from .table import JournalDB

            storage = self._writing()
            self._db = JournalDB(storage=lambda: storage)
        return self._db.table(name)

    # -- versions ------------------------------------------------------------------------------------------------

    def _history(self) -> History:
        if self._past is None:
            from .history import History
            from .table import JournalDB

            storage = self._storage or self._load(write=False)
            self._past = History(JournalDB(storage=lambda: storage).table(VERSIONS), file=self.path)
        return self._past

    def keep_version(self, release: Release, time: datetime, reason: Reason, who: str) -> Version | None:
        """Keep ``release`` as it is here as its next version, durable when this returns. None where the last
        version says the same, or the data file is not ours to write. Raises StoreError."""
        with self._guard:
            self._writing()
            key = self._keys.get(release.id)
            stored: dict[str, Any] = (
                dict(self._table(RELEASES).get(doc_id=int(key)) or {}) if key is not None else {}
            )
            text = _encode(document_over(stored, release))
            return self._history().keep(release.id, text, time, reason, who)

    def versions(self, identifier: str) -> list[Version]:
        """The versions of a release, the last one first. Raises StoreError."""
        with self._guard:
            return self._history().list(identifier)

    def version(self, identifier: str, number: int) -> Release:
        """A release as it was then. Raises KeyError when there is none, StoreError when it is damaged."""
        with self._guard:
            text = self._history().text(identifier, number)
        try:
            return from_document(clean_values(_decode(text)))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            reason = _("version {number} cannot be read").format(number=number)
            raise StoreError(file=self.path, reason=reason) from error

    # -- trash ---------------------------------------------------------------------------------------------------

    def discard(self, identifiers: Iterable[str], time: datetime, who: str) -> None:
        """Put releases into the trash, in one step. Raises StoreError."""
        with self._guard, self._writing().transaction():
            keys = {one: self._keys[one] for one in identifiers if one in self._keys}
            for identifier, key in keys.items():
                document = self._table(RELEASES).get(doc_id=int(key))
                thrown = {"id": identifier, "time": time.isoformat(), "who": clean_line(who), "document": document}
                self._table(TRASH).insert(thrown)
            self._table(RELEASES).remove(doc_ids=[int(key) for key in keys.values()])
        for identifier in keys:
            del self._keys[identifier]

    def discarded(self) -> list[Discarded]:
        """What lies in the trash and can be read, what was put there last first. Raises StoreError."""
        found = []
        with self._guard:
            storage = self._storage or self._load(write=False)
            for _key, content in storage.documents(TRASH):
                thrown = _decode(content)
                try:
                    release = from_document(clean_values(thrown["document"]))
                    time = datetime.fromisoformat(thrown["time"])
                except (msgspec.ValidationError, KeyError, ValueError, TypeError):
                    continue
                found.append(Discarded(release=release, time=time, who=str(thrown.get("who", ""))))
        return sorted(found, key=lambda one: one.time, reverse=True)

    def put_back(self, identifiers: Iterable[str]) -> list[Release]:
        """Take releases out of the trash, with everything they had. Raises StoreError."""
        wanted = set(identifiers)
        back: dict[str, tuple[str, Release]] = {}
        with self._guard:
            with self._writing().transaction():
                trash = self._table(TRASH)
                for thrown in trash.all():
                    release = read_release(_encode(thrown.get("document")))
                    if isinstance(release, str) or release.id not in wanted or release.id in {*self._keys, *back}:
                        continue
                    back[release.id] = str(self._table(RELEASES).insert(thrown["document"])), release
                    trash.remove(doc_ids=[thrown.doc_id])
            self._keys |= {identifier: key for identifier, (key, _) in back.items()}
            self._mark(release for _, release in back.values())
        return [release for _, release in back.values()]

    def empty_trash(self, before: datetime) -> int:
        """Take out of the world what was put into the trash before that time, with its versions. Returns how
        many releases. Raises StoreError."""
        with self._guard:
            old = {one.release.id for one in self.discarded() if one.time < before}
            if not old:
                return 0
            with self._writing().transaction():
                trash = self._table(TRASH)
                trash.remove(doc_ids=[thrown.doc_id for thrown in trash.all() if thrown.get("id") in old])
                self._history().forget(old - self._keys.keys())
            return len(old)

    def rescue(self, release: Release) -> Path | None:
        """Write a release that could not be kept to a file of its own: beside the data file if that can be."""
        return rescue(release, self.path.parent)
