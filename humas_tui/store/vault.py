"""Backups on the disk: the Vault port. What making and restoring one takes is imported when that is done."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import Final

from ..durable import UNFINISHED
from ..errors import UnreadableFileError, UnwritableError, system_reason
from ..ports import BackupReport, RestoreReport, SettingsFile, never
from .places import Places
from .releases import ReleaseStore

A_DAY: Final = timedelta(days=1)


class BackupVault:
    """The Vault port over one data file and its settings."""

    def __init__(self, store: ReleaseStore, settings: SettingsFile) -> None:
        self._store = store
        self._settings = settings
        self._data = store.path.absolute()

    @property
    def folder(self) -> Path:
        """Beside the data file, named after it."""
        return Places.of(self._data).backups

    @property
    def stem(self) -> str:
        """The name of the data file, without its suffix."""
        return Places.of(self._data).base.stem

    def close(self) -> None:
        """Let the data file go. Raises StoreError."""
        self._store.close()

    def names(self) -> list[str]:
        """What lies in the folder. Raises UnwritableError."""
        try:
            return sorted(path.name for path in self.folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise UnwritableError(file=self.folder, reason=system_reason(error)) from error

    def remove(self, name: str) -> None:
        """Take a backup out of the folder; what is no plain file stays. Raises UnwritableError."""
        path = self.folder / name
        try:
            if stat.S_ISREG(path.lstat().st_mode):
                path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise UnwritableError(file=path, reason=system_reason(error)) from error

    def place(self, name: str, given: Path | None = None) -> Path:
        """Where a new backup goes: a path of its own in a folder, or the one that is ``given``."""
        if given is not None and not _is_folder(given):
            return given.absolute()
        folder = given.absolute() if given is not None else self.folder
        begins, dot, ends = name.partition(".")
        others = (folder / f"{begins}-{number}{dot}{ends}" for number in count(2))
        return next(path for path in chain([folder / name], others) if not os.path.lexists(path))

    def write(
        self, path: Path, time: datetime, *, spare: bool = False, stop: Callable[[], bool] = never
    ) -> BackupReport:
        """Make a backup, read it back. Raises RefusedError, StoppedError or StoreError; no file is left then."""
        from .packing import make_plan, write_backup

        plan = make_plan(self._store.snapshot(), self._data.parent, self._settings, spare=spare)
        report = write_backup(path, time, plan, stop)
        self._sweep(time)
        return report

    def _sweep(self, time: datetime) -> None:
        """Take away what ends in the midst of a backup have left, a day later: until then one may be under way."""
        with suppress(OSError, UnwritableError):
            for path in (self.folder / name for name in self.names() if UNFINISHED.fullmatch(name)):
                if path.lstat().st_mtime < (time - A_DAY).timestamp():
                    path.unlink()

    def report(self, path: Path) -> BackupReport | None:
        """What a backup says of itself; None where it cannot be read."""
        from .unbundling import Bundle

        try:
            with Bundle(path) as found:
                return found.report()
        except UnreadableFileError:
            return None

    def is_current(self, name: str, *, spare: bool = False) -> bool:
        """Whether a backup in the folder says what is there now. Raises StoreError."""
        from .packing import make_plan, says_the_same
        from .unbundling import Bundle

        try:
            with Bundle(self.folder / name) as found:
                manifest = found.manifest
        except UnreadableFileError:
            return False
        plan = make_plan(self._store.snapshot(), self._data.parent, self._settings, spare=spare)
        return says_the_same(manifest, plan)

    def restore(self, file: Path, time: datetime, who: str, before: Path) -> RestoreReport:
        """Make everything what a backup or a bare data file says. Raises NotFoundError, UnreadableFileError or
        StoreError; nothing is changed then."""
        from .bringing_back import BringingBack

        return BringingBack(self._store, self._settings).restore(file, time, who, before)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it may not be looked at; writing there will tell
        return False
