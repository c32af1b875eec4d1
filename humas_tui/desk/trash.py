"""The trash: what is deleted lies there for thirty days, and can be had back at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from ..model import Discarded, Release
from ..ports import Clock, Store
from .shelf import Shelf

KEPT_FOR: Final = timedelta(days=30)


@dataclass
class Trash:
    """The use cases of deleting. ``who`` is written to what is deleted."""

    store: Store
    clock: Clock
    shelf: Shelf
    who: str
    _last: list[tuple[str, ...]] = field(default_factory=list)

    def discard(self, *identifiers: str) -> None:
        """Take releases off the shelf and put them into the trash. Raises StoreError; nothing is changed then."""
        self.store.put(release for release in map(self.shelf.get, identifiers) if release is not None)
        self.store.discard(identifiers, self.clock.now(), self.who)
        self.shelf.remove(*identifiers)
        self._last.append(identifiers)

    def undo(self) -> list[Release]:
        """Take back the last deletion of this session that was not taken back yet. Raises StoreError."""
        back = self.put_back(*self._last[-1]) if self._last else []
        if self._last:
            self._last.pop()
        return back

    def discarded(self) -> list[Discarded]:
        """What lies in the trash, what was put there last first. Raises StoreError."""
        return self.store.discarded()

    def put_back(self, *identifiers: str) -> list[Release]:
        """Lay releases on the shelf again, with everything they had. Raises StoreError."""
        back = self.store.put_back(identifiers)
        for release in back:
            self.shelf.lay(release)
        return back

    def empty(self) -> int:
        """Take what was deleted more than thirty days ago away for good. Returns how many. Raises StoreError."""
        return self.store.empty_trash(self.clock.now() - KEPT_FOR)
