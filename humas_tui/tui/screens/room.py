"""What the parts of the newsroom ask of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.screen import Screen

from ...model import Release

if TYPE_CHECKING:
    from ...desk import Desk


class Room(Screen[None]):
    """The newsroom, as its parts see it."""

    desk: Desk
    _keymap: dict[str, str]
    pane: reactive[str] = reactive("list")

    @property
    def shown(self) -> str:
        """The identifier of the release in the editor; empty where there is none."""
        raise NotImplementedError

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        raise NotImplementedError

    @property
    def near(self) -> str:
        """The identifier of a release beside the one in the list; empty where there is none."""
        raise NotImplementedError

    def gather(self) -> None:
        """Take over what was typed, and show it."""
        raise NotImplementedError

    def take_over(self) -> None:
        """Take over what was typed."""
        raise NotImplementedError

    def keep_now(self) -> str:
        """Save everything at once. Returns what went wrong, or nothing."""
        raise NotImplementedError

    def mark_unkept(self, identifier: str) -> None:
        """This release has a value on the shelf that the store does not have: have it saved."""
        raise NotImplementedError

    def tell_findings(self) -> None:
        """Tell what the store has found since that was last told."""
        raise NotImplementedError

    def action_keep(self) -> None:
        """Keep a version now."""
        raise NotImplementedError

    def all_kept(self, otherwise: str) -> bool:
        """Whether everything is saved; where that fails, it is told under that title."""
        failure = self.keep_now()
        if failure:
            self.notify(failure, severity="error", timeout=10, markup=False, title=otherwise)
        return not failure

    def claim(self) -> object:
        """Become the one who writes, if that can be."""
        raise NotImplementedError

    def may_write(self) -> bool:
        """Whether this window writes; where it does not, that is told."""
        raise NotImplementedError

    def add(self, release: Release) -> None:
        """List, show and keep a release that was just begun."""
        raise NotImplementedError

    def show_release(self, release: Release | None) -> None:
        """Have this release in editor and preview."""
        raise NotImplementedError

    def open_soon(self) -> None:
        """Open the release under the cursor of the list when it has rested there."""
        raise NotImplementedError

    def show_anew(self, identifier: str = "") -> None:
        """Show what lies on the shelf, all of which may be another: in the editor the release of that
        identifier, or the one that was there."""
        raise NotImplementedError
