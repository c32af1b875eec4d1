"""The newsroom with one kind of work going on in a thread without end: ``python -m tests.benchmarks.busy
nothing|search|checking|compaction FILE CONFIG``."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from humas_tui.desk import Desk
from humas_tui.tui import open_newsroom
from humas_tui.tui.screens.newsroom import Newsroom


def compact(desk: Desk) -> None:
    """Change a release, so that the data file is made anew."""
    one = desk.shelf.newest()[7]
    desk.store.put([one.revised(datetime.now(UTC), headline=f"Baru {datetime.now(UTC)}")])
    desk.store.tidy(idle=True)


def check(desk: Desk) -> None:
    """Hold every document against its checksum."""
    storage = desk.store._storage  # type: ignore[attr-defined] # the port does it once only
    storage.verify()


JOBS: dict[str, Callable[[Desk], object]] = {
    "nothing": lambda desk: threading.Event().wait(60),
    "search": lambda desk: desk.shelf.find("vaksinasi zebra"),
    "checking": check,
    "compaction": compact,
}


class Busy(Newsroom):
    """The newsroom, at work."""

    job: Callable[[Desk], object]

    def _begin(self) -> None:
        super()._begin()
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            type(self).job(self.desk)


if __name__ == "__main__":
    Busy.job = staticmethod(JOBS[sys.argv[1]])
    import humas_tui.tui.screens.newsroom as module

    module.Newsroom = Busy  # type: ignore[misc]
    sys.exit(open_newsroom(Path(sys.argv[2]), Path(sys.argv[3]), "id"))
