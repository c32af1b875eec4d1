"""The journal where it grows: records are appended to a segment, which is synced."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Final

from .descent import Descent
from .disk import CREATE, Disk, write_all
from .journal import Changes, Header, header_line, new_header, record_line
from .places import Places

#: So many bytes behind the last record of a segment are filled with zeros when they are reached, some forty saves
#: ahead: a sync of bytes that the file has already need not write down its new size too, and takes half the time
#: (0.09 ms against 0.19, ext4). SQLite's log, written over from its beginning, has the same advantage.
AHEAD: Final = 128 << 10


class Appender:
    """Appends to a segment of its own, begun with the first record. Who calls holds ``guard``, but for ``sync``,
    which takes it (after ``syncing``) when it is not waiting for the disk. Raises OSError.

    ``sequence`` is the last record that was appended, ``size`` how many bytes the journal has, and ``number`` that
    of the last segment."""

    def __init__(self, disk: Disk, places: Places, descent: Descent, guard: threading.RLock) -> None:
        self.sequence = self.size = self.number = 0
        self.syncing = threading.RLock()
        self._guard = guard
        self._disk = disk
        self._places = places
        self._descent = descent
        self._durable = 0  # the last record that is
        self._descriptor = -1
        self._end = self._last = 0  # where the records of the segment end, and where the last one begins
        self._filled = 0  # where the zeros behind them end
        self._finished: list[int] = []
        self._broken = False
        self._unsynced: list[tuple[int, Changes]] = []
        self._header: Header = Header(b"", "", "", 0, "")

    def take_up(self, sequence: int, size: int, number: int) -> None:
        """Go on behind what was opened."""
        self.sequence = self._durable = sequence
        self.size, self.number = size, number
        self._end = self._last = self._filled = 0

    @property
    def begun(self) -> bool:
        """Whether there is a segment of its own."""
        return self._descriptor >= 0

    def append(self, changes: Changes) -> None:
        """Write the next record. Raises TypeError or UnicodeEncodeError for what JSON cannot hold, too."""
        if self._descriptor < 0 or self._broken:
            self.begin()
        line = record_line(self._header.salt, self.sequence + 1, changes)
        try:
            write_all(self._disk, self._descriptor, [line], self._end)
        except OSError:
            with suppress(OSError):
                self._disk.truncate(self._descriptor, self._end)
            self._broken = True  # the rest of a record would swallow the next one
            raise
        self._last = self._end
        self._end += len(line)
        if self._end > self._filled:
            self._filled = self._fill_ahead(self._descriptor, self._end)
        self.size += len(line)
        self.sequence += 1
        self._unsynced.append((self.sequence, changes))

    def _fill_ahead(self, descriptor: int, end: int) -> int:
        """Fill the next part of a segment with zeros; returns where they end. Where there is no room for them,
        there may still be for a record."""
        with suppress(OSError):
            write_all(self._disk, descriptor, [bytes(AHEAD)], end)
        return end + AHEAD

    def begin(self) -> None:
        """A segment of our own: never one that an earlier run wrote to, or that a write or sync has failed on.
        What was not synced stands in it again."""
        header = new_header(self._descent.database, self._descent.token, self._durable, self._descent.stamp)
        self.number += 1
        path = self._places.segment(self.number)
        descriptor = self._disk.open(path, CREATE)
        try:
            pieces = [header_line(header), *(record_line(header.salt, *record) for record in self._unsynced)]
            end = write_all(self._disk, descriptor, pieces)
            filled = end if self._broken else self._fill_ahead(descriptor, end)  # a full disk breaks it first
            self._disk.sync(descriptor)
            self._disk.sync_folder(self._places.folder)
        except OSError:
            self._disk.close(descriptor)
            with suppress(OSError):
                self._disk.unlink(path)
            raise
        if self._descriptor >= 0:
            self._finished.append(self._descriptor)
        self._descriptor, self._header, self._broken = descriptor, header, False
        self._end, self._filled = end, filled
        self._durable = self.sequence
        self._unsynced.clear()

    def sync(self) -> bool:
        """Make every record durable; they stay where that fails, and are tried again. Returns whether all went
        well: where the disk refused, they stand in a new segment."""
        well = True
        with self.syncing:
            with self._guard:
                if not self._unsynced:
                    return well
                descriptor, sequence = self._descriptor, self.sequence
                if self._broken:
                    self.begin()
                    return well
            try:
                self._disk.sync(descriptor)
            except OSError:
                # The system may have forgotten what it could not write: asking again on this file proves nothing.
                with self._guard:
                    if descriptor == self._descriptor:
                        self._broken = True
                        self.begin()
                        well = False
            else:
                with self._guard:
                    self._durable = max(self._durable, sequence)
                    self._unsynced = [record for record in self._unsynced if record[0] > self._durable]
            with self._guard:
                self._close_finished()
        return well

    def withdraw(self, sequence: int) -> bool:
        """Take the record of that number back, if it is the last one and not durable. Returns whether it was."""
        if self.sequence != sequence or not self._unsynced or self._unsynced[-1][0] != sequence:
            return False
        self._unsynced.pop()
        self.sequence -= 1
        self._broken = True  # the next segment declares the record void, should it still be there
        with suppress(OSError):
            self._disk.truncate(self._descriptor, self._last)
        return True

    def base_made(self) -> None:
        """The base file was made anew: the journal is what this segment has."""
        self.size = self._end

    def leave(self) -> None:
        """Let the segment go; the next record begins another one."""
        if self._descriptor >= 0:
            self._finished.append(self._descriptor)
        self._descriptor = -1
        self._close_finished()

    def _close_finished(self) -> None:
        while self._finished:
            with suppress(OSError):
                self._disk.close(self._finished.pop())
