"""Stand-ins for the world outside, written by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from humas_tui.errors import RefusedError, UnwritableError
from humas_tui.model import Release
from humas_tui.ports import CopyReport, CopyState

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
    """A store in memory; ``full`` has every save fail."""

    def __init__(self, *releases: Release) -> None:
        self.releases = {release.id: release for release in releases}
        self.full = False

    def all(self) -> list[Release]:
        return list(self.releases.values())

    def get(self, identifier: str) -> Release | None:
        return self.releases.get(identifier)

    def put(self, releases: Iterable[Release]) -> None:
        if self.full:
            raise UnwritableError(file="humas.json", reason="No space left on device")
        self.releases |= {release.id: release for release in releases}

    def rescue(self, release: Release) -> Path | None:
        return Path("/rescue") / f"{release.id}.md"


class MemoryClipboard:
    """Remembers what was copied."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def copy(self, text: str) -> CopyReport:
        self.texts.append(text)
        return CopyReport(CopyState.CERTAIN, "memory", Path("/copy.txt"))


class MemoryFiles:
    """Files by their path."""

    def __init__(self, **contents: bytes) -> None:
        self.contents: dict[str, bytes] = dict(contents)

    def read(self, name: str) -> bytes:
        try:
            return self.contents[name]
        except KeyError:
            raise FileNotFoundError(2, "No such file or directory", name) from None

    def write(self, folder: Path, name: str, content: bytes, *, force: bool) -> Path:
        path = folder / name
        if str(path) in self.contents and not force:
            raise RefusedError(reason=f"{path} is there already")
        self.contents[str(path)] = content
        return path
