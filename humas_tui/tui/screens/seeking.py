"""Listing the releases that are sought: at once where they are in memory, else as soon as they are found."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from textual import on, work

from ...errors import StoreError
from ...i18n import _
from ...model import Category, Status
from ..messages import Found, Sighted
from ..widgets.list_pane import ListPane
from .room import Room

if TYPE_CHECKING:
    from ...desk import Desk

#: A search that is not wanted any more is given up, unless nothing was shown for so many seconds: who types on and
#: on shall see something.
PATIENCE: Final = 1.0


class Seeking(Room):
    """The part of the newsroom that lists releases. One search runs at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._searching = self._search_again = False
        self._listed_at = 0.0

    @on(ListPane.Sought)
    def look_for(self, sought: ListPane.Sought) -> None:
        """List the releases that are sought; where that takes long, those before until they are found."""
        if self.desk.shelf.quick:
            found = self.desk.shelf.find(sought.query, sought.status, sought.category)
            self._list(Sighted(sought.query, found))
        elif self._searching:
            self._search_again = True
        else:
            self._searching = True
            self.query_one(ListPane).wait()
            self._search(self.desk, sought.query, sought.status, sought.category)

    @work(thread=True, group="search")
    def _search(self, desk: Desk, query: str, status: Status | None, category: Category | None) -> None:
        given_up = False

        def go_on() -> bool:
            nonlocal given_up
            given_up = given_up or (self._search_again and monotonic() - self._listed_at < PATIENCE)
            return not given_up

        try:
            found = desk.shelf.find(query, status, category, go_on)
        except StoreError as error:
            self.post_message(Found([str(error)]))
            found = ()
        self.post_message(Sighted(query, None if given_up else found))

    @on(Sighted)
    def _sighted(self, event: Sighted) -> None:
        again, self._searching, self._search_again = self._search_again, False, False
        if event.releases is not None:
            self._list(event, last=not again)
        if again:
            self.look_for(self.query_one(ListPane).sought)

    def _list(self, sighted: Sighted, *, last: bool = True) -> None:
        from ...desk.shelf import words_of

        assert sighted.releases is not None
        total = len(self.desk.shelf)
        empty = (
            _("Nothing found.\n\nEsc  show all releases")
            if total
            else _("Nothing here yet.\n\n^N   new release\nF12  bring in a file")
        )
        pane = self.query_one(ListPane)
        self._listed_at = monotonic()
        pane.show(sighted.releases, words_of(sighted.query), total=total, empty=empty, keep=self.shown, last=last)
        self.open_soon()
