"""What workers tell the newsroom. They never touch a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from ..desk.batch import Tally
from ..desk.releasing import Copied
from ..errors import HumasError
from ..model import Release, Version
from ..ports import BackupReport, CopyReport, Stock

if TYPE_CHECKING:
    from ..desk.checking import Gauge
    from ..language.finding import Finding
    from ..outlets import Outlet


@dataclass
class Kept(Message):
    """What these identifiers stand for survives the end of the program; ``settled``, everything that was kept
    survives the loss of power too, as of ``at``."""

    identifiers: frozenset[str]
    at: datetime
    settled: bool


@dataclass
class KeepFailed(Message):
    """Saving failed; ``rescued`` tells where the text was put, if anywhere."""

    identifiers: frozenset[str]
    error: HumasError
    rescued: str


@dataclass
class VersionKept(Message):
    """A version was kept; None where the last one says the same."""

    version: Version | None
    error: HumasError | None = None


@dataclass
class CopyDone(Message):
    """The text for an outlet, or a part of it, was copied; or refused."""

    outlet: Outlet
    copied: Copied | None
    error: HumasError | None = None


@dataclass
class FormattedDone(Message):
    """A release was copied with its formatting, as far as that can be here; or an error."""

    report: CopyReport | None
    error: HumasError | None = None


@dataclass
class NoteOpened(Message):
    """The mail program was called, and ``told`` says with what; or it was not."""

    told: str
    error: HumasError | None = None


@dataclass
class OpenFailed(Message):
    """A file could not be opened."""

    error: HumasError


@dataclass
class ExportMoved(Message):
    """So many files of an export were dealt with, of so many."""

    done: int
    total: int


@dataclass
class ExportDone(Message):
    """An export has ended: of ``many`` releases or of one, with ``total`` files if it was not stopped. ``names``
    are the first files written, ``cautions`` the first sentences on what should be known of those written.
    ``broken``: why no more could be read."""

    tally: Tally
    names: list[str]
    cautions: list[str]
    folder: Path
    total: int
    many: bool
    broken: HumasError | None = None


@dataclass
class Found(Message):
    """What was found about the data file and its place, in sentences."""

    sentences: list[str]


class Warmed(Message):
    """The copy desk has read what it needs: texts can be checked."""


@dataclass
class Checked(Message):
    """What the copy desk found in a release, and how that reads."""

    release: Release
    findings: tuple[Finding, ...]
    gauge: Gauge


@dataclass
class Freed(Message):
    """The window that was writing has ended."""


@dataclass
class Claimed(Message):
    """This window may write now, and these are the releases; or it may not, and why."""

    releases: list[Release] | Stock | None
    error: HumasError | None = None


@dataclass
class BackedUp(Message):
    """A backup was made; or why none was."""

    report: BackupReport | None
    error: HumasError | None = None


@dataclass
class Sighted(Message):
    """What was found for a query; None where the search was given up."""

    query: str
    releases: Sequence[Release] | None
