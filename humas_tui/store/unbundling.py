"""A backup, read back: everything that it says of itself is held against what it is before a byte is used.

The file may come from anybody. Nothing is unpacked by its name: the caller asks for members, and says where each
of them goes. What is refused is what hurts who unpacks a zip (names that lead elsewhere, links, members that
expand without end) and whatever this program does not write.
"""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

import msgspec

from ..errors import UnreadableFileError, system_reason
from ..i18n import N_, _
from ..ports import Absence, BackupReport
from .bundle import (
    BESIDE,
    DATA,
    FILES,
    FORMAT,
    LARGEST_FILE,
    LARGEST_MANIFEST,
    LARGEST_SETTINGS,
    MANIFEST,
    MEMBERS,
    RATIO,
    SETTINGS,
    Manifest,
    Member,
    is_safe,
)

PIECE: Final = 1 << 20
#: The list of members is read whole: this is room for twenty thousand long names. An entry begins with ``ENTRY``.
LARGEST_LIST: Final = 32 << 20
ENTRY: Final = b"PK\1\2"
#: Flags of a member (APPNOTE.TXT 6.3.10, 4.4.4): encrypted, patched, strongly encrypted, its entry masked.
ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
PATCHED: Final = 0x20

#: What Python's ``zipfile`` raises for bytes that are no zip, or not one of a kind that it knows. RuntimeError is
#: also what it says for a password that is wanted, and NotImplementedError one of its kinds.
NO_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
)

NOT_A_BACKUP: Final = N_("it is no backup of humas-tui")
DAMAGED: Final = N_("it is damaged")


class _Archive(io.FileIO):
    """The file, of which nobody reads more at a time than a list of members may have."""

    def read(self, size: int | None = -1, /) -> bytes:
        size = LARGEST_LIST + 1 if size is None or size < 0 else size
        if size > LARGEST_LIST + 1:
            raise zipfile.BadZipFile
        found = bytearray()
        while len(found) < size and (piece := super().read(size - len(found))):
            found += piece
        if len(found) > LARGEST_LIST or found.count(ENTRY) > MEMBERS:
            raise zipfile.BadZipFile
        return bytes(found)


class Bundle:
    """A backup, open: its members are those that its manifest names, each of a kind and a size that this program
    writes. Raises UnreadableFileError, in every method, for what is no such file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._heads: dict[str, zipfile.ZipInfo] = {}
        try:
            file = _Archive(path)
        except OSError as error:
            raise UnreadableFileError(file=path, reason=system_reason(error)) from error
        try:
            with self._telling():
                self._archive = zipfile.ZipFile(file)
                self._check_heads()
                self.manifest = self._read_manifest()
            self._compare()
        except BaseException:
            file.close()
            raise
        self._file = file

    def __enter__(self) -> Bundle:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()
        self._file.close()

    def report(self) -> BackupReport:
        """What it says of itself."""
        known = {absence.value: absence for absence in Absence}
        left_out = {name: known.get(why, Absence.MISSING) for name, why in self.manifest.left_out.items()}
        return BackupReport(self.path, self.manifest.time, self.manifest.releases, left_out)

    def all_pieces(self) -> Iterator[bytes]:
        """The bytes of every member, one after the other. When the last one has come, all of them are right."""
        for name in self.manifest.members:
            yield from self.pieces(name)

    def verify(self) -> None:
        """Read every member and compare it with what the manifest says."""
        for _piece in self.all_pieces():
            pass

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a member. They are the right ones once the last one has come, and not before."""
        expected = self.manifest.members[name]
        digest, size = hashlib.sha256(), 0
        with self._telling(), self._archive.open(self._heads[name]) as member:
            while piece := member.read(PIECE):
                size += len(piece)
                if size > expected.size:
                    raise self._refused(DAMAGED)
                digest.update(piece)
                yield piece
        if Member(size, digest.hexdigest()) != expected:
            raise self._refused(DAMAGED)

    def _refused(self, reason: str) -> UnreadableFileError:
        return UnreadableFileError(file=self.path, reason=_(reason))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UnreadableFileError(file=self.path, reason=system_reason(error)) from error
        except NO_ZIP as error:
            raise self._refused(DAMAGED) from error

    def _check_heads(self) -> None:
        """What the list says of each member, before any of them is read."""
        for head in self._archive.infolist():
            if head.flag_bits & ENCRYPTED:
                raise self._refused(N_("it is encrypted"))
            name = head.orig_filename  # ``filename`` ends at a NUL, and is another one on Windows
            if name in self._heads or not _is_plain(head) or not _is_ours(name):
                raise self._refused(NOT_A_BACKUP)
            if head.file_size > _largest(name) or head.compress_size * RATIO < head.file_size:
                raise self._refused(N_("it is larger than a backup can be"))
            self._heads[name] = head

    def _read_manifest(self) -> Manifest:
        if MANIFEST not in self._heads:
            raise self._refused(NOT_A_BACKUP)
        content = self._archive.read(self._heads[MANIFEST])
        try:
            if msgspec.json.decode(content, type=_Format).format > FORMAT:
                raise self._refused(N_("a newer version of humas-tui made it"))
            return msgspec.json.decode(content, type=Manifest)
        except msgspec.ValidationError as error:
            raise self._refused(NOT_A_BACKUP) from error

    def _compare(self) -> None:
        """Every member is in the manifest, and the other way round, and the sizes fit."""
        sizes = {name: head.file_size for name, head in self._heads.items() if name != MANIFEST}
        if DATA not in sizes or sizes != {name: member.size for name, member in self.manifest.members.items()}:
            raise self._refused(DAMAGED)


class _Format(msgspec.Struct):
    format: int


def _is_plain(head: zipfile.ZipInfo) -> bool:
    """Whether a member is a plain file (no link, no folder, no device), stored or deflated."""
    kind = stat.S_IFMT(head.external_attr >> 16)
    return (
        kind in (0, stat.S_IFREG)
        and head.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        and not head.flag_bits & PATCHED
    )


def _is_ours(name: str) -> bool:
    """Whether this is the name of a member of ours."""
    if name in (MANIFEST, DATA, SETTINGS):
        return True
    prefix = next((prefix for prefix in (FILES, BESIDE) if name.startswith(prefix)), None)
    return prefix is not None and is_safe(name.removeprefix(prefix), lists=prefix == BESIDE)


def _largest(name: str) -> float:
    """How many bytes a member may have. The data file is held by ``RATIO`` alone: it grows with the years."""
    known = {DATA: float("inf"), MANIFEST: LARGEST_MANIFEST, SETTINGS: LARGEST_SETTINGS}
    return known.get(name, LARGEST_FILE)
