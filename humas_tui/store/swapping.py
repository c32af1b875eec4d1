"""Files put in the place of others: all of them, or none."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from ..durable import write_durably
from ..errors import UnwritableError, system_reason


class Swap:
    """New files, written beside the places that they are to have (``prepare``), then put there (``commit``). Left
    by an error, everything is as it was; what was replaced is taken away only when nothing can fail any more."""

    def __init__(self) -> None:
        self._new: dict[Path, Path] = {}
        self._old: dict[Path, Path] = {}
        self._put: list[Path] = []
        self._folders: list[Path] = []

    def prepare(self, target: Path, content: Iterable[bytes], *, private: bool = False) -> None:
        """Write what is to stand at ``target``. Raises UnwritableError, or what ``content`` raises."""
        missing = [folder for folder in target.parents if not os.path.lexists(folder)]
        self._folders += reversed(missing)
        new = _beside(target)
        self._new[target] = new
        write_durably(new, content, private=private)

    def commit(self) -> None:
        """Put everything in its place. Raises UnwritableError."""
        for target, new in self._new.items():
            old = _beside(target)
            try:
                if os.path.lexists(target):
                    target.rename(old)
                    self._old[target] = old
                new.rename(target)
            except OSError as error:
                raise UnwritableError(file=target, reason=system_reason(error)) from error
            self._put.append(target)

    def __enter__(self) -> Swap:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._undo()
        else:
            _remove(self._old.values())

    def _undo(self) -> None:
        _remove(self._put)
        for target, old in self._old.items():
            with suppress(OSError):
                old.rename(target)
        _remove(self._new.values())
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()


def _beside(target: Path) -> Path:
    """A name of its own in the same folder."""
    return target.with_name(f".humas-{secrets.token_hex(8)}.old")


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
