"""The pane of the release list: search, filters, list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Select

from ...i18n import _
from ...model import CATEGORIES, STATUSES, Category, Release, Status
from ...text.count import grouped
from .line import Line
from .release_list import ReleaseList

#: After so long a search what is listed pales: it is not what is sought.
PALES: Final = 0.15


class SearchLine(Line):
    """The line of the search; up, down and the like move the list below it."""

    @dataclass
    class Steered(Message):
        """A key that belongs to the list was pressed."""

        key: str

    async def on_key(self, event: events.Key) -> None:
        """Hand on the keys that have no meaning in a line."""
        if event.key in ("up", "down", "pageup", "pagedown"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Steered(event.key))


class ListPane(Vertical):
    """Search, filters and list; ``Sought`` tells what the officer wants to see."""

    @dataclass
    class Sought(Message):
        """Show the releases that hold this, with this status and category (None: any)."""

        query: str
        status: Status | None
        category: Category | None

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(id="list-pane", classes="pane")
        self._now = now
        self._pales: Timer | None = None
        self._take_first = False

    def compose(self) -> ComposeResult:
        """Search and list; the filters come with ``furnish``."""
        yield SearchLine(placeholder=_("Search  ^O"), compact=True, select_on_focus=False, id="search")
        yield ReleaseList(self._now, id="list")

    async def furnish(self) -> None:
        """Mount the filters, and have dates in the list: the first picture does without."""
        self.releases.furnish()
        statuses: list[tuple[Any, Any]] = [(Content(_(title)), status) for status, title in STATUSES.items()]
        categories: list[tuple[Any, Any]] = [(Content(_(title)), value) for value, title in CATEGORIES.items()]
        await self.mount(
            Horizontal(
                Select(statuses, prompt=_("All statuses"), compact=True, id="status"),
                Select(categories, prompt=_("All categories"), compact=True, id="category"),
                id="filters",
            ),
            after="#search",
        )

    @property
    def releases(self) -> ReleaseList:
        """The list itself."""
        return self.query_one(ReleaseList)

    @property
    def search(self) -> SearchLine:
        """The line of the search."""
        return self.query_one(SearchLine)

    @property
    def sought(self) -> Sought:
        """What the officer wants to see now."""
        status, category = (
            next((select.value for select in self.query(f"#{name}").results(Select)), None)
            for name in ("status", "category")
        )
        return self.Sought(
            self.search.value,
            status if isinstance(status, Status) else None,
            category if isinstance(category, Category) else None,
        )

    def wait(self) -> None:
        """What is sought is still looked for: what is listed was sought before."""
        if self._pales is None:
            self._pales = self.set_timer(PALES, self._pale)

    def _pale(self) -> None:
        self.border_subtitle = _("searching …")
        self.releases.add_class("-pale")

    def show(
        self, found: Sequence[Release], words: tuple[str, ...], *, total: int, empty: str, keep: str, last: bool
    ) -> None:
        """List what was found by these words, of ``total``; ``empty`` is said where that is nothing. The cursor is
        on the release whose identifier is ``keep``, else on the first. Not the ``last``, what is sought now is
        still looked for."""
        self.releases.empty = empty
        self.releases.show(found, words, keep=keep)
        self.border_subtitle = " / ".join(map(grouped, dict.fromkeys((len(found), total))))
        if last:
            if self._pales is not None:
                self._pales.stop()
            self._pales = None
            self.releases.remove_class("-pale")
            if self._take_first:
                self.releases.action_choose()
            self._take_first = False

    def reset(self) -> None:
        """Seek nothing, filter nothing; tells nobody."""
        with self.prevent(Input.Changed, Select.Changed):
            self.search.value = ""
            for select in self.query(Select):
                select.clear()

    @on(Input.Changed, "#search")
    @on(Select.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self._take_first = False
        self.post_message(self.sought)

    @on(Input.Submitted, "#search")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._pales is not None:
            self._take_first = True  # of what is found, not of what is listed still
        else:
            self.releases.action_choose()

    @on(SearchLine.Steered)
    def _steered(self, event: SearchLine.Steered) -> None:
        event.stop()
        moves = {"up": (-1, 0), "down": (1, 0), "pageup": (0, -1), "pagedown": (0, 1)}
        by, pages = moves[event.key]
        self.releases.action_move(by) if by else self.releases.action_page(pages)

    @on(ReleaseList.Typed)
    def _typed(self, event: ReleaseList.Typed) -> None:
        event.stop()
        self.search.focus()
        self.search.cursor_position = len(self.search.value)
        self.search.insert_text_at_cursor(event.character)
