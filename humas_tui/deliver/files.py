"""Files on the disk that the user sees: photos and logos read, artifacts written."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from ..durable import write_durably, written_together
from ..errors import RefusedError, UsageError
from ..i18n import N_, _

LARGEST: Final = 100_000_000  # bytes: no photo of a release is larger, and it is read whole


class DiskFiles:
    """The ``Files`` of ports.py. ``base`` is the folder that relative names are read from."""

    def __init__(self, base: Path) -> None:
        self._base = base

    def read(self, name: str) -> bytes:
        """The bytes of a file, named relative to the base folder or absolutely.

        Raises OSError when it cannot be read: EFBIG above 100 MB, EISDIR for a folder, EINVAL for what is no
        plain file (a pipe could be waited for without end).
        """
        if "\0" in name:
            raise _os_error(errno.EINVAL, name)
        path = self._base / name
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise _os_error(errno.EISDIR, str(path))
        if not stat.S_ISREG(found.st_mode):
            raise _os_error(errno.EINVAL, str(path))
        if found.st_size > LARGEST:
            raise _os_error(errno.EFBIG, str(path))
        return path.read_bytes()

    def keep(self, name: str, content: bytes) -> None:
        """Put a file into the base folder, durably and readable by the user alone, under a name relative to it
        that follows from its content: what is there already under it stays.

        Raises UnwritableError."""
        path = self._base / name
        if not path.is_file() or path.stat().st_size != len(content):
            write_durably(path, content, private=True)

    def write(self, folder: Path, name: str, content: bytes, *, force: bool) -> Path:
        """Write ``content`` durably as ``folder/name`` and return that path. The folder is made.

        ``name`` is a bare file name. Raises UsageError when it is not, RefusedError when the file exists and
        ``force`` is not given, UnwritableError when it cannot be written.
        """
        if not _is_bare(name):
            raise UsageError(N_("“{name}” is not a plain file name; leave out the folder."), name=name)
        path = folder / name
        if not force and os.path.lexists(path):
            raise RefusedError(
                reason=_(
                    "{file} already exists. To replace it: --force, or “Replace existing files” in the newsroom"
                ).format(file=path)
            )
        write_durably(path, content)
        return path

    def together(self) -> AbstractContextManager[None]:
        """What this thread writes meanwhile is durable at the end of it."""
        return written_together()


def _is_bare(name: str) -> bool:
    r"""Whether ``name`` stays in its folder on every system: no ``/``, ``\``, ``..``, drive, stream (``a:b``)."""
    return name not in ("", ".", "..") and not set(name) & set("/\\:\0")


def _os_error(number: int, name: str) -> OSError:
    """The error as the system itself would raise it; Python picks the fitting subclass."""
    return OSError(number, os.strerror(number), name)
