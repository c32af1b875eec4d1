"""The files that releases and settings name: which of them go into a backup, and which cannot."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from ..ports import Absence, SettingsFile
from .bundle import BESIDE, FILES, LARGEST_FILE, is_safe
from .content import RELEASES
from .snapshot import Snapshot

TRASH: Final = "trash"
#: Of a folder: what the members from there begin with, and its path.
Folder = tuple[str, Path]


class _Photo(msgspec.Struct):
    file: str = ""


class _Pictured(msgspec.Struct):
    """A release, or what lies in the trash with a release in it."""

    photos: list[_Photo] = []
    document: _Pictured | None = None


_decode = msgspec.json.Decoder(_Pictured).decode


@dataclass
class Gathered:
    """Files by the member that each becomes, and their sizes together; files by their name that become none."""

    files: dict[str, Path] = field(default_factory=dict)
    size: int = 0
    left_out: dict[str, Absence] = field(default_factory=dict)

    def take(self, name: str, path: Path, *folders: Folder) -> None:
        """Take the file of that name if it lies in one of the folders."""
        try:
            found = path.stat()
            member = _member(path, folders)
        except FileNotFoundError:
            self.left_out[name] = Absence.MISSING
            return
        except (OSError, ValueError, RuntimeError):  # a NUL in the name; links that lead round and round
            self.left_out[name] = Absence.UNREADABLE
            return
        if member is None:
            self.left_out[name] = Absence.OUTSIDE
        elif not is_safe(member.partition("/")[2], lists=member.startswith(BESIDE)):
            self.left_out[name] = Absence.NAME
        elif not stat.S_ISREG(found.st_mode):
            self.left_out[name] = Absence.UNREADABLE
        elif found.st_size > LARGEST_FILE:
            self.left_out[name] = Absence.LARGE
        elif member not in self.files:
            self.files[member] = path
            self.size += found.st_size


def gather(snapshot: Snapshot, folder: Path, settings: SettingsFile) -> Gathered:
    """Every photo of a release, be it in the trash, from the data ``folder``; the files that ``settings`` name,
    which may lie beside these too; and the word lists that lie there. Raises StoreError."""
    gathered = Gathered()
    beside = settings.path.parent.absolute()
    for path in settings.named():
        gathered.take(str(path), path, (BESIDE, beside), (FILES, folder))
    for path in settings.lists():
        gathered.take(str(path), path, (BESIDE, beside))
    for name in dict.fromkeys(_named(snapshot)):
        gathered.take(name, folder / name, (FILES, folder))
    return gathered


def _named(snapshot: Snapshot) -> Iterator[str]:
    for table in (RELEASES, TRASH):
        for _key, document in snapshot.documents(table):
            try:
                one = _decode(document)
            except (msgspec.DecodeError, RecursionError):  # of a newer version, or none at all
                continue
            yield from (photo.file for photo in (one.document or one).photos if photo.file)


def _member(path: Path, folders: tuple[Folder, ...]) -> str | None:
    """What a file is called in a backup: as it is named, where it lies inside by that name too."""
    there = path.resolve()
    for prefix, folder in folders:
        if there.is_relative_to(folder.resolve()):
            named = Path(os.path.normpath(path.absolute()))
            inside, root = (named, folder) if named.is_relative_to(folder) else (there, folder.resolve())
            return prefix + inside.relative_to(root).as_posix()
    return None
