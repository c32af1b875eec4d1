"""What a backup says, made ready to take the place of what is there; and what is there, kept within it.

It is laid out as a data file of its own, in a folder beside the one in use, and changed there until it is right:
made safe to show, and with the texts that would be gone. Only then does it become everything there is, in one step
(``ReleaseStore.replace``).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import msgspec

from ..durable import write_durably
from ..errors import StoreError, UnreadableFileError, UnwritableError, system_reason
from ..i18n import _
from ..model import Reason
from ..text.clean import clean_line, clean_values
from .bundle import DATA
from .content import RELEASES, are_ours
from .disk import Disk
from .gathering import TRASH
from .history import TABLE as VERSIONS
from .history import History, say_the_same
from .journal import Changes
from .journalled import JournalStorage
from .places import Places
from .snapshot import Snapshot
from .table import JournalDB
from .unbundling import DAMAGED

#: Digits of the number of a document. Python reads 4,300 at most.
LONGEST_NUMBER: Final = 18
#: What msgspec raises for bytes that are no JSON, or JSON nested deeper than anybody writes it.
NO_DOCUMENT: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class _Named(msgspec.Struct):
    """A release, or a chapter of versions: what it is of."""

    id: str = ""
    release: str = ""


class _Thrown(msgspec.Struct):
    """What lies in the trash."""

    document: msgspec.Raw = msgspec.Raw(b"{}")


class _Alone(Disk):
    """A disk on which a data file has no neighbours: what stands beside a ``.bak`` leads away from it."""

    def names(self, folder: Path) -> list[str]:
        """None."""
        return []


@contextmanager
def bare_file(path: Path) -> Iterator[Snapshot]:
    """What a data file says that was copied by hand, with its journal where that was copied too. Raises
    UnreadableFileError for one that is damaged, or none of ours."""
    disk = _Alone() if path.suffix == ".bak" else Disk()
    with _refusing(path):
        storage = JournalStorage(path, disk=disk, write=False, check=True)
    try:
        _check(storage, path)
        yield storage.snapshot()
    finally:
        storage.abandon()


@contextmanager
def _refusing(file: Path) -> Iterator[None]:
    """What is wrong with a data file is told of the file that it came from."""
    try:
        yield
    except UnwritableError:
        raise
    except StoreError as error:
        raise UnreadableFileError(file=file, reason=error.details["reason"]) from error


def _check(storage: JournalStorage, file: Path) -> None:
    """Raise UnreadableFileError unless all of it is there and ours."""
    if any(finding.lost for finding in storage.report):
        raise UnreadableFileError(file=file, reason=_(DAMAGED))
    names = [_name(document).id for _key, document in storage.documents(RELEASES)]
    numbers = (key for table in (RELEASES, TRASH, VERSIONS) for key in storage.tables.get(table, ()))
    ours = are_ours(storage.tables) and all(key.isdecimal() and len(key) <= LONGEST_NUMBER for key in numbers)
    if not ours or (names and not any(names)):
        raise UnreadableFileError(file=file, reason=_("it belongs to another program"))


def _name(document: bytes) -> _Named:
    try:
        return msgspec.json.decode(document, type=_Named)
    except NO_DOCUMENT:
        return _Named()


def _releases(of: Snapshot | JournalStorage) -> Iterator[tuple[str, str, bytes]]:
    """Every release, in the trash or not: its table, its key, its document. Raises StoreError."""
    for key, document in of.documents(RELEASES):
        yield RELEASES, key, document
    for key, document in of.documents(TRASH):
        yield TRASH, key, _thrown(document)


def _thrown(document: bytes) -> bytes:
    try:
        return bytes(msgspec.json.decode(document, type=_Thrown).document)
    except NO_DOCUMENT:
        return b"{}"


class Draft:
    """The data file that is to be, in a folder of its own beside the one in use, ``data``. ``content`` is what it
    begins with, and ``file`` is where that comes from. Raises UnreadableFileError, UnwritableError, or what
    ``content`` raises."""

    def __init__(self, data: Path, content: Iterable[bytes], file: Path) -> None:
        self._file = file
        self._folder = Places.of(data).restoring
        path = self._folder / DATA
        self._clear()  # an earlier end may have left it
        try:
            self._folder.mkdir(mode=0o700)
            write_durably(path, content, private=True)
            with _refusing(file):
                self.storage = JournalStorage(path, lock=False, check=True)
            _check(self.storage, file)
        except OSError as error:
            raise UnwritableError(file=self._folder, reason=system_reason(error)) from error
        except BaseException:
            self._clear()
            raise

    def __enter__(self) -> Draft:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.storage.abandon()
        self._clear()

    def _clear(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def clean(self) -> None:
        """See to it that every document is one, and every text of a release safe to show. Raises
        UnreadableFileError or StoreError."""
        put: dict[str, dict[str, msgspec.Raw]] = {}
        for table in self.storage.tables:
            for key, document in self.storage.documents(table):
                cleaned = self._cleaned(document, table)
                if cleaned is not None:
                    put.setdefault(table, {})[key] = msgspec.Raw(cleaned)
        if put:
            self.storage.commit(Changes(put=put))

    def _cleaned(self, document: bytes, table: str) -> bytes | None:
        """A document made safe; None where it is, or holds no release."""
        try:
            value = msgspec.json.decode(document, type=dict[str, Any])
            cleaned = clean_values(value) if table in (RELEASES, TRASH) else value
        except NO_DOCUMENT as error:
            raise UnreadableFileError(file=self._file, reason=_(DAMAGED)) from error
        return _encode(cleaned) if cleaned != value else None

    def keep(self, now: Snapshot, time: datetime, who: str) -> tuple[int, int]:
        """Keep within it what is there ``now`` and would be gone: of a release that it has too, the text, as a
        version; a release that it does not have, in the trash, with its versions. Returns how many of the one, and
        how many were no trash before. Raises StoreError."""
        there = {_name(document).id: (table, key) for table, key, document in _releases(self.storage)}
        database = JournalDB(storage=lambda: self.storage)
        trash, versions = database.table(TRASH), database.table(VERSIONS)
        past = History(versions, self._folder)
        kept, discarded, moved, said = 0, 0, set(), time.isoformat()
        with self.storage.transaction():
            for table, key, document in _releases(now):
                identifier = _name(document).id
                if identifier in there:
                    if not say_the_same(document, self._document(*there[identifier])):
                        version = past.keep(identifier, document, time, Reason.CADANGAN, who)
                        kept += version is not None
                elif identifier:
                    trash.insert(
                        {"id": identifier, "time": said, "who": clean_line(who), "document": _decode(document)}
                        if table == RELEASES
                        else _decode(now.document(table, key))
                    )
                    moved.add(identifier)
                    discarded += table == RELEASES
            for _key, chapter in now.documents(VERSIONS):
                if _name(chapter).release in moved:
                    versions.insert(_decode(chapter))
        return kept, discarded

    def _document(self, table: str, key: str) -> bytes:
        document = self.storage.document(table, key)
        return document if table == RELEASES else _thrown(document)
