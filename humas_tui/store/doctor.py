"""The whole examination of a data file: opened with every checksum checked, mended, and everything around it
looked at. While another window writes, or the disk takes nothing, it only looks.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from ..errors import LockedError, NotFoundError, StoreError, UnwritableError, system_reason
from ..i18n import N_, _, current, ngettext
from .content import another_program
from .disk import Disk
from .documents import Examined, examine_documents, is_ours
from .findings import Finding, names_of
from .folder import warning
from .health import Diagnosis
from .journalled import JournalStorage
from .lock import writer
from .places import Places
from .surroundings import (
    abandoned_files,
    copy_before_is_damaged,
    day_of,
    free_space,
    kept_files,
    narrow,
    newest_backup,
    readable_by_others,
    size_of,
)

#: What opening finds that is nobody's fault, and what it does about the rest.
NOTED: Final = frozenset({"edited", "set-aside", "rival"})
#: Looks at the newest backup: what to tell of it, and what is wrong with it.
LookAtBackup = Callable[[Places], tuple[str, list[Finding]]]


def examine(data: Path, *, own_folder: bool = False, look_at_backup: LookAtBackup = newest_backup) -> Diagnosis:
    """Examine a data file and repair what can be repaired. ``own_folder``: its folder is the program's own, and
    nobody else need look into it.

    Raises NotFoundError where there is none, ForeignFileError, or StoreError when it cannot even be read."""
    try:
        return _examine(data, own_folder, look_at_backup)
    except OSError as error:
        raise StoreError(file=data, reason=system_reason(error)) from error


def _examine(data: Path, own_folder: bool, look_at_backup: LookAtBackup) -> Diagnosis:
    places = Places.of(data)
    names = Disk().names(places.folder)
    if places.base.name not in names and not places.numbers(names, ".j") and places.before.name not in names:
        raise NotFoundError(N_("There is no data file {file} yet. The first release makes it."), file=data)
    examination = Examination(data, own_folder=own_folder)
    examination.open()
    try:
        examination.look_at_data()
        examination.look_at_copies(look_at_backup)
        examination.look_around()
    finally:
        examination.close()
    return examination.found


class Examination:
    """One examination, step by step."""

    def __init__(self, data: Path, *, own_folder: bool) -> None:
        self.data = data
        self.places = Places.of(data)
        self.disk = Disk()
        self.found = Diagnosis(data)
        self._wide = readable_by_others(self.places, own_folder=own_folder)  # opening narrows some of them
        self._writer = ""

    def open(self) -> None:
        """Open the data file, every checksum checked: to be mended, or only to be looked at, where ``hindrance``
        tells why. A file of another program is never opened to be written."""
        looking = JournalStorage(self.places.base, write=False, check=True)
        ours = is_ours(looking)
        looking.abandon()
        if not ours:
            raise another_program(self.data)
        self._writer = writer(self.places)
        if not self._writer:
            try:
                self.storage = JournalStorage(self.places.base, check=True)
                return
            except LockedError as error:
                self._writer = str(error.details["owner"])
            except UnwritableError as error:
                self._cannot_be_written(error)
        if self._writer:
            told = _("Another window is writing ({owner}): it was only looked at, nothing is repaired now.")
            self.found.hindrance = told.format(owner=self._writer)
        self.storage = JournalStorage(self.places.base, write=False, check=True)

    def _cannot_be_written(self, error: UnwritableError) -> None:
        reason = str(error.details["reason"])
        self.found.problems.append(Finding("unwritable", self.places.base.name, details={"name": reason}))
        self.found.hindrance = _("Nothing is repaired now: {reason}.").format(reason=reason)

    @property
    def repairs(self) -> bool:
        """Whether what is found can be repaired."""
        return self.storage.writable

    # -- the data file -------------------------------------------------------------------------------------------

    def look_at_data(self) -> None:
        """The data file and its journal, and everything that is in them."""
        examined = examine_documents(self.storage, self.data.parent)
        report = [finding for finding in self.storage.report if finding.code not in NOTED]
        self.found.notes += [finding for finding in self.storage.report if finding.code in NOTED]
        lost = [finding for finding in report if finding.lost or not self.repairs]
        lost += _named("release-unreadable", self.places.base.name, examined.unreadable)
        lost += _named("version-unreadable", self.places.base.name, examined.unreadable_versions)
        lost += _named("trash-unreadable", self.places.base.name, examined.unreadable_trash)
        repaired = [finding for finding in report if finding not in lost]
        self.found.add(N_("Data file"), self._amount(examined), wrong=lost, repaired=repaired)
        self.found.add(N_("Journal"), self._journal(), wrong=[])
        missing = _named("photo-missing", str(self.data.parent), examined.missing)
        told = ngettext("{count} photo", "{count} photos", examined.photos).format(count=number(examined.photos))
        if missing:
            told += " · " + _("{count} not there").format(count=number(len(examined.missing)))
        self.found.add(N_("Photos"), told if examined.photos else _("none"), wrong=missing)

    def _amount(self, examined: Examined) -> str:
        path = self.places.base
        parts = [
            ngettext("{count} release", "{count} releases", examined.releases),
            ngettext("{count} version", "{count} versions", examined.versions),
            _("{count} in the trash"),
        ]
        counts = (examined.releases, examined.versions, examined.trash)
        told = [part.format(count=number(count)) for part, count in zip(parts, counts, strict=True) if count]
        size = size_of(path.stat().st_size if path.exists() else 0)
        fit = [_("every checksum fits")] if told and not self.storage.report else []
        return " · ".join([*(told or [_("no release yet")]), size, *fit])

    def _journal(self) -> str:
        size = self.storage.journal_size
        if self._writer:
            return _("{size}, being written").format(size=size_of(size))
        if not size:
            return _("empty")
        return _("{size}, put into the data file").format(size=size_of(size)) if self.repairs else size_of(size)

    # -- copies --------------------------------------------------------------------------------------------------

    def look_at_copies(self, look_at_backup: LookAtBackup) -> None:
        """The copy before, which leads here again, and the newest backup."""
        before = self.places.before
        damaged, repaired = self._copy_damage(), []
        if damaged and self.repairs:
            try:
                self.storage.compact()
            except UnwritableError as error:
                self._cannot_be_written(error)
            if not (still := self._copy_damage()):
                repaired = [Finding("copy-renewed", before.name)]
            damaged = still
        told = day_of(before.stat().st_mtime) if before.exists() else _("none yet")
        self.found.add(N_("Copy before"), told, wrong=damaged, repaired=repaired)
        told, wrong = look_at_backup(self.places)
        self.found.add(N_("Backup"), told, wrong=wrong)

    def _copy_damage(self) -> list[Finding]:
        damaged = copy_before_is_damaged(self.disk, self.places)
        return [Finding("copy-damaged", self.places.before.name)] if damaged else []

    # -- around it -----------------------------------------------------------------------------------------------

    def look_around(self) -> None:
        """Who may read it, the disk, the folder, and what lies in it."""
        wide = [path for path in self._wide if not (self.repairs and narrow(path))]
        narrowed = [path for path in self._wide if path not in wide]
        self.found.add(
            N_("Rights"),
            _("you alone") if not wide else _("others, too"),
            wrong=_named("wide", str(self.places.folder), [path.name for path in wide]),
            repaired=_named("narrowed", str(self.places.folder), [path.name for path in narrowed]),
        )
        free, needed = free_space(self.places)
        scarce = [Finding("scarce", str(self.places.folder), details={"name": size_of(free)})]
        told = _("{size} free").format(size=size_of(free))
        self.found.add(N_("Disk"), told, wrong=scarce if free < needed else [])
        shared = warning(self.data)
        told = shared.details["name"] if shared is not None else _("of this computer alone")
        self.found.add(N_("Folder"), told, wrong=[shared] if shared is not None else [])
        self._look_for_what_lies_about()

    def _look_for_what_lies_about(self) -> None:
        abandoned = abandoned_files(self.places)
        if self.repairs:
            for path in abandoned:
                self.disk.unlink(path)
            self.found.repaired += [Finding("leftover", path.name) for path in abandoned]
        fresh = {finding.file for finding in self.found.notes if finding.code in NOTED}
        self.found.notes += [finding for finding in kept_files(self.places) if finding.file not in fresh]

    def close(self) -> None:
        """Put everything into the one file and let others write."""
        known = list(self.storage.report)
        try:
            self.storage.close()
        except UnwritableError as error:
            self._cannot_be_written(error)
        for finding in self.storage.report:
            if finding not in known:
                (self.found.problems if finding.lost else self.found.notes).append(finding)


def _named(code: str, file: str, names: list[str]) -> list[Finding]:
    """A finding about things with names, where there are any."""
    if not names:
        return []
    return [Finding(code, file, count=len(names), details=names_of(names))]


def number(count: int) -> str:
    """``1,240``; in Indonesian ``1.240``."""
    told = f"{count:,}"
    return told.replace(",", ".") if current() == "id" else told
