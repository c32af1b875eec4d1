"""The releases in the data file: the Store port over TinyDB."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

import msgspec

from ..errors import StoreError
from ..i18n import _
from ..model import Discarded, Reason, Release, Version, document_over, from_document, to_document
from ..text.clean import clean_line, clean_values
from . import opening
from .content import NOT_JSON, RELEASES, another_program, are_ours
from .disk import Disk
from .findings import Finding
from .journal import Changes
from .journalled import JournalStorage
from .lock import writer
from .places import Places
from .rescue import rescue
from .snapshot import Snapshot
from .stock import Columns, LargeStock

if TYPE_CHECKING:
    from tinydb.table import Table

    from .history import History
    from .table import JournalDB

TABLE: Final = RELEASES
TRASH: Final = "trash"
VERSIONS: Final = "versions"
PATIENCE: Final = 5.0  # seconds: a command that writes at the same time is done by then

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode
_decode_release = msgspec.json.Decoder(Release).decode


class _Named(msgspec.Struct):
    id: str = ""


class _Found:
    """What goes by while a data file of usual size is opened: every release."""

    def __init__(self) -> None:
        self.releases: dict[str, Release | str] = {}

    def __call__(self, table: str, key: str, content: bytes, start: int, stop: int) -> None:
        if table == TABLE:
            self.releases[key] = _read(content[start:stop])


def _read(document: bytes) -> Release | str:
    """The release that a document holds; its identifier where this version cannot read it."""
    try:
        return _decode_release(document)
    except NOT_JSON:  # ValidationError is one of these; the others are damage, before the checksums are compared
        pass
    try:
        return msgspec.json.decode(document, type=_Named).id
    except NOT_JSON:
        return ""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading a file makes no garbage, and the collector takes a tenth of the time to find that out."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


class ReleaseStore:
    """The table ``releases`` of one data file, with ``versions`` and ``trash`` beside it.

    It looks at the file until something is to be changed; then it becomes its one writer. Reading goes past
    TinyDB (100 ms for 10,000 releases against 400), writing through it, and keeps the fields and tables that
    this version does not know. Safe to call from several threads.
    """

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self.path = path
        self._disk = disk
        self._guard = threading.RLock()
        self._storage: JournalStorage | None = None
        self._db: JournalDB | None = None
        self._past: History | None = None
        self._keys: dict[str, str] = {}
        self._all: list[Release] | LargeStock | None = None
        self._report: list[Finding] = []

    def __enter__(self) -> ReleaseStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- opening and closing ------------------------------------------------------------------------------------

    def claim(self, wait: float = 0.0) -> None:
        """Become the one writer, if this is not it yet; ``wait`` so many seconds for another one to end. Raises
        LockedError, ForeignFileError or StoreError."""
        with self._guard:
            if self._storage is None or not self._storage.writable:
                self._load(write=True, wait=wait)

    @property
    def writable(self) -> bool:
        """Whether this is the writer."""
        return self._storage is not None and self._storage.writable

    def _load(self, *, write: bool, wait: float = 0.0) -> JournalStorage:
        look: list[_Found | Columns] = []

        def begin() -> _Found | Columns:
            look[:] = [Columns() if self._large() else _Found()]
            return look[0]

        with _collector_at_rest():
            storage = JournalStorage(self.path, disk=self._disk, write=write, wait=wait, look=begin)
            try:
                self._take(storage, look[0])
            except BaseException:
                storage.abandon()
                raise
        before, self._storage, self._db, self._past = self._storage, storage, None, None
        if before is not None:
            before.abandon()
        if write and storage.edited and storage.tables:
            with suppress(StoreError):  # then the journal goes on from what the other program wrote
                storage.compact()
        self._report = storage.report
        return storage

    def _large(self) -> bool:
        try:
            return self.path.stat().st_size > opening.LARGE
        except OSError:
            return False

    def _take(self, storage: JournalStorage, seen: _Found | Columns | None) -> None:
        """Take over every release, with the document that holds it: those of the base file as they were
        ``seen``, where that was all of it. Raises ForeignFileError."""
        tables = storage.tables
        strange = bool(tables) and TABLE not in tables and not storage.ours
        if strange or not all(map(str.isdecimal, tables.get(TABLE, ()))):
            raise another_program(self.path)
        if isinstance(seen, Columns):
            stock = LargeStock(storage, TABLE, seen if storage.looked else None)
            if tables.get(TABLE) and not stock.keys:
                raise another_program(self.path)
            self._keys, self._all = stock.keys, stock
            return
        found: dict[str, Release | str] = {}
        for key, entry in tables.get(TABLE, {}).items():
            if isinstance(entry, int) and seen is not None and storage.looked:
                found[key] = seen.releases[key]
            else:
                found[key] = _read(storage.document(TABLE, key))
        releases = [release for release in found.values() if isinstance(release, Release)]
        if found and not releases and not any(found.values()):
            raise another_program(self.path)
        self._all = releases
        self._keys = {one.id if isinstance(one, Release) else one: key for key, one in found.items()}
        self._keys.pop("", None)

    def close(self) -> None:
        """Write everything into the base file and let others write. Raises StoreError when that cannot be done:
        nothing is lost then."""
        with self._guard:
            storage, self._storage, self._db, self._past = self._storage, None, None, None
            if storage is not None:
                try:
                    storage.close()
                finally:
                    self._report = storage.report

    def findings(self, *, lost: bool = False) -> list[str]:
        """What was found wrong when the file was opened, while it was open and when it was closed, and what was
        done about it, in sentences; or only where text may be ``lost``."""
        report = self._storage.report if self._storage is not None else self._report
        return [finding.sentence for finding in report if finding.lost or not lost]

    def owner(self) -> str:
        """Who writes now, where that is another program; empty where nobody does."""
        return "" if self.writable else writer(Places.of(self.path))

    def tidy(self, *, idle: bool = False) -> None:
        """Make the base file anew when the journal has grown; ``idle``, when there is anything in it. Notice when
        it was written elsewhere. For a worker. Raises StoreError."""
        storage = self._storage
        if storage is None or not storage.writable or storage.notice():
            return
        if storage.grown or (idle and storage.untidy):
            storage.compact()

    def verify(self) -> list[str]:
        """Check what was believed when a large file was opened, and mend it. For a worker. Returns what was
        found, in sentences. Raises StoreError."""
        storage = self._storage
        if storage is None or storage.checked or storage.verify():
            return []
        with self._guard:
            if isinstance(self._all, LargeStock) and storage.writable:
                self._all.look_again()
                self._keys = self._all.keys
        return self.findings()

    def snapshot(self) -> Snapshot:
        """Everything that is there now, whoever writes. Raises ForeignFileError or StoreError."""
        with self._guard:
            storage = self._storage if self.writable else None
            if storage is None:
                storage = JournalStorage(self.path, disk=self._disk, write=False, check=True)
            if not are_ours(storage.tables):
                raise another_program(self.path)
            return storage.snapshot()

    def replace(self, said: Snapshot) -> int:
        """Make what another data file said everything there is. Returns how many releases there are now. Raises
        StoreError; nothing is changed then."""
        columns = Columns()  # looked up first: once it is done, nothing may fail
        for key, document in said.documents(TABLE):
            columns(TABLE, key, document, 0, len(document))
        with self._guard:
            storage = self._writing()
            storage.replace(said.tables, said.base)
            self._past = self._db = None
            self._keys = columns.keys
            self._all = LargeStock(storage, TABLE, columns) if self._large() else None
            return len(self._keys)

    # -- releases ------------------------------------------------------------------------------------------------

    def all(self) -> list[Release] | LargeStock:
        """Every release; a stock where the file is over 64 MiB. One that this version cannot read is left out,
        and left alone in the file. Not the writer, this looks at the file anew.

        Raises ForeignFileError or StoreError."""
        with self._guard:
            if not self.writable:
                self._load(write=False)
            elif self._all is None and self._storage is not None:
                self._take(self._storage, None)
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
            release = _read(storage.document(TABLE, key)) if key is not None else None
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
                    numbers = self._table(TABLE).insert_multiple(map(to_document, new))
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
                    before = storage.document(TABLE, key)
                except StoreError:
                    before = b"{}"  # damaged: what is said now is worth more
                document = _encode(document_over(_decode(before), release))
                if document != before:
                    put[key] = msgspec.Raw(document)
        return Changes(put={TABLE: put} if put else {})

    def sync(self) -> None:
        """Make everything that was kept durable. Raises StoreError."""
        storage = self._storage
        if storage is not None and storage.writable:
            storage.sync()

    def _writing(self) -> JournalStorage:
        """The storage, to be changed."""
        self.claim(PATIENCE)
        assert self._storage is not None
        if not isinstance(self._all, LargeStock):
            self._all = None  # what was read when it was opened is old from here on
        return self._storage

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
            stored: dict[str, Any] = dict(self._table(TABLE).get(doc_id=int(key)) or {}) if key is not None else {}
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
                document = self._table(TABLE).get(doc_id=int(key))
                thrown = {"id": identifier, "time": time.isoformat(), "who": clean_line(who), "document": document}
                self._table(TRASH).insert(thrown)
            self._table(TABLE).remove(doc_ids=[int(key) for key in keys.values()])
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
                    release = _read(_encode(thrown.get("document")))
                    if isinstance(release, str) or release.id not in wanted or release.id in {*self._keys, *back}:
                        continue
                    back[release.id] = str(self._table(TABLE).insert(thrown["document"])), release
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
