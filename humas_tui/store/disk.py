"""The system calls that the data file is kept with, in one object: a test hands in one that fails at the Nth
call, counts, or forgets what was never synced.

Which call must come before which is the business of the callers; the rules are those of Pillai et al., “All
File Systems Are Not Created Equal”, OSDI 2014: data is durable after a sync of the file, a name after a sync
of the folder.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

BINARY: Final = getattr(os, "O_BINARY", 0)
#: Nothing of ours is ever a symbolic link: one that stands in its place was put there.
OURS: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | BINARY
READ: Final = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | BINARY
READ_OURS: Final = os.O_RDONLY | OURS
CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | OURS
#: Files are read in pieces of this size: larger ones take more memory, which is not given back, and no less time.
PIECE: Final = 1 << 20

#: What file systems answer that cannot sync a folder (network, FUSE). The names are as durable there as they
#: get; SQLite's ``unixSync`` passes over it too.
_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES})


class Disk:
    """The file system of this computer. Every method raises OSError as the call of its name does."""

    def open(self, path: Path, flags: int) -> int:
        """A descriptor; a new file is its owner's alone (0600)."""
        return os.open(path, flags, 0o600)

    def close(self, descriptor: int) -> None:
        """Give the descriptor back."""
        os.close(descriptor)

    def size(self, descriptor: int) -> int:
        """How many bytes the file has."""
        return os.fstat(descriptor).st_size

    if sys.platform == "win32":

        def read(self, descriptor: int, size: int, offset: int) -> bytes:
            """At most ``size`` bytes from ``offset`` on. Callers see to it that one thread reads at a time."""
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.read(descriptor, size)

        def write(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
            """Write from ``offset`` on; returns how many bytes it took."""
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.write(descriptor, data)

    else:

        def read(self, descriptor: int, size: int, offset: int) -> bytes:
            """At most ``size`` bytes from ``offset`` on."""
            return os.pread(descriptor, size, offset)

        def write(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
            """Write from ``offset`` on; returns how many bytes it took."""
            return os.pwrite(descriptor, data, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to ``size`` bytes."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Make the file's bytes durable: they survive a power cut."""
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync there leaves the bytes in the drive's cache
        elif hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            os.fsync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Make names durable: those made, changed and removed in the folder. Nothing on Windows, which has no
        such call; nothing where the file system knows none."""
        if os.name == "nt":
            return
        descriptor = self.open(folder, READ)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            self.close(descriptor)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name, replacing in one step what had it."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        os.link(source, target, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        path.unlink()

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted; none where there is no folder."""
        try:
            return sorted(entry.name for entry in folder.iterdir())
        except FileNotFoundError:
            return []

    def restrict(self, path: Path) -> None:
        """Make a file its owner's alone, if it is there and ours."""
        if os.name != "nt":
            with suppress(FileNotFoundError, PermissionError):
                if stat.S_IMODE(path.stat().st_mode) & 0o077:
                    path.chmod(0o600)

    def identity(self, path: Path) -> tuple[int, int]:
        """What two names of one file have in common."""
        status = path.stat()
        return status.st_dev, status.st_ino

    def mark(self, file: Path | int) -> tuple[int, int, int, int]:
        """What changes when a file (a path, or one that is open) is written or replaced: device, number, size,
        time of the last change in nanoseconds."""
        status = os.fstat(file) if isinstance(file, int) else file.stat()
        return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def write_all(disk: Disk, descriptor: int, pieces: Iterable[bytes], offset: int = 0) -> int:
    """Write every byte from ``offset`` on, however few the system takes at a time. Returns where they end."""
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            taken = disk.write(descriptor, rest, offset)
            rest, offset = rest[taken:], offset + taken
    return offset


def read_file(disk: Disk, path: Path, flags: int = READ) -> bytes | None:
    """Every byte of a file; None where there is none."""
    try:
        descriptor = disk.open(path, flags)
    except FileNotFoundError:
        return None
    try:
        pieces = []
        offset = 0
        while piece := disk.read(descriptor, PIECE, offset):
            pieces.append(piece)
            offset += len(piece)
        return b"".join(pieces)
    finally:
        disk.close(descriptor)


def remove(disk: Disk, path: Path) -> bool:
    """Take a name away if it is there; returns whether it was."""
    try:
        disk.unlink(path)
    except FileNotFoundError:
        return False
    return True
