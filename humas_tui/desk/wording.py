"""Wording: a text of its own for an outlet, in place of the one that is composed from the release.

It lies with the release, together with what the release said when it was written: so it is known when the release
has changed since, and in what. A text that says what is composed, or nothing, is none of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from ..errors import FaultyOutletError, UsageError
from ..i18n import N_, _
from ..model import Basis, Office, OwnText, Reason, Release
from ..outlets import Outlet, outlets
from ..text.clean import clean
from .drafting import Drafting
from .releasing import safe


@dataclass
class Wording:
    """The use cases of texts written by hand. Releases are named by their identifier; each gives the next value,
    which lies on the shelf and is not kept yet. UsageError is raised for an outlet whose file is the release
    itself."""

    drafting: Drafting

    def write(self, identifier: str, outlet: Outlet, text: str, basis: Basis | None = None) -> Release:
        """Have ``text`` go out for the outlet. It is taken to be written from ``basis``; without one, from what
        the text before it was written from, and where there was none, from what the release says now: whoever
        mends a comma has not yet looked at what the release says otherwise."""
        release = self.drafting.shelf[identifier]
        written = clean(text).strip()
        if not written or written == self._composed(release, outlet):
            return self._put(release, outlet, None)
        before = release.own_text(outlet.name)
        if basis is None:
            basis = before.basis if before is not None else self.basis(release, outlet)
        return self._put(release, outlet, OwnText(outlet=outlet.name, text=written, basis=basis))

    def write_anew(self, identifier: str, outlet: Outlet, text: str) -> Release:
        """Have ``text``, a whole new one written from what the release says now, go out for the outlet. One in
        whose place it goes is in a version first. Raises StoreError; nothing is changed then."""
        basis = self.basis(self.drafting.shelf[identifier], outlet)
        self._keep_one_before(identifier, outlet)
        return self.write(identifier, outlet, text, basis)

    def compose_again(self, identifier: str, outlet: Outlet) -> Release:
        """Have what is composed from the release go out for the outlet again. What was written by hand is in a
        version first. Raises StoreError; nothing is changed then."""
        self._keep_one_before(identifier, outlet)
        return self._put(self.drafting.shelf[identifier], outlet, None)

    def still_right(self, identifier: str, outlet: Outlet) -> Release:
        """The text says what the release says now: from now on it is told when that changes."""
        release = self.drafting.shelf[identifier]
        own = release.own_text(outlet.name)
        return (
            release if own is None else self._put(release, outlet, replace(own, basis=self.basis(release, outlet)))
        )

    def basis(self, release: Release, outlet: Outlet) -> Basis:
        """What a text for the outlet is made from."""
        _composing(outlet)
        return Basis.of(release, outlet.reads)

    def composed(self, release: Release, outlet: Outlet) -> str:
        """What goes out for the outlet where nothing was written by hand. Raises FaultyOutletError."""
        return _composing(outlet)(safe(release), self.drafting.office)

    def _composed(self, release: Release, outlet: Outlet) -> str | None:
        """The same, stripped; None where an outlet of the user's own cannot make it."""
        try:
            return self.composed(release, outlet).strip()
        except FaultyOutletError:
            return None

    def _put(self, release: Release, outlet: Outlet, own: OwnText | None) -> Release:
        """The text in its place among the others, a new one behind them."""
        texts = {one.outlet: release.own_text(one.outlet) for one in release.texts} | {outlet.name: own}
        return self.drafting.revise(release.id, texts=tuple(one for one in texts.values() if one is not None))

    def _keep_one_before(self, identifier: str, outlet: Outlet) -> None:
        if self.drafting.shelf[identifier].own_text(outlet.name) is not None:
            self.drafting.history.keep(identifier, Reason.PULIH)


def _composing(outlet: Outlet) -> Callable[[Release, Office], str]:
    """How its text is composed. Raises UsageError."""
    if outlet.composed is None:
        raise UsageError(
            N_("{outlet} has no text of its own: it is the release itself. Choose one of: {known}."),
            outlet=_(outlet.title),
            known=", ".join(one.name for one in outlets() if one.composed is not None),
        )
    return outlet.composed


def based(release: Release) -> tuple[OwnText, ...]:
    """The texts of a release that came in from a file: it does not tell what they were written from, so they are
    taken to be written from what came in with them. Nothing is no text."""
    reads = {outlet.name: outlet.reads for outlet in outlets()}
    return tuple(
        own if own.basis.said() else replace(own, basis=Basis.of(release, reads.get(own.outlet, ())))
        for own in release.texts
        if own.text.strip()
    )
