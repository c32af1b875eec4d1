"""Stand-ins for the world outside, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta, timezone
from pathlib import Path

from msgspec.structs import replace

from humas_tui.errors import LockedError, RefusedError, StoppedError, UnwritableError
from humas_tui.model import Discarded, Reason, Release, Version
from humas_tui.ports import Absence, BackupReport, CopyReport, CopyState, RestoreReport, never

WIB = timezone(timedelta(hours=7), "WIB")


class FixedClock:
    """A clock that stands, and moves on when told."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 16, 45, tzinfo=WIB)

    def now(self) -> datetime:
        return self.moment

    def wait(self, **by: float) -> None:
        self.moment += timedelta(**by)


class MemoryStore:
    """A store in memory; ``full`` has every save fail, ``owner_name`` every claim."""

    def __init__(self, *releases: Release) -> None:
        self.releases = {release.id: release for release in releases}
        self.kept: dict[str, list[tuple[Version, Release]]] = {}
        self.trash: dict[str, Discarded] = {}
        self.full = False
        self.owner_name = ""
        self.writable = False
        self.unsynced = 0

    def claim(self, wait: float = 0.0) -> None:
        if self.owner_name:
            raise LockedError(file="humas.json", owner=self.owner_name)
        self.writable = True

    def close(self) -> None:
        self.sync()
        self.writable = False

    def findings(self, *, lost: bool = False) -> list[str]:
        return []

    def owner(self) -> str:
        return self.owner_name

    def tidy(self, *, idle: bool = False) -> None:
        pass

    def verify(self) -> list[str]:
        return []

    def all(self) -> list[Release]:
        return list(self.releases.values())

    def get(self, identifier: str) -> Release | None:
        return self.releases.get(identifier)

    def _change(self) -> None:
        self.claim()
        if self.full:
            raise UnwritableError(file="humas.json", reason="No space left on device")

    def put(self, releases: Iterable[Release], *, synced: bool = True) -> None:
        self._change()
        self.releases |= {release.id: release for release in releases}
        self.unsynced = 0 if synced else self.unsynced + 1

    def sync(self) -> None:
        self.unsynced = 0

    def keep_version(self, release: Release, time: datetime, reason: Reason, who: str) -> Version | None:
        self._change()
        kept = self.kept.setdefault(release.id, [])
        if kept and replace(kept[-1][1], updated=release.updated, revision=release.revision) == release:
            return None
        version = Version(release=release.id, number=len(kept) + 1, time=time, reason=reason, who=who)
        kept.append((version, release))
        return version

    def versions(self, identifier: str) -> list[Version]:
        return [version for version, _ in reversed(self.kept.get(identifier, []))]

    def version(self, identifier: str, number: int) -> Release:
        return {version.number: release for version, release in self.kept.get(identifier, [])}[number]

    def discard(self, identifiers: Iterable[str], time: datetime, who: str) -> None:
        self._change()
        for identifier in identifiers:
            self.trash[identifier] = Discarded(release=self.releases.pop(identifier), time=time, who=who)

    def discarded(self) -> list[Discarded]:
        return sorted(self.trash.values(), key=lambda thrown: thrown.time, reverse=True)

    def put_back(self, identifiers: Iterable[str]) -> list[Release]:
        self._change()
        back = [self.trash.pop(identifier).release for identifier in identifiers if identifier in self.trash]
        self.releases |= {release.id: release for release in back}
        return back

    def empty_trash(self, before: datetime) -> int:
        self._change()
        old = [identifier for identifier, thrown in self.trash.items() if thrown.time < before]
        for identifier in old:
            del self.trash[identifier]
            self.kept.pop(identifier, None)
        return len(old)

    def rescue(self, release: Release) -> Path | None:
        return Path("/rescue") / f"{release.id}.md"


class MemoryVault:
    """Backups by the name of their file. ``current`` are those that say what is there now; ``large`` is whether
    the photos are; ``full`` has every backup fail, ``stuck`` every removal."""

    def __init__(self, *names: str) -> None:
        self.folder = Path("/data/humas.json.backups")
        self.stem = "humas"
        self.backups: dict[str, BackupReport] = {}
        self.current: set[str] = set()
        self.large = self.full = self.stuck = False
        self.restored: list[tuple[Path, datetime, str, Path]] = []
        for name in names:
            self.backups[name] = BackupReport(self.folder / name, datetime(2026, 1, 1, tzinfo=WIB), 8, {})

    def names(self) -> list[str]:
        return sorted(self.backups)

    def place(self, name: str, given: Path | None = None) -> Path:
        return given or self.folder / name

    def write(
        self, path: Path, time: datetime, *, spare: bool = False, stop: Callable[[], bool] = never
    ) -> BackupReport:
        if self.full:
            raise UnwritableError(file=path, reason="No space left on device")
        if path.name in self.backups:
            raise RefusedError(reason=f"{path} is there already")
        if stop():
            raise StoppedError
        left_out = {"photos/a.jpg": Absence.SPARED} if spare and self.large else {}
        self.backups[path.name] = BackupReport(path, time, 8, left_out)
        return self.backups[path.name]

    def report(self, path: Path) -> BackupReport | None:
        return self.backups.get(path.name)

    def is_current(self, name: str, *, spare: bool = False) -> bool:
        return name in self.current

    def remove(self, name: str) -> None:
        if self.stuck:
            raise UnwritableError(file=name, reason="Permission denied")
        del self.backups[name]

    def restore(self, file: Path, time: datetime, who: str, before: Path) -> RestoreReport:
        self.restored.append((file, time, who, before))
        return RestoreReport(8, time, before, 0, 0, (), {})

    def close(self) -> None:
        pass


class MemoryClipboard:
    """Remembers what was copied."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def copy(self, text: str) -> CopyReport:
        self.texts.append(text)
        return CopyReport(CopyState.CERTAIN, "memory", Path("/copy.txt"))

    def copy_formatted(self, html: str, text: str) -> CopyReport:
        self.texts += [html, text]
        return CopyReport(CopyState.CERTAIN, "memory", Path("/copy.html"))


class MemoryOpener:
    """Remembers what was opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def refusal(self) -> str:
        return ""

    def open(self, target: str) -> None:
        self.opened.append(target)


class MemoryFiles:
    """Files by their path."""

    def __init__(self, **contents: bytes) -> None:
        self.contents: dict[str, bytes] = dict(contents)

    def read(self, name: str) -> bytes:
        try:
            return self.contents[name]
        except KeyError:
            raise FileNotFoundError(2, "No such file or directory", name) from None

    def keep(self, name: str, content: bytes) -> None:
        self.contents[name] = content

    def write(self, folder: Path, name: str, content: bytes, *, force: bool) -> Path:
        path = folder / name
        if str(path) in self.contents and not force:
            raise RefusedError(reason=f"{path} is there already")
        self.contents[str(path)] = content
        return path

    def together(self) -> AbstractContextManager[None]:
        return nullcontext()


class MemoryLog:
    """Remembers what went out over a limit."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, str, list[str]]] = []

    def forced(self, release: Release, outlet: str, reasons: Sequence[str]) -> None:
        self.entries.append((release.id, outlet, list(reasons)))
