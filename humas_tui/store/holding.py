"""The data file of a newsroom, opened and closed, looked after, and looked at whole."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from ..errors import StoreError
from ..model import Release
from . import opening
from .content import RELEASES, another_program, are_ours
from .disk import Disk
from .findings import Finding
from .journalled import JournalStorage
from .lock import writer
from .places import Places
from .snapshot import Snapshot
from .stock import Columns, LargeStock
from .taking import Found, collector_at_rest, take_over

if TYPE_CHECKING:
    from .history import History
    from .table import JournalDB

PATIENCE: Final = 5.0  # seconds: a command that writes at the same time is done by then


class Holding:
    """A data file, which is looked at until something is to be changed; then this becomes its one writer."""

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

    def __enter__(self) -> Self:
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
        look: list[Found | Columns] = []

        def begin() -> Found | Columns:
            look[:] = [Columns() if self._large() else Found()]
            return look[0]

        with collector_at_rest():
            storage = JournalStorage(self.path, disk=self._disk, write=write, wait=wait, look=begin)
            try:
                self._all, self._keys = take_over(storage, self.path, look[0])
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

    def _writing(self) -> JournalStorage:
        """The storage, to be changed."""
        self.claim(PATIENCE)
        assert self._storage is not None
        if not isinstance(self._all, LargeStock):
            self._all = None  # what was read when it was opened is old from here on
        return self._storage

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
        for key, document in said.documents(RELEASES):
            columns(RELEASES, key, document, 0, len(document))
        with self._guard:
            storage = self._writing()
            storage.replace(said.tables, said.base)
            self._past = self._db = None
            self._keys = columns.keys
            self._all = LargeStock(storage, RELEASES, columns) if self._large() else None
            return len(self._keys)
