"""Changes of a data file: each is a transaction, which is one record of the journal, and durable in two steps.

Appended, a record survives the end of the program; synced, the loss of power. A pause in typing waits for the
first only (``unsynced``), and the second follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec

from ..errors import StoreError, UnwritableError
from ..i18n import _
from .appending import Appender
from .base import META
from .content import document_of
from .disk import Disk
from .findings import Finding
from .journal import Changes
from .looking import Looking

NOTHING: Final = Changes()

_decode = msgspec.json.Decoder().decode


class Changing(Looking):
    """A data file whose documents can be changed. After an error the state is what was acknowledged before."""

    def __init__(self, path: Path, disk: Disk | None, *, write: bool) -> None:
        super().__init__(path, disk, write=write)
        self._journal = Appender(self.disk, self.places, self._descent, self._guard)
        self._synced = True
        self._batch: Changes | None = None
        self._undoing: list[Callable[[], None]] = []
        self._since: list[Changes] | None = None  # while the base file is made anew
        self._closed = False

    @property
    def sequence(self) -> int:
        """The last record of all."""
        return self._journal.sequence

    # -- as TinyDB has it: everything at once ------------------------------------------------------------------

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

    # -- step by step ------------------------------------------------------------------------------------------

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
            self._journal.append(changes)
        if self._since is not None:
            self._since.append(changes)
        return apply(changes)

    def _apply(self, changes: Changes) -> Callable[[], None]:
        tables = self.tables
        undo = changes.apply_for_now(tables)

        def undo_here() -> None:
            if self.tables is tables:  # otherwise the base file was made anew meanwhile, and has it
                undo()

        return undo_here

    def sync(self) -> None:
        """Make every change durable. Raises UnwritableError; the changes stay, and are tried again."""
        with self._telling():
            if not self._journal.sync():
                self.report.append(Finding("sync-failed", self.places.base.name))

    def _sync_or(self, undo: Callable[[], None], sequence: int) -> None:
        try:
            self.sync()
        except StoreError:
            with self._guard:
                if self._journal.withdraw(sequence):
                    undo()
                    if self._since:
                        self._since.pop()
            raise


def _in_place(there: list[str], wanted: list[str]) -> set[str]:
    """Which keys may stay where they stand for the ``wanted`` order to come of it; the others are taken away, and
    put behind these in their order."""
    new = set(wanted)
    kept = [key for key in there if key in new]
    count = next((at for at, key in enumerate(kept) if wanted[at] != key), len(kept))
    return set(kept[:count])
