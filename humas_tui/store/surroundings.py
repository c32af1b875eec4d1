"""What lies around a data file: files that were put aside or left behind, the copy before it, backups, the disk,
and who may read it all."""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from ..i18n import _, current
from .disk import Disk, read_file
from .findings import Finding
from .journal import read_segment
from .journalled import JOURNAL_LIMIT
from .opening import read_before
from .places import CONFLICT, DAMAGED, Places

#: A file that ``write_durably`` was writing; one that lies there for so many seconds will not be finished.
_TEMPORARY: Final = re.compile(r"\.humas-[0-9a-f]{16}\.tmp")
ABANDONED: Final = 3600.0
RESCUED: Final = "humas-penyelamatan-*.md"
#: What programs that synchronise put into the name of the version that lost: ``humas (conflicted copy …).json``
#: (Dropbox, Nextcloud), ``humas.sync-conflict-20261122-….json`` (Syncthing).
_LOST: Final = re.compile(r"conflict", re.IGNORECASE)


# -- rights ----------------------------------------------------------------------------------------------------


def readable_by_others(places: Places, *, own_folder: bool) -> list[Path]:
    """The files of ours, and the folders, that somebody else could read or write. None on Windows."""
    if os.name == "nt":
        return []
    return [path for path in _ours(places, own_folder=own_folder) if _is_wide(path)]


def _ours(places: Places, *, own_folder: bool) -> Iterator[Path]:
    if own_folder:
        yield places.folder
    for path in sorted(places.folder.iterdir()):
        if path == places.base or path.name.startswith(places.base.name + "."):
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from sorted(path.iterdir())


def _is_wide(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False  # it went away meanwhile
    return not stat.S_ISLNK(mode) and bool(mode & 0o077)


def narrow(path: Path) -> bool:
    """Make a file or folder its owner's alone. Returns whether it is."""
    with suppress(OSError):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return not _is_wide(path)


# -- what was put aside or left behind ---------------------------------------------------------------------------


def kept_files(places: Places) -> list[Finding]:
    """What lies beside the data file and may hold words that it does not have."""
    base = places.base
    paths = sorted(path for path in places.folder.iterdir() if path.is_file())
    names = [path.name for path in paths]
    found = []
    for kind, code in ((DAMAGED, "kept-damaged"), (CONFLICT, "kept-conflict")):
        found += [_kept(places.beside(f"{kind}{number}"), code) for number in places.numbers(names, kind)]
    for path in paths:
        if path.match(RESCUED):
            found.append(_kept(path, "kept-rescued"))
        elif path.name.startswith(base.stem) and not path.name.startswith(base.name) and _LOST.search(path.name):
            found.append(_kept(path, "kept-elsewhere"))
    return found


def _kept(path: Path, code: str) -> Finding:
    status = path.stat()
    return Finding(code, path.name, details={"size": size_of(status.st_size), "day": day_of(status.st_mtime)})


def abandoned_files(places: Places) -> list[Path]:
    """Files that were being written when the program ended, long ago."""
    found = [path for path in places.folder.iterdir() if _TEMPORARY.fullmatch(path.name)]
    return sorted(path for path in found if time.time() - path.stat().st_mtime > ABANDONED)


# -- copies ------------------------------------------------------------------------------------------------------


def copy_before_is_damaged(disk: Disk, places: Places) -> bool:
    """Whether the file before, or a segment that leads from it to this one, is not what was written. Raises
    OSError."""
    names = disk.names(places.folder)
    for number in places.numbers(names, ".bak.j"):
        segment = read_segment(read_file(disk, places.retired(number)) or b"")
        if len(segment.damaged) > segment.torn:
            return True
    if places.before.name not in names:
        return False
    before = read_before(disk, places)
    if before is not None:
        before.close()
    return before is None


def newest_backup(places: Places) -> tuple[str, list[Finding]]:
    """What is told of the newest backup in the folder beside the data file, and what is wrong with it: every file
    in it is held against its checksum."""
    folder = places.beside(".backups")
    paths = sorted(folder.glob("*.zip"), key=lambda path: path.stat().st_mtime) if folder.is_dir() else []
    if not paths:
        return _("none yet"), []
    newest = paths[-1]
    told = f"{newest.name}, {size_of(newest.stat().st_size)}"
    try:
        with zipfile.ZipFile(newest) as bundle:
            damaged = bundle.testzip() is not None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        damaged = True
    return told, [Finding("backup-damaged", newest.name)] if damaged else []


# -- the disk ----------------------------------------------------------------------------------------------------


def free_space(places: Places) -> tuple[int, int]:
    """How many bytes are free on the disk, and how many should be: making the data file anew takes a second one,
    beside the file before and a journal."""
    try:
        size = places.base.stat().st_size
    except FileNotFoundError:
        size = 0
    return shutil.disk_usage(places.folder).free, 2 * size + JOURNAL_LIMIT


def size_of(count: int) -> str:
    """A number of bytes for a person: ``3,2 MB``; in Indonesian the comma is the decimal sign."""
    amount, unit = float(count), "B"
    for unit in ("B", "KB", "MB", "GB", "TB"):
        if amount < 999.5 or unit == "TB":
            break
        amount /= 1000
    digits = 1 if unit != "B" and amount < 9.95 else 0
    told = f"{amount:.{digits}f}"
    return f"{told.replace('.', ',') if current() == 'id' else told} {unit}"


def day_of(moment: float) -> str:
    """A time of the system as its day: ``22 Nov 2026``."""
    from ..text.dates import short_date

    return short_date(datetime.fromtimestamp(moment).astimezone().date(), current())
