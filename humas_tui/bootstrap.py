"""The only place that names the real parts and hands them to the desk. Each is imported where it is handed
over: a command that only looks at releases does without most of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .desk import Desk, Shelf
    from .model.settings import Settings


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The time now, in the computer's zone."""
        return datetime.now().astimezone()


def make_desk(data: Path, settings: Settings, terminal: Callable[[str], None] | None = None) -> Desk:
    """A desk over the data file. ``terminal`` writes to the screen's terminal, where there is one."""
    from .deliver import ClipboardChain, DiskFiles, DiskLog
    from .desk import Desk
    from .store import ReleaseStore
    from .store.lock import user_name

    clock, who = SystemClock(), user_name()
    return Desk(
        store=ReleaseStore(data),
        clock=clock,
        clipboard=ClipboardChain(data.parent, terminal),
        files=DiskFiles(data.parent),
        office=settings.office,
        who=who,
        log=DiskLog(data, clock, who),
    )


def open_shelf(data: Path) -> Shelf:
    """The releases of the data file, to be looked at. Raises StoreError."""
    from .desk import Shelf
    from .store import ReleaseStore

    shelf = Shelf()
    shelf.fill(ReleaseStore(data).all())
    return shelf


def look_after(desk: Desk, data: Path, config: Path) -> list[str]:
    """What is done in the background once the newsroom is open: empty the trash of what lay there for thirty days,
    make the backup of the day, check what was believed when a large file was opened. Returns what was found, and
    what cannot be done, in sentences."""
    from .errors import HumasError

    told: list[str] = []
    try:
        if desk.store.writable:
            desk.trash.empty()
        told += desk.store.verify()
    except HumasError as error:
        told.append(str(error))
    return told
