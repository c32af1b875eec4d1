"""A real disk of which the Nth call of a kind fails, or every one from there on. A file is cut back only where a
write has failed: where ``truncate`` is to fail, every 7th write does, half done."""

from __future__ import annotations

import os
from pathlib import Path

from humas_tui.store.disk import Disk

NEVER = 1 << 30
KINDS = tuple("open write short_write sync sync_folder rename link unlink truncate read names".split())


class FailingDisk(Disk):
    """``calls`` counts those of the kind; ``failed`` tells whether one did. A short write takes half first. Every
    other write takes a third only, and the next one the rest."""

    def __init__(self, kind: str, nth: int, number: int, *, for_good: bool = False) -> None:
        self.kind, self.nth, self.number, self.for_good = kind, nth, number, for_good
        self.calls = self.writes = 0
        self.failed = self.part = False

    def begin(self, nth: int) -> None:
        """Count from here on: the ``nth`` call fails."""
        self.calls, self.nth = 0, nth

    def _count(self, kind: str) -> bool:
        if kind != self.kind:
            return False
        self.calls += 1
        if self.calls == self.nth or (self.for_good and self.calls > self.nth):
            self.failed = True
            return True
        return False

    def _may_fail(self, kind: str) -> None:
        if self._count(kind):
            raise OSError(self.number, os.strerror(self.number))

    def open(self, path: Path, flags: int) -> int:
        self._may_fail("open")
        return super().open(path, flags)

    def write(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
        self._may_fail("write")
        self.writes += 1
        if self._count("short_write") or (self.kind == "truncate" and self.writes % 7 == 0):
            super().write(descriptor, memoryview(data)[: len(data) // 2], offset)
            raise OSError(self.number, os.strerror(self.number))
        self.part = not self.part
        return super().write(descriptor, memoryview(data)[: max(1, len(data) // 3)] if self.part else data, offset)

    def sync(self, descriptor: int) -> None:
        self._may_fail("sync")
        super().sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        self._may_fail("sync_folder")
        super().sync_folder(folder)

    def rename(self, source: Path, target: Path) -> None:
        self._may_fail("rename")
        super().rename(source, target)

    def link(self, source: Path, target: Path) -> None:
        self._may_fail("link")
        super().link(source, target)

    def unlink(self, path: Path) -> None:
        self._may_fail("unlink")
        super().unlink(path)

    def truncate(self, descriptor: int, size: int) -> None:
        self._may_fail("truncate")
        super().truncate(descriptor, size)

    def read(self, descriptor: int, size: int, offset: int) -> bytes:
        self._may_fail("read")
        return super().read(descriptor, size, offset)

    def names(self, folder: Path) -> list[str]:
        self._may_fail("names")
        return super().names(folder)
