"""What the desk asks of the world outside, as protocols. ``bootstrap`` hands it the real parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from .model import Category, Discarded, Reason, Release, Status, Version


class Stock(Protocol):
    """Releases too many to lie in memory: looked up and searched where they are kept. Newest first."""

    def identifiers(self) -> Sequence[str]:
        """Of every release."""

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier."""

    def latest(self) -> str:
        """The identifier of the one that was edited last; empty where there is none. Takes up to a second."""

    def find(
        self,
        words: Sequence[str],
        status: Status | None,
        category: Category | None,
        go_on: Callable[[], bool] = ...,
    ) -> Sequence[str]:
        """Those that hold every word (in lower case) and have that status and category. With words this takes
        up to a second: for a worker, and ends without having found them all when ``go_on`` says no."""


class Store(Protocol):
    """Where releases are kept. Errors are of the StoreError branch; after one, nothing was changed.

    ``put`` with ``synced=False`` survives the end of the program, after ``sync`` the loss of power too.
    """

    @property
    def writable(self) -> bool:
        """Whether this is the one writer."""

    def claim(self, wait: float = 0.0) -> None:
        """Become the one writer, mending what an earlier end left broken; ``wait`` so many seconds for another
        one to end. What changes something does this by itself. Raises LockedError while there is another."""

    def close(self) -> None:
        """Write everything into the one file that TinyDB reads, and let others write."""

    def findings(self, *, lost: bool = False) -> list[str]:
        """What was found wrong when it was opened, since then, and when it was closed, and what was done about it,
        in sentences; or only where text may be ``lost``."""

    def owner(self) -> str:
        """Who writes now, where that is another program; empty where nobody does."""

    def tidy(self, *, idle: bool = False) -> None:
        """Make what was written small again where it has grown; ``idle``, wherever there is anything to do. For
        a worker."""

    def verify(self) -> list[str]:
        """Check what was only believed when it was opened, mend it, tell as ``findings`` does. For a worker."""

    def all(self) -> list[Release] | Stock:
        """Every release, in no promised order; a stock where they are too many for that."""

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier."""

    def put(self, releases: Iterable[Release], *, synced: bool = True) -> None:
        """Keep these values in one step."""

    def sync(self) -> None:
        """Make everything that was kept durable."""

    def keep_version(self, release: Release, time: datetime, reason: Reason, who: str) -> Version | None:
        """Keep ``release`` as it is here as its next version, durable when this returns. None where the last
        version says the same (``updated`` and ``revision`` aside): nothing is kept twice."""

    def versions(self, identifier: str) -> list[Version]:
        """The versions of a release, the last one first."""

    def version(self, identifier: str, number: int) -> Release:
        """A release as it was then. Raises StoreError when the version is damaged, KeyError when there is none."""

    def discard(self, identifiers: Iterable[str], time: datetime, who: str) -> None:
        """Put releases into the trash."""

    def discarded(self) -> list[Discarded]:
        """What lies in the trash, what was put there last first."""

    def put_back(self, identifiers: Iterable[str]) -> list[Release]:
        """Take releases out of the trash, with everything they had."""

    def empty_trash(self, before: datetime) -> int:
        """Take out of the world what was put into the trash before that time, with its versions. Returns how
        many releases."""

    def rescue(self, release: Release) -> Path | None:
        """Put a release that could not be kept wherever there is room; None where there is none."""


class Clock(Protocol):
    """The time, asked for so that tests can set it."""

    def now(self) -> datetime:
        """The time now, with its zone."""


class CopyState(StrEnum):
    """How sure it is that a copied text arrived."""

    CERTAIN = "certain"  # read back and equal
    SENT = "sent"  # handed to the terminal or to a tool that cannot be read back
    FILE = "file"  # no clipboard: the text lies in the file only


@dataclass(frozen=True)
class CopyReport:
    """Where a copied text went. ``file`` holds it in every case."""

    state: CopyState
    via: str
    file: Path
    tried: tuple[tuple[str, str], ...] = ()


class Clipboard(Protocol):
    """The system's clipboard, as far as there is one."""

    def copy(self, text: str) -> CopyReport:
        """Put ``text`` there. Never raises for want of a clipboard: the report tells."""

    def copy_formatted(self, html: str, text: str) -> CopyReport:
        """Put a fragment of HTML there and ``text`` beside it for who takes none, or else neither; the file of the
        report is a page of it. Never raises for want of a clipboard: the report tells."""


class Opener(Protocol):
    """The programs of the desktop."""

    def refusal(self) -> str:
        """Why nothing can be opened from here; empty where there is a desktop."""

    def open(self, target: str) -> None:
        """Have the program that the desktop has for it open an address or a file. Raises NotFoundError where there
        is none. That it was opened, and shown, is not known."""


class Files(Protocol):
    """Files that the user sees: photos and logos read, artifacts written."""

    def read(self, name: str) -> bytes:
        """The bytes of a file named relative to the data folder, or absolutely.

        Raises OSError when it cannot be read."""

    def keep(self, name: str, content: bytes) -> None:
        """Put a file into the data folder, under a name relative to it that follows from its content.

        Raises UnwritableError when it cannot be written."""

    def write(self, folder: Path, name: str, content: bytes, *, force: bool) -> Path:
        """Write a file and return its path.

        Raises RefusedError when it exists and ``force`` is not given, UnwritableError when it cannot
        be written."""

    def together(self) -> AbstractContextManager[None]:
        """What is written meanwhile, by the same thread, is durable at the end of it, and costs less so."""


class Log(Protocol):
    """What the desk keeps a record of for those who ask later."""

    def forced(self, release: Release, outlet: str, reasons: Sequence[str]) -> None:
        """A release went out to an outlet although its text was over a limit, or photos showed people without
        permission; ``reasons`` say so.

        Raises UnwritableError when that cannot be recorded."""


class Absence(StrEnum):
    """Why a file that a release or the settings name is not in a backup, or was not put back from one."""

    OUTSIDE = "outside"  # it lies outside the folder of the data file
    MISSING = "missing"
    UNREADABLE = "unreadable"
    FAULTY = "faulty"  # settings that are none
    LARGE = "large"
    NAME = "name"  # not every system can have a file of that name
    MANY = "many"  # a backup holds so many files and no more
    SPARED = "spared"  # it was not asked for, and lies where it lay


@dataclass(frozen=True)
class BackupReport:
    """A backup: when it was made, how many releases it has, and which files, named in these or in the settings, it
    has not."""

    path: Path
    time: datetime
    releases: int
    left_out: Mapping[str, Absence]


@dataclass(frozen=True)
class RestoreReport:
    """What came of a restore. ``made`` is when the backup was made (None: a bare data file, which does not say),
    ``before`` the backup of what was there (None: nothing was); ``kept`` releases have the text they had before as
    a version now, ``discarded`` ones, which the backup does not have, lie in the trash. ``files`` were put back
    beside the data; ``left_out`` were not."""

    releases: int
    made: datetime | None
    before: Path | None
    kept: int
    discarded: int
    files: tuple[Path, ...]
    left_out: Mapping[str, Absence]


def never() -> bool:
    """Not to be stopped."""
    return False


class SettingsFile(Protocol):
    """The settings, as backups know them."""

    @property
    def path(self) -> Path:
        """Where they lie, or are to."""

    def named(self) -> tuple[Path, ...]:
        """Where the logo and the letterhead lie, as far as they name them."""

    def lists(self) -> list[Path]:
        """The word list that they name and the dictionary of the office, as far as they are there."""

    def accepts(self, content: bytes) -> bool:
        """Whether these would be settings that the program can be started with."""


class Vault(Protocol):
    """Whole copies: the data file, the settings, and the photos and logos that these name, in one zip each."""

    @property
    def folder(self) -> Path:
        """Where they lie unless another place is named. It need not be there yet."""

    @property
    def stem(self) -> str:
        """What their names begin with."""

    def names(self) -> list[str]:
        """What lies in the folder."""

    def place(self, name: str, given: Path | None = None) -> Path:
        """Where a new backup of that name goes: into the folder ``given``, or into that of the backups, under
        another name where that one is taken; or to ``given`` itself, where that is no folder."""

    def write(
        self, path: Path, time: datetime, *, spare: bool = False, stop: Callable[[], bool] = never
    ) -> BackupReport:
        """Make a backup, as of ``time``, and read it back. A file that is there is never replaced. To ``spare``
        the disk, photos that are large together are left out. ``stop`` is asked again and again.

        Raises RefusedError when the file is there, StoppedError, UnwritableError or another StoreError; no file is
        left then."""

    def report(self, path: Path) -> BackupReport | None:
        """What a backup says of itself; None where it cannot be read."""

    def is_current(self, name: str, *, spare: bool = False) -> bool:
        """Whether the backup of that name in the folder says what is there now. Raises StoreError."""

    def remove(self, name: str) -> None:
        """Take the backup of that name out of the folder. Raises UnwritableError."""

    def restore(self, file: Path, time: datetime, who: str, before: Path) -> RestoreReport:
        """Make everything what ``file``, a backup or a bare data file, says. What is there now is put into the
        backup ``before`` first.

        Raises NotFoundError, UnreadableFileError when it is no backup to be trusted, or StoreError; nothing is
        changed then."""

    def close(self) -> None:
        """Let the data file go."""
