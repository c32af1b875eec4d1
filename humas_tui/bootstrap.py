"""The only place that names the real parts and hands them to the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from .config import Settings
from .deliver.clipboard import ClipboardChain
from .deliver.files import DiskFiles
from .desk import Desk
from .store import ReleaseStore


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The time now, in the computer's zone."""
        return datetime.now().astimezone()


def make_desk(data: Path, settings: Settings, terminal: Callable[[str], None] | None = None) -> Desk:
    """A desk over the data file. ``terminal`` writes to the screen's terminal, where there is one."""
    return Desk(
        store=ReleaseStore(data),
        clock=SystemClock(),
        clipboard=ClipboardChain(data.parent, terminal),
        files=DiskFiles(data.parent),
        office=settings.office,
    )
