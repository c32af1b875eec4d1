"""One writer: a lock on a file of its own beside the data file, with its owner inside.

The lock is ``flock`` (a byte range on Windows): the system takes it away when the program ends in whatever
way, so it is never stale; the owner's name in the file is for the message only. POSIX record locks would not
do: they are lost as soon as this program opens and closes the file once more. The data file itself is locked
too, for two hard links to one file have two lock files.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from ..errors import LockedError, UnwritableError, system_reason
from ..i18n import _
from ..text.clean import clean_line
from .disk import OURS, READ
from .places import Places

#: Seconds between two tries. One who writes again and again leaves gaps of a few milliseconds only: at 0.05 s
#: two others missed them for five seconds.
PAUSE: Final = 0.005
OWNER: Final = 80  # characters of the owner's name that are shown
TAKEN: Final = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # far behind the owner's name, which stays readable
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _take(descriptor: int) -> bool:
    """Lock a file; returns whether nobody else had it. Raises OSError."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in TAKEN:
            return False
        raise
    return True


class Lock:
    """The lock of a data file, held until it is released. Raises LockedError when another program holds it for
    longer than ``wait`` seconds, UnwritableError when there can be none."""

    def __init__(self, places: Places, wait: float = 0.0) -> None:
        self._file = -1
        self._data = -1
        self._held = False
        try:
            for folder in (*reversed(places.folder.parents), places.folder):
                if not folder.is_dir():
                    folder.mkdir(mode=0o700)  # each: ``parents=True`` gives the mode to the last one only
            self._file = os.open(places.lock, os.O_RDWR | os.O_CREAT | OURS, 0o600)
            until = time.monotonic() + wait
            while not self._taken(places, last=time.monotonic() >= until):
                time.sleep(PAUSE)
            self._held = True
            with suppress(OSError):  # a full disk takes no name; the lock holds all the same
                os.ftruncate(self._file, 0)
                os.write(self._file, json.dumps(_this_program()).encode())
        except BaseException as error:
            self.release()
            if isinstance(error, OSError):
                raise UnwritableError(file=places.base, reason=system_reason(error)) from error
            raise

    def __del__(self) -> None:
        self.release()

    def _taken(self, places: Places, *, last: bool) -> bool:
        if _take(self._file) and self.follow(places.base):
            return True
        if last:
            raise LockedError(file=places.base, owner=owner_of(places))
        return False

    def follow(self, data: Path) -> bool:
        """Lock the file that has the data file's name now; returns whether nobody else had it. Raises OSError."""
        if sys.platform == "win32":
            return True
        try:
            descriptor = os.open(data, READ)
        except FileNotFoundError:
            return True
        try:
            free = _take(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if not free:
            os.close(descriptor)
            return False
        if self._data >= 0:
            os.close(self._data)
        self._data = descriptor
        return True

    def release(self) -> None:
        """Let others write. The file stays: taking it away could take another program's lock with it."""
        if self._held:
            with suppress(OSError):
                os.ftruncate(self._file, 0)
        self._held = False
        for descriptor in (self._data, self._file):
            if descriptor >= 0:
                os.close(descriptor)
        self._file = self._data = -1


def writer(places: Places) -> str:
    """Who holds the lock now; empty where nobody does, or that cannot be found out. The data file itself is
    looked at, too: one who opened it by another hard link has another lock file."""
    if not (_is_free(places.lock, os.O_RDWR | OURS) and (sys.platform == "win32" or _is_free(places.base, READ))):
        return owner_of(places)
    return ""


def _is_free(path: Path, flags: int) -> bool:
    """Whether nobody holds the lock of a file, as far as that can be found out."""
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return True
    try:
        return _take(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)


def owner_of(places: Places) -> str:
    """Who holds the lock, as far as it is written there: ``ani@laptop-humas, PID 4711, 16.45``."""
    try:
        said = json.loads(places.lock.read_bytes())
        since = datetime.fromisoformat(said["since"])
        return clean_line(f"{said['user']}@{said['host']}, PID {said['pid']}, {since:%H.%M}")[:OWNER]
    except (OSError, ValueError, KeyError, TypeError):
        return _("another program")


def _this_program() -> dict[str, object]:
    return {
        "pid": os.getpid(),
        "host": platform.node(),
        "user": user_name(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
    }


def user_name() -> str:
    """The name of the one who uses this computer, as the computer has it; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
