"""The storage of the data file: a change costs the changed document alone. TinyDB stands on it (``table``); it
does not need TinyDB, which takes 30 ms to import.

The base file is ordinary TinyDB JSON. A change is appended to a segment of the journal (``appending``) and synced;
only then is it called kept. The base file is made anew when the program ends, and when the journal has grown.
Order of that, each step durable before the next: new segment for the changes from here on; new base file, read
back and compared; its name; the segments that are in it put aside.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from ..errors import StoreError
from .base import Base, Look, Meta
from .changing import Changing
from .disk import Disk, remove
from .findings import Finding, names_of
from .journal import Changes, Tables
from .lock import Lock
from .places import CONFLICT
from .rewriting import keep, publish, put_aside, retire, sweep, write_base
from .snapshot import Snapshot

#: The base file is made anew when the journal is so large: some hours of writing.
JOURNAL_LIMIT: Final = 32 << 20


class JournalStorage(Changing):
    """One data file, open. As its only writer (LockedError otherwise), or with ``write=False`` to look at it as
    it is now, whoever writes. Safe to call from several threads.

    Errors are of the StoreError branch; after one the state is what was acknowledged before. ``look`` sees every
    document of the base file as it is opened."""

    def __init__(
        self,
        path: Path | str,
        *,
        disk: Disk | None = None,
        lock: bool = True,
        wait: float = 0.0,
        write: bool = True,
        look: Callable[[], Look] | None = None,
        check: bool = False,
    ) -> None:
        super().__init__(Path(path), disk, write=write)
        self._tidying = threading.RLock()  # taken before ``_journal.syncing``, and that before ``_guard``
        self._lock = Lock(self.places, wait) if lock and write else None
        try:
            self._load(look, check=check)
        except BaseException:
            self.abandon()
            raise

    def _load(self, look: Callable[[], Look] | None, *, check: bool) -> None:
        state = self._read(look, check=check)
        self._sound, self._rewrite = state.sound, state.rewrite
        with self._telling():
            names = self.disk.names(self.places.folder)
        numbers = [*self.places.numbers(names, ".j"), *self.places.numbers(names, ".bak.j")]
        self._journal.take_up(state.sequence, state.journal_size, max(numbers, default=0))
        if self.writable:
            with self._telling():
                self.report += put_aside(self.disk, self.places, state)
                self.report += sweep(self.disk, self.places)
                if self.ours:
                    self.disk.restrict(self.places.base)
                    self.disk.restrict(self.places.before)
            if self._rewrite:
                self._renew(twice=state.forked)

    # -- the base file made anew -------------------------------------------------------------------------------

    @property
    def grown(self) -> bool:
        """Whether the journal has grown so much that the base file should be made anew."""
        return self.journal_size > JOURNAL_LIMIT

    @property
    def journal_size(self) -> int:
        """How many bytes the journal has."""
        return self._journal.size

    @property
    def untidy(self) -> bool:
        """Whether there is something that the base file does not have."""
        return self.sequence > self._descent.kept

    def compact(self) -> None:
        """Make the base file anew, unless it was written elsewhere meanwhile. Changes go on meanwhile. Raises
        StoreError; nothing is lost then."""
        with self._tidying:
            if not self._closed and not self.notice():  # closed, its lock may be another program's by now
                self._compact(final=False)

    def _renew(self, *, twice: bool) -> None:
        """Make the base file anew as it was just opened; ``twice``, where the file before does not lead to it: it
        does so then."""
        with self._tidying:
            for _time in range(1 + twice):
                self._compact(final=False)

    def _compact(self, *, final: bool) -> None:
        self.sync()
        with self._journal.syncing, self._guard, self._telling():
            goes_on = self._journal.begun and not final
            if goes_on:
                self._journal.begin()
            current = self._journal.number if goes_on else self._journal.number + 1
            now = self.snapshot()
            self._since = []
        try:
            with self._telling():
                base, tables = write_base(self.disk, self.places, now.tables, now.base, now.meta)
                with self._guard:
                    if self.notice():
                        base.close()
                        remove(self.disk, self.places.new)
                        return
                    for changes in self._since:
                        changes.apply(tables)
                    self._publish(now, base, tables)
                retire(self.disk, self.places, current, forget=self._sound)
        finally:
            self._since = None
        self._sound, self._rewrite = True, False
        self._descent.forget_openings()

    def _publish(self, old: Snapshot, base: Base, tables: Tables) -> None:
        """Let the new file take the old one's name. Raises OSError."""
        if os.name == "nt" and old.base is not None:
            old.base.close()  # Windows gives no name away that is open
        try:
            publish(self.disk, self.places, keep_before=self._sound)
            self.disk.restrict(self.places.before)  # it may be another program's file
        except OSError:
            with suppress(OSError):  # the new file may have the name already: it is ours
                self._mark = self._base_mark()
            raise
        self._published(old.meta, base, tables)

    def _published(self, meta: Meta, base: Base, tables: Tables) -> None:
        self._view = tables, base
        self._mark = self.disk.mark(base.descriptor)
        self._descent.succeed(meta)
        self._journal.base_made()
        self.edited = False
        if self._lock is not None:
            self._lock.follow(self.places.base)

    def snapshot(self) -> Snapshot:
        """Everything that is there now, to be read at leisure."""
        with self._guard:
            tables, base = self._view
            copied = {name: dict(documents) for name, documents in tables.items()}
            return Snapshot(self.places.base, copied, base, self._descent.next(self.sequence))

    # -- the base file held against what it was ----------------------------------------------------------------

    def verify(self) -> bool:
        """Hold every document of the base file against its checksum; where one does not fit, open the file once
        more and make it anew; where this may not write, tell it in ``report``. Returns whether all were right.
        Takes a second for 100,000. Raises StoreError."""
        with self._telling():
            damaged = [key for table in list(self.tables) for key in self._damaged(table)]
        if damaged and self.writable:
            self._mend()
        elif damaged:
            names = names_of([f"#{key}" for key in damaged])
            self.report.append(
                Finding("document-damaged", self.places.base.name, lost=True, count=len(damaged), details=names)
            )
        self.checked = True
        return not damaged

    def _mend(self) -> None:
        with self._tidying, self._journal.syncing, self._guard:
            if not self._closed:
                self.sync()
                self._journal.leave()
                self._load(None, check=True)

    def replace(self, tables: Tables, base: Base | None = None) -> None:
        """Make these documents (their JSON, or their places in ``base``) everything there is, in one step. The old
        file is the one before. Raises StoreError; nothing is changed then."""
        with self._tidying, self._journal.syncing, self._guard:
            # A record of its own, with nothing in it: whichever of both files has the name after a failure, what
            # is kept from here on is newer than it.
            self.commit(Changes(put={next(iter(self.tables), "releases"): {}}, breach=True))
            before = self._view
            self._view = {name: dict(documents) for name, documents in tables.items()}, base
            try:
                if self.notice():
                    with self._telling():
                        keep(self.disk, self.places, self.places.base, CONFLICT)
                        self._mark = self._base_mark()
                self.compact()
            except BaseException:
                self._view, self._rewrite = before, True
                with suppress(StoreError):  # the new file may have the name already
                    self.compact()
                raise
            self.looked = False

    # -- the end -----------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Write everything into the base file and let others write. Raises StoreError when that cannot be done;
        nothing is lost then, and the next opening does it."""
        try:
            if self.writable and not self._closed:
                with self._tidying:
                    self._close()
        finally:
            self.abandon()

    def _close(self) -> None:
        self.sync()
        if self.untidy and self.notice():
            self._mend()
        with self._telling():
            segments = self.places.numbers(self.disk.names(self.places.folder), ".j")
        if self.untidy or self._rewrite:
            self._compact(final=True)
        elif segments:
            with self._telling():
                retire(self.disk, self.places, self._journal.number + 1, forget=False)

    def abandon(self) -> None:
        """Let the file go as it is: what the base file does not have is in the journal."""
        self._closed = True
        self._journal.leave()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
