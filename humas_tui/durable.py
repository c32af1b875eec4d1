"""The one function that writes a file: whole, synced, then in place. Never half a file.

The order (new file in the same folder, written and synced, renamed over the old one, the folder synced)
is what POSIX needs for a file that is either the old or the new one after a power cut.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from .errors import UnwritableError, system_reason

#: The name of a file that is being written; one that stays was left by an end in the midst of it.
UNFINISHED: Final = re.compile(r"\.humas-[0-9a-f]{16}\.tmp")


def write_durably(
    path: Path,
    content: bytes | Iterable[bytes],
    *,
    private: bool = False,
    new: bool = False,
    check: Callable[[Path], None] | None = None,
) -> None:
    """Put ``content`` (bytes, or pieces of bytes) at ``path``, replacing what was there in one step.

    ``private`` makes the file readable and writable by its owner alone (0600); otherwise the umask decides.
    A ``new`` file replaces none. ``check`` is given the path of what was written before that has its name, and
    raises what it wants to. Missing folders are made. A symbolic link stays one: the file it names is replaced.
    Raises UnwritableError; the old file is then untouched and no temporary file is left. The same holds
    for what ``check`` raises, and ``content`` while its pieces are asked for; that passes through, save OSError.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    # A short name of its own: that of the target and an addition may be longer than the system allows.
    temporary = target.with_name(f".humas-{secrets.token_hex(8)}.tmp")  # as UNFINISHED has it
    try:
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_new(temporary, content, mode=0o600 if private else 0o666)
            if check is not None:
                check(temporary)
            if new:
                _name_new(temporary, target)
            else:
                temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        raise UnwritableError(file=path, reason=system_reason(error)) from error
    if _meanwhile.folders is None:
        _turns.sync(target.parent)
    else:
        _meanwhile.folders.add(target.parent)


@contextlib.contextmanager
def written_together() -> Iterator[None]:
    """What this thread writes meanwhile has its folders synced once, at the end: before it, a name may not survive
    a loss of power."""
    before, _meanwhile.folders = _meanwhile.folders, set()
    try:
        yield
    finally:
        folders, _meanwhile.folders = _meanwhile.folders, before
        for folder in folders:
            _turns.sync(folder)


def _name_new(path: Path, target: Path) -> None:
    """Give a file a name that nothing has. Raises FileExistsError, or another OSError."""
    try:
        os.link(path, target)
    except FileExistsError:
        raise
    except OSError:  # no second names on this file system (FAT): the name is taken first
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            path.replace(target)
        except OSError:
            target.unlink()
            raise
    else:
        path.unlink()


def _write_new(path: Path, content: bytes | Iterable[bytes], mode: int) -> None:
    """Write and sync a file that must not be there yet.

    The umask is left to ``open``: asking for it means setting it, for all threads at once.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as stream:
        for piece in (content,) if isinstance(content, bytes) else content:
            stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())


class _Turns:
    """Syncs of folders, one at a time for each. One serves all who asked before it began: of a hundred files that
    are written at the same time into one folder, ten wait for a sync of their own."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._begun: Counter[Path] = Counter()
        self._done: Counter[Path] = Counter()
        self._asking: Counter[Path] = Counter()

    def sync(self, folder: Path) -> None:
        """Return when a sync that began after this was asked for has ended."""
        with self._turn:
            self._asking[folder] += 1
            mine = self._begun[folder] + 1
            try:
                while self._done[folder] < mine:
                    if self._done[folder] < self._begun[folder]:
                        self._turn.wait()
                    else:
                        self._take(folder)
            finally:
                self._asking[folder] -= 1
                if not self._asking[folder]:
                    for counted in (self._asking, self._begun, self._done):
                        del counted[folder]

    def _take(self, folder: Path) -> None:
        """Sync for all who wait; others may ask meanwhile."""
        self._begun[folder] += 1
        self._turn.release()
        synced = False
        try:
            _sync_folder(folder)
            synced = True
        finally:
            self._turn.acquire()
            if synced:
                self._done[folder] += 1
            else:  # interrupted: another of those who wait does it
                self._begun[folder] -= 1
            self._turn.notify_all()


class _Meanwhile(threading.local):
    """The folders that a thread is to sync when it has written what it writes together."""

    folders: set[Path] | None = None


_turns: Final = _Turns()
_meanwhile: Final = _Meanwhile()


def _sync_folder(folder: Path) -> None:
    """Make renames durable, where the system can.

    Windows cannot open a folder; network and FUSE file systems refuse to sync one. The new file is in place
    and synced by then, so a refusal is no failure to write (SQLite's ``unixSync`` does the same).
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
