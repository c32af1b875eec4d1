"""The storage of the data file: a change costs the changed document alone. TinyDB stands on it (``table``); it
does not need TinyDB, which takes 30 ms to import.

The base file is ordinary TinyDB JSON. A change is appended to a segment of the journal and synced; only then
is it called kept. The base file is made anew when the program ends, and when the journal has grown. Order of
that, each step durable before the next: new segment for the changes from here on; new base file, read back
and compared; its name; the segments that are in it put aside.
"""

from __future__ import annotations

import os
import platform
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import msgspec

from ..errors import StoreError, UnwritableError, system_reason
from ..i18n import _
from .base import META, Base, DamagedDocumentError, Look, Meta
from .content import document_of
from .disk import CREATE, Disk, remove, write_all
from .findings import Finding, names_of
from .journal import Changes, Entry, Header, Tables, header_line, new_header, record_line
from .lock import Lock
from .opening import is_as_it_was, open_state
from .places import CONFLICT, Places
from .rewriting import keep, publish, put_aside, retire, sweep, write_base
from .snapshot import Snapshot, content_of
from .state import State

#: The base file is made anew when the journal is so large: some hours of writing.
JOURNAL_LIMIT: Final = 32 << 20
#: So many bytes behind the last record of a segment are filled with zeros when they are reached, some forty saves
#: ahead: a sync of bytes that the file has already need not write down its new size too, and takes half the time
#: (0.09 ms against 0.19, ext4). SQLite's log, written over from its beginning, has the same advantage.
AHEAD: Final = 128 << 10
TRIES: Final = 20
#: Only looked at, a journal that seems torn is looked at so often: another program may be writing to it.
LOOKS: Final = 3
MIDWAY: Final = frozenset({"record-torn", "record-damaged", "records-missing"})
#: So many of the base files that one was made from are named in it: one that comes back from another computer is a
#: few generations ahead at most.
LINEAGE: Final = 50
NOTHING: Final = Changes()

_decode = msgspec.json.Decoder().decode


class JournalStorage:
    """One data file, open. As its only writer (LockedError otherwise), or with ``write=False`` to look at it as
    it is now, whoever writes. Safe to call from several threads.

    Errors are of the StoreError branch; after one the state is what was acknowledged before. ``report`` holds
    what opening found, ``ours`` whether this program ever wrote to the file. ``look`` sees every document of the
    base file as it is opened."""

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
        self.places = Places.of(Path(path))
        self.disk = disk or Disk()
        self.writable = write
        self._guard = threading.RLock()  # the state and the segment
        self._syncing = threading.RLock()  # taken before the guard
        self._tidying = threading.RLock()  # taken before both
        self._descriptor = -1
        self._size = self._last = 0  # where the records of the segment end, and where the last one begins
        self._filled = 0  # where the zeros behind them end
        self._finished: list[int] = []
        self._broken = False
        self._unsynced: list[tuple[int, Changes]] = []
        self._synced = True
        self._batch: Changes | None = None
        self._since: list[Changes] | None = None
        self._undoing: list[Callable[[], None]] = []
        self._header: Header = Header(b"", "", "", 0, "")
        self._token = secrets.token_hex(4)
        self._mark: tuple[int, ...] | None = None  # of the base file as it was read or written
        self._closed = False
        self._lock = Lock(self.places, wait) if lock and write else None
        try:
            self._load(look, check)
        except BaseException:
            self.abandon()
            raise

    def _load(self, look: Callable[[], Look] | None, check: bool) -> None:
        with self._telling():
            state = self._open(look, check)
        self._view: tuple[Tables, Base | None] = state.tables, state.base
        self.report = state.report if self.writable else [finding.not_done() for finding in state.report]
        self.sequence = self._durable = state.sequence
        self.checked = state.checked
        self.looked = state.sound and state.base is not None
        self.edited = state.edited
        self._database, self._generation, self._kept = state.database, state.generation, state.kept
        self.ours = state.ours
        self._stamp, self._lineage, self._beside = state.stamp, state.lineage, state.beside
        self._sound, self._rewrite, self._journal_size = state.sound, state.rewrite, state.journal_size
        with self._telling():
            names = self.disk.names(self.places.folder)
        numbers = [*self.places.numbers(names, ".j"), *self.places.numbers(names, ".bak.j")]
        self._number = max(numbers, default=0)
        self._size = self._last = self._filled = 0
        if self.writable:
            with self._telling():
                self.report += put_aside(self.disk, self.places, state)
                self.report += sweep(self.disk, self.places)
                if self.ours:
                    self.disk.restrict(self.places.base)
                    self.disk.restrict(self.places.before)
            if self._rewrite:
                self._renew(twice=state.forked)

    def _open(self, look: Callable[[], Look] | None, check: bool) -> State:
        """Another program may tidy up or write meanwhile: again, until nothing has changed or gone away."""
        for time in range(TRIES):
            self._mark = self._base_mark()
            try:
                state = open_state(self.disk, self.places, look() if look else None, check=check)
            except FileNotFoundError:
                continue
            if self._base_mark() == self._mark and (time >= LOOKS or not self._may_be_midway(state)):
                return state
            state.close()
        raise StoreError(file=self.places.base, reason=_("another program is writing to it"))

    def _may_be_midway(self, state: State) -> bool:
        """Whether what looks torn may be a save that another program is just writing."""
        return not self.writable and any(finding.code in MIDWAY for finding in state.report)

    def _base_mark(self) -> tuple[int, ...] | None:
        try:
            return self.disk.mark(self.places.base)
        except FileNotFoundError:
            return None

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            kind = UnwritableError if self.writable else StoreError
            raise kind(file=self.places.base, reason=system_reason(error)) from error

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def tables(self) -> Tables:
        """The documents as they lie in memory, or their places in the base file. Not to be changed."""
        return self._view[0]

    def document(self, table: str, key: str) -> bytes:
        """The JSON of a document. Raises KeyError, or StoreError when it is damaged."""
        tables, base = self._view
        return self._content(base, key, tables[table][key])

    def _content(self, base: Base | None, key: str, entry: Entry) -> bytes:
        return content_of(self.places.base, base, key, entry)

    def entries(self, table: str) -> tuple[Base | None, dict[str, Entry]]:
        """The documents of a table as they lie in memory, or their places in the base file that goes with them."""
        with self._guard:
            tables, base = self._view
            return base, dict(tables.get(table, {}))

    def documents(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Every document of a table, by key, as it is when this begins."""
        base, entries = self.entries(table)
        return ((key, self._content(base, key, entry)) for key, entry in entries.items())

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Everything, decoded: what TinyDB's own table and its middlewares work with. None for no file."""
        with self._guard:
            names = list(self.tables)
            if not names and self._view[1] is None and not self.sequence:
                return None
            return {name: {key: _decode(content) for key, content in self.documents(name)} for name in names}

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Make ``data`` everything there is, in its order; what did not change costs nothing on the disk. Raises
        TypeError or ValueError for what JSON cannot hold, too."""
        with self._guard:
            changes = Changes(clear=[name for name in self.tables if name not in data])
            for name, documents in data.items():
                new = {str(key): document_of(document) for key, document in documents.items()}
                there = dict(self.documents(name))
                stays = _in_place(list(there), list(new))
                put = {key: msgspec.Raw(one) for key, one in new.items() if key not in stays or there[key] != one}
                gone = [key for key in there if key not in stays]
                if put or name not in self.tables:
                    changes.put[name] = put
                if gone:
                    changes.drop[name] = gone
            if changes != NOTHING:
                self.commit(changes)

    # -- changing ----------------------------------------------------------------------------------------------

    def commit(self, changes: Changes) -> None:
        """Do this as one transaction; durable when it returns, unless inside ``unsynced`` or ``transaction``."""
        if not self.writable:
            raise UnwritableError(file=self.places.base, reason=_("it was opened for reading only"))
        if self._closed:
            raise ValueError("the storage was closed")
        if META in changes.put:
            raise ValueError(f"the table {META} is the storage's own")
        with self._guard:
            if self._batch is not None:
                self._undoing.append(self._apply(changes))
                self._batch.add(changes)
                return
            undo = self._append(changes, self._apply) if changes != NOTHING else None
            sequence, synced = self.sequence, self._synced
        if synced and undo is not None:
            self._sync_or(undo, sequence)
        elif synced:
            self.sync()

    @contextmanager
    def unsynced(self) -> Iterator[None]:
        """Changes inside survive the end of the program at once, the loss of power only after ``sync``."""
        with self._guard:
            before, self._synced = self._synced, False
            try:
                yield
            finally:
                self._synced = before

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All the changes inside, or none of them."""
        with self._guard:
            if self._batch is not None:
                yield
                return
            self._batch, self._undoing = Changes(), []
            try:
                yield
                changes = self._batch
                undoing = list(reversed(self._undoing))

                def undo() -> None:
                    for step in undoing:
                        step()

                if changes != NOTHING:
                    self._append(changes, lambda _changes: undo)
            except BaseException:
                for step in reversed(self._undoing):
                    step()
                raise
            finally:
                self._batch, self._undoing = None, []
            sequence, synced = self.sequence, self._synced
        if synced and changes != NOTHING:
            self._sync_or(undo, sequence)

    def _append(self, changes: Changes, apply: Callable[[Changes], Callable[[], None]]) -> Callable[[], None]:
        """Write the record, then change the state. Returns what takes the change of the state back."""
        with self._telling():
            if self._descriptor < 0 or self._broken:
                self._begin_segment()
            line = record_line(self._header.salt, self.sequence + 1, changes)
            try:
                write_all(self.disk, self._descriptor, [line], self._size)
            except OSError:
                with suppress(OSError):
                    self.disk.truncate(self._descriptor, self._size)
                self._broken = True  # the rest of a record would swallow the next one
                raise
        self._last = self._size
        self._size += len(line)
        if self._size > self._filled:
            self._filled = self._fill_ahead(self._descriptor, self._size)
        self._journal_size += len(line)
        self.sequence += 1
        self._unsynced.append((self.sequence, changes))
        if self._since is not None:
            self._since.append(changes)
        return apply(changes)

    def _fill_ahead(self, descriptor: int, size: int) -> int:
        """Fill the next part of a segment with zeros; returns where they end. Where there is no room for them,
        there may still be for a record."""
        with suppress(OSError):
            write_all(self.disk, descriptor, [bytes(AHEAD)], size)
        return size + AHEAD

    def _apply(self, changes: Changes) -> Callable[[], None]:
        tables = self.tables
        undo = changes.apply_for_now(tables)

        def undo_here() -> None:
            if self.tables is tables:  # otherwise the base file was made anew meanwhile, and has it
                undo()

        return undo_here

    def _begin_segment(self) -> None:
        """A segment of our own: never one that an earlier run wrote to, or that a write or sync has failed on.
        What was not synced stands in it again."""
        header = new_header(self._database, self._token, self._durable, self._stamp)
        self._number += 1
        path = self.places.segment(self._number)
        descriptor = self.disk.open(path, CREATE)
        try:
            pieces = [header_line(header), *(record_line(header.salt, *record) for record in self._unsynced)]
            size = write_all(self.disk, descriptor, pieces)
            filled = size if self._broken else self._fill_ahead(descriptor, size)  # a full disk breaks it first
            self.disk.sync(descriptor)
            self.disk.sync_folder(self.places.folder)
        except OSError:
            self.disk.close(descriptor)
            with suppress(OSError):
                self.disk.unlink(path)
            raise
        if self._descriptor >= 0:
            self._finished.append(self._descriptor)
        self._descriptor, self._header, self._broken = descriptor, header, False
        self._size, self._filled = size, filled
        self._durable = self.sequence
        self._unsynced.clear()

    def sync(self) -> None:
        """Make every change durable. Raises UnwritableError; the changes stay, and are tried again."""
        with self._syncing:
            with self._guard:
                if not self._unsynced:
                    return
                descriptor, sequence = self._descriptor, self.sequence
                if self._broken:
                    with self._telling():
                        self._begin_segment()
                    return
            try:
                self.disk.sync(descriptor)
            except OSError:
                # The system may have forgotten what it could not write: asking again on this file proves nothing.
                with self._guard, self._telling():
                    if descriptor == self._descriptor:
                        self._broken = True
                        self._begin_segment()
                        self.report.append(Finding("sync-failed", self.places.base.name))
            else:
                with self._guard:
                    self._durable = max(self._durable, sequence)
                    self._unsynced = [record for record in self._unsynced if record[0] > self._durable]
            with self._guard:
                while self._finished:
                    with suppress(OSError):
                        self.disk.close(self._finished.pop())

    def _sync_or(self, undo: Callable[[], None], sequence: int) -> None:
        try:
            self.sync()
        except StoreError:
            with self._guard:
                if self.sequence == sequence and self._unsynced and self._unsynced[-1][0] == sequence:
                    undo()
                    self._unsynced.pop()
                    if self._since:
                        self._since.pop()
                    self.sequence -= 1
                    self._broken = True  # the next segment declares the record void, should it still be there
                    with suppress(OSError):
                        self.disk.truncate(self._descriptor, self._last)
            raise

    # -- the base file -------------------------------------------------------------------------------------------

    @property
    def grown(self) -> bool:
        """Whether the journal has grown so much that the base file should be made anew."""
        return self._journal_size > JOURNAL_LIMIT

    @property
    def journal_size(self) -> int:
        """How many bytes the journal has."""
        return self._journal_size

    @property
    def untidy(self) -> bool:
        """Whether there is something that the base file does not have."""
        return self.sequence > self._kept

    def notice(self) -> bool:
        """Whether the base file was written or replaced from elsewhere since it was opened, which ``report`` tells
        then. It is left as it is until this one is closed: both are put together then. Raises StoreError."""
        with self._telling():
            mark = self._base_mark()
            if mark is None or mark == self._mark:
                return False
            if is_as_it_was(self.disk, self.places, self._stamp):
                self._mark = mark  # only its time has changed, or a copy of it took its place
                return False
        if not any(finding.code == "elsewhere" for finding in self.report):
            self.report.append(Finding("elsewhere", self.places.base.name))
        return True

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
        with self._syncing, self._guard, self._telling():
            if self._descriptor >= 0 and not final:
                self._begin_segment()
            current = self._number if self._descriptor >= 0 and not final else self._number + 1
            tables, base = self._view
            snapshot = {name: dict(documents) for name, documents in tables.items()}
            meta = self._next_meta()
            self._since = []
        try:
            with self._telling():
                fresh_base, fresh = write_base(self.disk, self.places, snapshot, base, meta)
                with self._guard:
                    if self.notice():
                        fresh_base.close()
                        remove(self.disk, self.places.new)
                        return
                    for changes in self._since:
                        changes.apply(fresh)
                    if os.name == "nt" and base is not None:
                        base.close()  # Windows gives no name away that is open
                    try:
                        publish(self.disk, self.places, keep_before=self._sound)
                        self.disk.restrict(self.places.before)  # it may be another program's file
                    except OSError:
                        with suppress(OSError):  # the new file may have the name already: it is ours
                            self._mark = self._base_mark()
                        raise
                    self._published(meta, fresh, fresh_base)
                retire(self.disk, self.places, current, forget=self._sound)
        finally:
            self._since = None
        self._sound, self._rewrite, self._beside = True, False, {}

    def _next_meta(self) -> Meta:
        return Meta(
            database=self._database,
            generation=self._generation + 1,
            sequence=self.sequence,
            stamp=secrets.token_hex(8),
            before=self._lineage[:LINEAGE],
            token=self._token,
            openings=self._beside | {self._token: self.sequence},
            host=platform.node().encode("ascii", "replace").decode(),
        )

    def _published(self, meta: Meta, tables: Tables, base: Base) -> None:
        self._view = tables, base
        self._mark = self.disk.mark(base.descriptor)
        self._generation, self._kept, self._stamp = meta.generation, meta.sequence, meta.stamp
        self._lineage = [meta.stamp, *meta.before]
        self._journal_size = self._size
        self.edited = False
        if self._lock is not None:
            self._lock.follow(self.places.base)

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

    def _damaged(self, table: str) -> Iterator[str]:
        """The keys of the documents of the base file that are not what was written."""
        base, entries = self.entries(table)
        for key, entry in entries.items():
            if isinstance(entry, int) and base is not None:
                try:
                    base.document(key, entry)
                except DamagedDocumentError:
                    yield key

    def _mend(self) -> None:
        with self._tidying, self._syncing, self._guard:
            if self._closed:
                return
            self.sync()
            descriptor, self._descriptor = self._descriptor, -1
            if descriptor >= 0:
                self.disk.close(descriptor)
            self._load(None, check=True)

    def replace(self, tables: Tables, base: Base | None = None) -> None:
        """Make these documents (their JSON, or their places in ``base``) everything there is, in one step. The old
        file is the one before. Raises StoreError; nothing is changed then."""
        with self._tidying, self._syncing, self._guard:
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

    def snapshot(self) -> Snapshot:
        """Everything that is there now, to be read at leisure."""
        with self._guard:
            tables, base = self._view
            copied = {name: dict(documents) for name, documents in tables.items()}
            meta = self._next_meta()
        return Snapshot(self.places.base, copied, base, meta)

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
                retire(self.disk, self.places, self._number + 1, forget=False)

    def abandon(self) -> None:
        """Let the file go as it is: what the base file does not have is in the journal."""
        self._closed = True
        for descriptor in (*self._finished, self._descriptor):
            if descriptor >= 0:
                with suppress(OSError):
                    self.disk.close(descriptor)
        self._finished, self._descriptor = [], -1
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _in_place(there: list[str], wanted: list[str]) -> set[str]:
    """Which keys may stay where they stand for the ``wanted`` order to come of it; the others are taken away, and
    put behind these in their order."""
    new = set(wanted)
    kept = [key for key in there if key in new]
    count = next((at for at, key in enumerate(kept) if wanted[at] != key), len(kept))
    return set(kept[:count])
