"""A data file that is open to be looked at: what was found in it, document by document."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import StoreError, UnwritableError, system_reason
from ..i18n import _
from .base import Base, DamagedDocumentError, Look
from .descent import Descent
from .disk import Disk
from .findings import Finding
from .journal import Entry, Tables
from .opening import is_as_it_was, open_state
from .places import Places
from .snapshot import content_of
from .state import State

TRIES: Final = 20
#: Only looked at, a journal that seems torn is looked at so often: another program may be writing to it.
LOOKS: Final = 3
MIDWAY: Final = frozenset({"record-torn", "record-damaged", "records-missing"})


class Looking:
    """What a data file said when it was opened; ``writable``, whether it may become another.

    ``report`` holds what opening found, ``ours`` whether this program ever wrote to the file, ``edited`` whether
    another one did last, ``checked`` whether every checksum was compared, and ``looked`` whether ``look`` saw
    every document of the base file."""

    def __init__(self, path: Path, disk: Disk | None, *, write: bool) -> None:
        self.places = Places.of(path)
        self.disk = disk or Disk()
        self.writable = write
        self.report: list[Finding] = []
        self._guard = threading.RLock()  # the documents and what is appended
        self._descent = Descent()
        self._view: tuple[Tables, Base | None] = {}, None
        self._mark: tuple[int, ...] | None = None  # of the base file as it was read or written
        self.ours = self.edited = self.looked = False
        self.checked = True

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            kind = UnwritableError if self.writable else StoreError
            raise kind(file=self.places.base, reason=system_reason(error)) from error

    # -- opening -----------------------------------------------------------------------------------------------

    def _read(self, look: Callable[[], Look] | None, *, check: bool) -> State:
        """Open the file and take over what it says. Raises StoreError."""
        with self._telling():
            state = self._open(look, check)
        self._view = state.tables, state.base
        self.report = state.report if self.writable else [finding.not_done() for finding in state.report]
        self.ours, self.edited, self.checked = state.ours, state.edited, state.checked
        self.looked = state.sound and state.base is not None
        self._descent.take_up(state)
        return state

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

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def tables(self) -> Tables:
        """The documents as they lie in memory, or their places in the base file. Not to be changed."""
        return self._view[0]

    def document(self, table: str, key: str) -> bytes:
        """The JSON of a document. Raises KeyError, or StoreError when it is damaged."""
        tables, base = self._view
        return content_of(self.places.base, base, key, tables[table][key])

    def entries(self, table: str) -> tuple[Base | None, dict[str, Entry]]:
        """The documents of a table as they lie in memory, or their places in the base file that goes with them."""
        with self._guard:
            tables, base = self._view
            return base, dict(tables.get(table, {}))

    def documents(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Every document of a table, by key, as it is when this begins."""
        base, entries = self.entries(table)
        return ((key, content_of(self.places.base, base, key, entry)) for key, entry in entries.items())

    def _damaged(self, table: str) -> Iterator[str]:
        """The keys of the documents of the base file that are not what was written. Raises OSError."""
        base, entries = self.entries(table)
        for key, entry in entries.items():
            if isinstance(entry, int) and base is not None:
                try:
                    base.document(key, entry)
                except DamagedDocumentError:
                    yield key

    def notice(self) -> bool:
        """Whether the base file was written or replaced from elsewhere since it was opened, which ``report`` tells
        then. It is left as it is until this one is closed: both are put together then. Raises StoreError."""
        with self._telling():
            mark = self._base_mark()
            if mark is None or mark == self._mark:
                return False
            if is_as_it_was(self.disk, self.places, self._descent.stamp):
                self._mark = mark  # only its time has changed, or a copy of it took its place
                return False
        if not any(finding.code == "elsewhere" for finding in self.report):
            self.report.append(Finding("elsewhere", self.places.base.name))
        return True
