"""What goes into a backup, and how it comes to the disk: written, read back, compared, and only then named."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from .. import __version__
from ..durable import write_durably
from ..errors import RefusedError, StoppedError, UnreadableFileError, UnwritableError, system_reason
from ..i18n import _
from ..ports import Absence, BackupReport, SettingsFile, never
from .bundle import (
    DATA,
    FILES,
    LARGEST_FILE,
    LARGEST_SETTINGS,
    MANIFEST,
    MEMBERS,
    SETTINGS,
    Manifest,
    Member,
    Source,
    SqueezedError,
    bundle,
)
from .content import RELEASES
from .gathering import gather
from .snapshot import Snapshot
from .unbundling import Bundle

#: Bytes of photos together: a backup that is to spare the disk has none of them where they are more. Eleven such
#: backups are kept, so that the photos in them take a gigabyte at most.
SPARED: Final = 100_000_000
#: So many files besides the data, the settings and the manifest.
FILES_AT_MOST: Final = MEMBERS - len((DATA, SETTINGS, MANIFEST))


@dataclass(frozen=True)
class Plan:
    """What goes into a backup: the data, and files by their members; and what does not, by name."""

    snapshot: Snapshot
    files: Mapping[str, Path]
    left_out: Mapping[str, Absence]

    def sources(self) -> Iterator[Source]:
        """The members, in their order."""
        yield Source(DATA, self.snapshot.image)
        for name, path in self.files.items():
            yield Source(name, partial(_read, name, path), dense=not name.endswith((SETTINGS, ".txt")))


def make_plan(snapshot: Snapshot, folder: Path, settings: SettingsFile, *, spare: bool) -> Plan:
    """Everything: data, settings, and the photos in the ``folder`` of the data file; ``spare``, without them where
    they are large together. Raises StoreError."""
    found = gather(snapshot, folder, settings)
    spared = spare and found.size > SPARED
    files, left_out = settings_of(settings), dict(found.left_out)
    for number, (member, path) in enumerate(found.files.items()):
        if (spared and member.startswith(FILES)) or number >= FILES_AT_MOST:
            left_out[name_of(member)] = Absence.SPARED if spared else Absence.MANY
        else:
            files[member] = path
    return Plan(snapshot, files, left_out)


def settings_of(settings: SettingsFile) -> dict[str, Path]:
    """The settings as a member, if there are any."""
    return {SETTINGS: settings.path} if os.path.lexists(settings.path) else {}


def name_of(member: str) -> str:
    """What the file of a member is called where it came from."""
    return member.partition("/")[2] or member


def write_backup(path: Path, time: datetime, plan: Plan, stop: Callable[[], bool] = never) -> BackupReport:
    """Make a backup of it and read it back. Raises RefusedError where there is a file already, StoppedError,
    UnwritableError or another StoreError; no file is left then."""
    if os.path.lexists(path):
        raise RefusedError(reason=_("{file} already exists, and a backup replaces no file").format(file=path))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableError(file=path, reason=system_reason(error)) from error
    writing = _Writing(path, time, plan, stop)
    stored: set[str] = set()
    while True:
        try:
            write_durably(path, writing.pieces(stored), private=True, new=True, check=writing.check)
        except SqueezedError as error:
            stored.add(str(error))
        else:
            return writing.reports[-1]


@dataclass
class _Writing:
    """A backup that is being written to ``path``."""

    path: Path
    time: datetime
    plan: Plan
    stop: Callable[[], bool]
    made: list[Manifest] = field(default_factory=list)
    reports: list[BackupReport] = field(default_factory=list)

    def pieces(self, stored: set[str]) -> Iterator[bytes]:
        """Its bytes."""
        return self._until_stopped(bundle(self.plan.sources(), self._finish, stored))

    def _finish(self, members: dict[str, Member]) -> Manifest:
        gone = {name_of(name): Absence.UNREADABLE for name in self.plan.files if name not in members}
        manifest = Manifest(
            program=__version__,
            time=self.time,
            releases=len(self.plan.snapshot.tables.get(RELEASES, ())),
            fingerprint=self.plan.snapshot.fingerprint(),
            members=members,
            left_out={**self.plan.left_out, **gone},
        )
        self.made.append(manifest)
        return manifest

    def check(self, written: Path) -> None:
        """Read it back, by the same reader as a restore. Raises UnwritableError."""
        try:
            with Bundle(written) as found:
                for _piece in self._until_stopped(found.all_pieces()):
                    pass
                right = found.manifest == self.made[-1]
                self.reports.append(replace(found.report(), path=self.path))
        except UnreadableFileError:
            right = False
        if not right:
            raise UnwritableError(file=self.path, reason=_("what was written cannot be read back"))

    def _until_stopped(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            if self.stop():
                raise StoppedError
            yield piece


def says_the_same(manifest: Manifest, plan: Plan) -> bool:
    """Whether a backup of this plan would have what that manifest tells of. Raises StoreError."""
    if manifest.fingerprint != plan.snapshot.fingerprint():
        return False
    try:
        now = {source.name: _member(source.pieces()) for source in plan.sources() if source.name != DATA}
    except OSError:
        return False
    return now == {name: member for name, member in manifest.members.items() if name != DATA}


def _member(pieces: Iterable[bytes]) -> Member:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return Member(size, digest.hexdigest())


def _read(member: str, path: Path) -> list[bytes]:
    """The bytes of a file. Raises OSError: EFBIG where it has grown beyond what a backup takes."""
    largest = LARGEST_SETTINGS if member == SETTINGS else LARGEST_FILE
    with path.open("rb") as stream:
        content = stream.read(largest + 1)
    if len(content) > largest:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return [content]
