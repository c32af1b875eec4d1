"""Restoring: what a backup says takes the place of what is there, in this order.

1. Everything in the backup is read and compared with what its manifest says.
2. The data file becomes ours to write.
3. The data that is to be is laid out beside it, made safe, and given the texts that would be gone (``restoring``).
4. The photos and settings that differ are written beside their places.
5. A backup is made of what they replace.
6. They go to their places, and the data becomes the data file, in one step.

Whatever fails before the end of the last step, everything is as it was.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from ..errors import NotFoundError, UnreadableFileError, system_reason
from ..i18n import _
from ..ports import Absence, BackupReport, RestoreReport, SettingsFile
from .bundle import BESIDE, DATA, FILES, SETTINGS, is_safe
from .packing import Plan, make_plan, name_of, settings_of, write_backup
from .places import Places
from .releases import ReleaseStore
from .restoring import Draft, bare_file
from .snapshot import Snapshot
from .swapping import Swap
from .unbundling import NOT_A_BACKUP, Bundle

#: Seconds that a window which is about to end may still hold the data file.
PATIENCE: Final = 0.2


class BringingBack:
    """One data file with its settings, to which a backup is brought back."""

    def __init__(self, store: ReleaseStore, settings: SettingsFile) -> None:
        self._store = store
        self._settings = settings
        self._data = store.path.absolute()

    def restore(self, file: Path, time: datetime, who: str, before: Path) -> RestoreReport:
        """Make everything what a backup or a bare data file says. Raises NotFoundError, UnreadableFileError or
        StoreError; nothing is changed then, save that ``before`` may have been made."""
        with ExitStack() as stack:
            opened = stack.enter_context(self._opened(file))
            self._store.claim(PATIENCE)
            self._store.verify()
            now = self._store.snapshot()
            draft = stack.enter_context(Draft(self._data, opened.data, file))
            draft.clean()
            kept, discarded = draft.keep(now, time, who)
            targets, left_out = self._targets(opened)
            swap = stack.enter_context(Swap())
            for member, target in targets.items():
                swap.prepare(target, opened.pieces(member), private=member == SETTINGS)
            made = self._keep_before(now, time, before, targets)
            swap.commit()
            releases = self._store.replace(draft.storage.snapshot())
        return RestoreReport(
            releases=releases,
            made=opened.report.time if opened.report is not None else None,
            before=made,
            kept=kept,
            discarded=discarded,
            files=tuple(targets.values()),
            left_out=left_out,
        )

    @contextmanager
    def _opened(self, file: Path) -> Iterator[_Opened]:
        """What a file says, everything in it looked at. Raises NotFoundError or UnreadableFileError."""
        begins = _beginning(file)
        if os.path.realpath(file) == str(Places.of(self._data).base):
            raise UnreadableFileError(file=file, reason=_("it is the data file in use"))
        if begins.lstrip().startswith(b"{"):
            with bare_file(file) as snapshot:
                yield _Opened(snapshot.image())
        elif begins.startswith(b"PK"):
            with Bundle(file) as bundle:
                bundle.verify()
                yield _Opened(bundle.pieces(DATA), bundle)
        else:
            raise UnreadableFileError(file=file, reason=_(NOT_A_BACKUP))

    def _targets(self, opened: _Opened) -> tuple[dict[str, Path], dict[str, Absence]]:
        """Where the members go that are not there with the same content; and, by name, those that go nowhere."""
        targets: dict[str, Path] = {}
        folder = self._data.parent
        named = opened.report.left_out if opened.report is not None else {}
        left_out = {name: why for name, why in named.items() if not os.path.lexists(folder / name)}
        for member in opened.members:
            target, why = self._place_of(member, opened)
            if why is not None:
                left_out[name_of(member)] = why
            elif opened.digest(member) != _digest(target):
                targets[member] = target
        return targets, left_out

    def _place_of(self, member: str, opened: _Opened) -> tuple[Path, Absence | None]:
        """Where a member belongs, links followed; and why it cannot go there."""
        settings = self._settings.path.absolute()
        if member == SETTINGS:
            accepted = self._settings.accepts(b"".join(opened.pieces(member)))
            return Path(os.path.realpath(settings)), None if accepted else Absence.FAULTY
        root = self._data.parent if member.startswith(FILES) else settings.parent
        name = name_of(member)
        if not is_safe(name, lists=member.startswith(BESIDE), on_windows=os.name == "nt"):
            return root / name, Absence.NAME
        target = Path(os.path.realpath(root / name))
        inside = target.is_relative_to(os.path.realpath(root))
        taken = target in (Places.of(self._data).base, Path(os.path.realpath(settings)))
        if not inside or taken:
            return target, Absence.OUTSIDE
        return target, Absence.UNREADABLE if os.path.lexists(target) and not _is_file(target) else None

    def _keep_before(
        self, now: Snapshot, time: datetime, before: Path, targets: Mapping[str, Path]
    ) -> Path | None:
        """Make a backup of what is replaced, if there is anything: without the photos that stay."""
        files = settings_of(self._settings) | {name: path for name, path in targets.items() if _is_file(path)}
        if not now.tables and not files:
            return None
        plan = make_plan(now, self._data.parent, self._settings, spare=False)
        spared = {name_of(member): Absence.SPARED for member in plan.files if member not in files}
        return write_backup(before, time, Plan(now, files, {**plan.left_out, **spared})).path


@dataclass(frozen=True)
class _Opened:
    """What is brought back: the bytes of a data file, and a backup's members where it is one."""

    data: Iterable[bytes]
    bundle: Bundle | None = None

    @property
    def report(self) -> BackupReport | None:
        """What the backup says of itself."""
        return self.bundle.report() if self.bundle is not None else None

    @property
    def members(self) -> list[str]:
        """Those besides the data file."""
        return [name for name in self.bundle.manifest.members if name != DATA] if self.bundle is not None else []

    def pieces(self, member: str) -> Iterator[bytes]:
        """The bytes of a member."""
        assert self.bundle is not None
        return self.bundle.pieces(member)

    def digest(self, member: str) -> str:
        """Its SHA-256."""
        assert self.bundle is not None
        return self.bundle.manifest.members[member].sha256


def _beginning(file: Path) -> bytes:
    """The first bytes of a file. Raises NotFoundError, or UnreadableFileError for what is none."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe could be waited for without end
            raise UnreadableFileError(file=file, reason=_("it is not a plain file"))
        with file.open("rb") as stream:
            return stream.read(4096)
    except FileNotFoundError as error:
        raise NotFoundError(what=_("file"), name=file) from error
    except OSError as error:
        raise UnreadableFileError(file=file, reason=system_reason(error)) from error


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _digest(path: Path) -> str:
    """The SHA-256 of a file; none where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
