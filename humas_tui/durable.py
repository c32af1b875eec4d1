"""The one function that writes a file: whole, synced, then in place. Never half a file.

The order (new file in the same folder, written and synced, renamed over the old one, the folder synced)
is what POSIX needs for a file that is either the old or the new one after a power cut.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .errors import UnwritableError, system_reason


def write_durably(path: Path, content: bytes | Iterable[bytes], *, private: bool = False) -> None:
    """Put ``content`` (bytes, or pieces of bytes) at ``path``, replacing what was there in one step.

    ``private`` makes the file readable and writable by its owner alone (0600); otherwise the umask decides.
    Missing folders are made.
    Raises UnwritableError; the old file is then untouched and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        with os.fdopen(descriptor, "wb") as stream:
            for piece in (content,) if isinstance(content, bytes) else content:
                stream.write(piece)
            stream.flush()
            os.fsync(stream.fileno())
        if not private:
            Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise UnwritableError(file=path, reason=system_reason(error)) from error


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make a rename durable. Windows cannot open a folder; there the file's own sync has to do."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
