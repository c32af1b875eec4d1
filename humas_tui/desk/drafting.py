"""Drafting: a new release, the next value of one, keeping it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Office, Reason, Release, new_identifier
from ..ports import Clock, Store
from .history import History
from .shelf import Shelf
from .template import Template, lay_out


@dataclass
class Drafting:
    """The use cases of writing."""

    store: Store
    clock: Clock
    shelf: Shelf
    office: Office
    history: History

    def start(
        self,
        template: Template | None = None,
        answers: Mapping[str, str] | None = None,
        headline: str = "",
    ) -> Release:
        """A new draft on the shelf, from a template with the answers to its questions, or empty; a given
        ``headline`` goes before that of the template."""
        fields: dict[str, Any] = {"place": self.office.city}
        if template is not None:
            fields |= lay_out(template, answers or {}, self.office)
        if headline:
            fields["headline"] = headline
        return self.bring(fields)

    def bring(self, fields: Mapping[str, Any]) -> Release:
        """A new draft on the shelf with these fields."""
        now = self.clock.now()
        release = Release(id=new_identifier(now), created=now, updated=now, **fields)
        self.shelf.lay(release)
        return release

    def revise(self, identifier: str, **changes: Any) -> Release:
        """The next value of a release, laid on the shelf; not yet kept. Before its status changes, a version is
        kept: StoreError is raised, and nothing changed, when that cannot be done."""
        release = self.shelf[identifier]
        revised = release.revised(self.clock.now(), **changes)
        if revised is not release:
            if revised.status is not release.status:
                self.history.keep(identifier, Reason.STATUS)
            self.shelf.lay(revised)
        return revised

    def keep(self, *identifiers: str, synced: bool = True) -> None:
        """Make what lies on the shelf under these identifiers durable; not ``synced``, it survives the end of the
        program, but not yet the loss of power (``settle``). Raises StoreError."""
        releases = [release for release in map(self.shelf.get, identifiers) if release is not None]
        if releases:
            self.store.put(releases, synced=synced)
            for release in releases:
                self.history.keep_if_due(release.id)

    def settle(self) -> None:
        """Make everything that was kept survive the loss of power too. Raises StoreError."""
        self.store.sync()

    def rescue(self, identifier: str) -> Path | None:
        """Put a release that could not be kept into a file of its own. Returns its path, if it could be."""
        release = self.shelf.get(identifier)
        return self.store.rescue(release) if release is not None else None
