"""What the desk asks of the world outside, as protocols. ``bootstrap`` hands it the real parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from .model import Release


class Store(Protocol):
    """Where releases are kept. Errors are of the StoreError branch."""

    def all(self) -> list[Release]:
        """Every release, in no promised order."""

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier."""

    def put(self, releases: Iterable[Release]) -> None:
        """Keep these values; durable when this returns."""

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


class Files(Protocol):
    """Files that the user sees: photos and logos read, artifacts written."""

    def read(self, name: str) -> bytes:
        """The bytes of a file named relative to the data folder, or absolutely.

        Raises OSError when it cannot be read."""

    def write(self, folder: Path, name: str, content: bytes, *, force: bool) -> Path:
        """Write a file and return its path.

        Raises RefusedError when it exists and ``force`` is not given, UnwritableError when it cannot
        be written."""
