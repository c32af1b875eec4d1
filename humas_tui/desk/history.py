"""History: versions kept, looked at, brought back. Nothing is ever written over: going back is a new version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from ..model import Reason, Release, Version
from ..ports import Clock, Store
from ..text.compare import Row, bring_back
from .shelf import Shelf

#: After so much work on a release a version is kept unasked.
WORK: Final = timedelta(minutes=10)
#: What going back leaves as it is: what the release is, and what the office has decided about it.
STAYS: Final = frozenset({"id", "created", "updated", "revision", "status", "number", "ignored"})


@dataclass
class History:
    """The use cases of looking back. ``who`` is written to every version."""

    store: Store
    clock: Clock
    shelf: Shelf
    who: str
    _worked_since: dict[str, datetime] = field(default_factory=dict)

    def keep(self, identifier: str, reason: Reason = Reason.SIMPAN) -> Version | None:
        """Keep a release as it lies on the shelf as a version. None where the last version says the same.
        Raises StoreError."""
        release = self.shelf.get(identifier)
        if release is None:
            return None
        version = self.store.keep_version(release, self.clock.now(), reason, self.who)
        self._worked_since.pop(identifier, None)
        return version

    def keep_if_due(self, identifier: str) -> Version | None:
        """Keep a version where ten minutes of work have gone by since the last one. Raises StoreError."""
        now = self.clock.now()
        if now - self._worked_since.setdefault(identifier, now) < WORK:
            return None
        version = self.keep(identifier, Reason.BERKALA)
        self._worked_since[identifier] = now
        return version

    def versions(self, identifier: str) -> list[Version]:
        """The versions of a release, the last one first. Raises StoreError."""
        return self.store.versions(identifier)

    def at(self, version: Version) -> Release:
        """The release as it was then. Raises StoreError when that cannot be read any more."""
        return self.store.version(version.release, version.number)

    def go_back(self, version: Version) -> Release:
        """Make the release say again what it said then. What it says now is kept as a version first; its status
        and number stay. Raises StoreError; nothing is changed then."""
        then = self.at(version)
        fields = {name: getattr(then, name) for name in then.__struct_fields__ if name not in STAYS}
        return self._change(version.release, fields)

    def bring_back(self, version: Version, row: Row) -> Release:
        """Bring back one paragraph as it was then; ``row`` is of the comparison of both bodies. Raises StoreError;
        nothing is changed then."""
        now = self.shelf.get(version.release)
        body = now.body if now is not None else ""
        return self._change(version.release, {"body": bring_back(self.at(version).body, body, row)})

    def _change(self, identifier: str, fields: dict[str, Any]) -> Release:
        release = self.shelf[identifier]
        revised = release.revised(self.clock.now(), **fields)
        if revised is not release:
            self.keep(identifier, Reason.PULIH)
            self.store.put([revised])
            self.shelf.lay(revised)
        return revised
