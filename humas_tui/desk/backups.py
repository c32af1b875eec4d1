"""Backups: whole copies made, by hand and once a day, and brought back; which of them are kept how long.

In the folder of the backups lie, for the data file ``humas.json``::

    humas-2026-11-22-164500.zip                   made by hand: it stays until somebody takes it away
    humas-2026-11-22-164500.before-restore.zip    what was there before another backup was restored: it stays too
    humas-2026-11-22.auto.zip                     made by itself: seven days and four weeks are kept
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ..errors import HumasError, RefusedError, StoppedError
from ..i18n import N_, _, ngettext
from ..ports import Absence, BackupReport, Clock, RestoreReport, Vault, never

#: Of the backups made by themselves so many of the last days are kept, and from the time before these the last one
#: of each of so many weeks.
DAYS: Final = 7
WEEKS: Final = 4

AUTOMATIC: Final = ".auto.zip"
BEFORE: Final = ".before-restore.zip"
BY_HAND: Final = ".zip"
#: How the name of a backup ends, and what it was made for (message ids).
KINDS: Final[dict[str, str]] = {
    AUTOMATIC: N_("of the day"),
    BEFORE: N_("before a restore"),
    BY_HAND: N_("by hand"),
}

#: Why a file is not in a backup, or was not put back (message ids).
ABSENCES: Final[dict[Absence, str]] = {
    Absence.OUTSIDE: N_("it lies outside the folder of the data file"),
    Absence.MISSING: N_("it is missing"),
    Absence.UNREADABLE: N_("it cannot be read"),
    Absence.FAULTY: N_("the program could not start with it"),
    Absence.LARGE: N_("it is larger than 100 MB"),
    Absence.NAME: N_("a backup takes no file of that name"),
    Absence.MANY: N_("there are too many"),
    Absence.SPARED: N_("it was left out to spare the disk"),
}


def told_of(left_out: Mapping[str, Absence]) -> list[str]:
    """Each file that is left out, with the reason."""
    return [f"{name}: {_(ABSENCES[why])}" for name, why in left_out.items()]


def told_of_restore(report: RestoreReport) -> list[str]:
    """What came of a restore, in sentences; behind the last one the path ``report.before`` belongs, if any."""
    told = [ngettext("{count} release restored.", "{count} releases restored.", report.releases)]
    if report.kept:
        told.append(
            ngettext(
                "What {kept} release said before is among its versions.",
                "What {kept} releases said before is among their versions.",
                report.kept,
            )
        )
    if report.discarded:
        told.append(
            ngettext(
                "{discarded} release that the backup does not have is in the trash.",
                "{discarded} releases that the backup does not have are in the trash.",
                report.discarded,
            )
        )
    if report.before is not None:
        told.append(_("A backup of what was there before:"))
    places = {"count": report.releases, "kept": report.kept, "discarded": report.discarded}
    return [sentence.format(**places) for sentence in told]


@dataclass
class Backups:
    """The use cases of whole copies. ``who`` is written to the versions that a restore keeps."""

    vault: Vault
    clock: Clock
    who: str

    def make(self, file: Path | None = None, stop: Callable[[], bool] = never) -> BackupReport:
        """Make a backup: as ``file``, in the folder ``file``, or in the folder of the backups. Raises RefusedError
        where there is a file already, StoppedError once ``stop``, or StoreError."""
        path = self.vault.place(self._name(BY_HAND), file)
        return self.vault.write(path, self.clock.now(), stop=stop)

    def restore(self, file: Path) -> RestoreReport:
        """Make everything what ``file`` says, once a backup of what is there now was made. Raises NotFoundError,
        UnreadableFileError or StoreError; nothing is changed then."""
        before = self.vault.place(self._name(BEFORE))
        return self.vault.restore(file.absolute(), self.clock.now(), self.who, before)

    def made(self) -> list[Path]:
        """Those in the folder, the last one first; the one that was made by itself is the first of its day. Raises
        StoreError."""
        names = [name for name in self.vault.names() if name.startswith(self.vault.stem) and name.endswith(".zip")]
        return [self.vault.folder / name for name in sorted(names, key=_time_of, reverse=True)]

    def make_daily(self, stop: Callable[[], bool] = never) -> list[str]:
        """Make the backup of the day, unless it is there or would say what the last one says; take away those that
        are no longer to be kept. Returns what there is to tell, in sentences."""
        today = self.clock.now().date()
        try:
            made = self._automatic(self.vault.names())
            past = [day for day in made if day <= today]  # a clock may have been wrong once
            last = made[max(past)] if past else None
            if today in made or (last is not None and self.vault.is_current(last, spare=True)):
                return []
            name = f"{self.vault.stem}-{today}{AUTOMATIC}"
            report = self.vault.write(self.vault.folder / name, self.clock.now(), spare=True, stop=stop)
        except (RefusedError, StoppedError):
            return []  # it was made meanwhile; or the program ends, and the next one makes it
        except HumasError as error:
            return [_("The backup of the day could not be made: {reason}").format(reason=error)]
        try:
            for day in superseded([*past, today]):
                self.vault.remove(made[day])
        except HumasError as error:
            return [_("A backup that is too old could not be taken away: {reason}").format(reason=error)]
        return self._spared(report, last)

    def _spared(self, report: BackupReport, last: str | None) -> list[str]:
        """That photos are left out, the first time that they are."""
        before = self.vault.report(self.vault.folder / last) if last is not None else None
        if not _spares(report) or (before is not None and _spares(before)):
            return []
        return [
            _(
                "The photos have grown beyond 100 MB. The backups of the day go without them from now on; "
                "“Backup” in the palette (^P) makes a whole one."
            )
        ]

    def _automatic(self, names: Iterable[str]) -> dict[date, str]:
        """Those of the names that are of backups made by themselves, by their day."""
        pattern = re.compile(re.escape(self.vault.stem) + r"-(\d{4}-\d\d-\d\d)" + re.escape(AUTOMATIC), re.ASCII)
        found = {}
        for name in names:
            match = pattern.fullmatch(name)
            if match is not None:
                try:
                    found[date.fromisoformat(match[1])] = name
                except ValueError:
                    continue  # no day of any month
        return found

    def _name(self, suffix: str) -> str:
        return f"{self.vault.stem}-{self.clock.now():%Y-%m-%d-%H%M%S}{suffix}"


def kind_of(name: str) -> str:
    """What a backup of that name was made for (a message id)."""
    return next(kind for suffix, kind in KINDS.items() if name.endswith(suffix))


def _time_of(name: str) -> str:
    return name[: -len(next(suffix for suffix in KINDS if name.endswith(suffix)))]


def _spares(report: BackupReport) -> bool:
    return Absence.SPARED in report.left_out.values()


def superseded(days: Iterable[date]) -> list[date]:
    """Those of the days whose backups are not to be kept: all but the last seven and, of those before, the last
    one of each of the last four weeks (Monday to Sunday) that have one."""
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    gone = []
    for day in newest_first[DAYS:]:
        week = day.isocalendar()[:2]
        if week in weeks or len(weeks) == WEEKS:
            gone.append(day)
        else:
            weeks[week] = day
    return gone
