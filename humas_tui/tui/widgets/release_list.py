"""The release list: a virtual list of fixed-height rows on Textual's Line API.

Filling it costs nothing a row (OptionList: 2.3 s for 10,000), since only the rows on the screen are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...desk.shelf import context, place_of
from ...i18n import _, current
from ...model import Release, Status
from ...text.clean import clean_line

#: A mark a status: shape and colour both tell, so that neither is needed alone.
MARKS: Final[dict[Status, str]] = {
    Status.DRAF: "○",
    Status.TINJAU: "◐",
    Status.DISETUJUI: "●",
    Status.TERBIT: "✔",
    Status.ARSIP: "▪",
}


class ReleaseList(ScrollView, can_focus=True):
    """Releases, two rows each; three while searching, the third with the words around the hit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "release-list--headline",
        "release-list--detail",
        "release-list--cursor",
        "release-list--hit",
        "release-list--empty",
        *(f"release-list--{status.value}" for status in Status),
    }
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Highlighted(Message):
        """The cursor is on this release now."""

        release: Release

    @dataclass
    class Chosen(Message):
        """The officer wants to work on this release."""

        release: Release

    @dataclass
    class Typed(Message):
        """A character was typed: it belongs to the search."""

        character: str

    def __init__(self, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._now = now
        self._releases: Sequence[Release] = ()
        self._words: tuple[str, ...] = ()
        self._rows = 2
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)
        self.empty = ""
        self.dated = False

    @property
    def listed(self) -> Sequence[Release]:
        """The releases that are shown, in their order."""
        return self._releases

    @property
    def current(self) -> Release | None:
        """The release under the cursor."""
        return self._at(self.cursor)

    @property
    def near(self) -> Release | None:
        """The release below the cursor; under the last one, the one above."""
        others = [at for at in (self.cursor + 1, self.cursor - 1) if 0 <= at < len(self._releases)]
        return self._at(others[0]) if others else None

    def furnish(self) -> None:
        """Show dates and ages too: the tables for them take 50 ms to load, which the first picture spares."""
        self.dated = True
        self.tick()

    def show(self, releases: Sequence[Release], words: tuple[str, ...] = (), keep: str = "") -> None:
        """Show these releases, found by ``words``, with the cursor on the one whose identifier is ``keep``,
        else on the first."""
        self._releases = releases
        self._words = words
        self._rows = 3 if words else 2
        index = (place_of(releases, keep) if keep else None) or 0
        self.virtual_size = Size(self.size.width, len(releases) * self._rows)
        self.set_reactive(ReleaseList.cursor, index)
        self._scroll_to_cursor()
        self.refresh()

    def tick(self) -> None:
        """A minute went by: the ages are other ones."""
        self._strips.clear()
        self.refresh()

    def update(self, release: Release) -> None:
        """Draw the next value of a release that is in the list."""
        index = place_of(self._releases, release.id)
        if index is None:
            return
        if isinstance(self._releases, list):
            self._releases = [*self._releases[:index], release, *self._releases[index + 1 :]]
        self.refresh_lines(index * self._rows, self._rows)

    def validate_cursor(self, cursor: int) -> int:
        """Inside the list."""
        return max(0, min(cursor, len(self._releases) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint two releases and tell which one it is."""
        if not self._releases:
            return
        for index in (old, new):
            self.refresh_lines(index * self._rows, self._rows)
        self._scroll_to_cursor()
        if self.current is not None:
            self.post_message(self.Highlighted(self.current))

    def action_move(self, by: int) -> None:
        """Move the cursor by so many releases."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by so many pages."""
        self.cursor += by * max(1, self.size.height // self._rows)

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first release (0) or the last (-1)."""
        self.cursor = to if to >= 0 else len(self._releases) - 1

    def action_choose(self) -> None:
        """Take the release under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def on_key(self, event: events.Key) -> None:
        """Characters that are no key of the list go to the search."""
        if event.is_printable and event.character:
            event.stop()
            self.post_message(self.Typed(event.character))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one takes the release."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self._rows
        if index < len(self._releases):
            self.cursor = index
            if event.chain == 2:
                self.action_choose()

    def on_resize(self) -> None:
        """Rows are as wide as the list."""
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(self._releases) * self._rows)
        self._scroll_to_cursor()

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn before is good."""
        self._strips.clear()
        super().notify_style_update()

    def watch_has_focus(self, focus: bool) -> None:
        """The cursor shows whether keys come here."""
        self.refresh()
        super().watch_has_focus(focus)

    def render_line(self, y: int) -> Strip:
        """One row of one release."""
        width = self.size.width
        index, part = divmod(y + self.scroll_offset.y, self._rows)
        release = self._at(index)
        if release is None:
            return self._blank(y, width) if index >= len(self._releases) else self._unread(part, width)
        under = index == self.cursor
        key = (release.id, release.revision, self._words, part, width, under, self.has_focus)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._draw(release, part, width, under)
            self._strips[key] = strip
        return strip

    def _at(self, index: int) -> Release | None:
        """A release of the list; None behind its end, and for one of a stock that cannot be read."""
        try:
            return self._releases[index]
        except LookupError:
            return None

    def _scroll_to_cursor(self) -> None:
        self.scroll_to_region(Region(0, self.cursor * self._rows, 1, self._rows), animate=False, force=True)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"release-list--{name}", partial=True)

    def _unread(self, part: int, width: int) -> Strip:
        """In the place of a release of a stock that cannot be read: damaged, or from a newer version."""
        style = self.rich_style + self._style("detail")
        told = "" if part else "  " + shortened(_("(cannot be read)"), width - 3)
        return Strip([Segment(told, style)]).adjust_cell_length(width, self.rich_style)

    def _blank(self, y: int, width: int) -> Strip:
        if self.empty and not self._releases and 1 <= y <= 8:
            lines = self.empty.split("\n")
            if y - 1 < len(lines):
                style = self.rich_style + self._style("empty")
                return Strip([Segment(f" {lines[y - 1]}", style)]).adjust_cell_length(width, self.rich_style)
        return Strip.blank(width, self.rich_style)

    def _draw(self, release: Release, part: int, width: int, under: bool) -> Strip:
        base = self.rich_style + self._style("cursor") if under else self.rich_style
        bar = Segment("▌" if under and self.has_focus else " ", base + self._style("hit") if under else base)
        if part == 0:
            segments = self._headline(release, width - 2, base)
        elif part == 1:
            segments = [Segment("  ", base), *self._details(release, width - 4, base)]
        else:
            plain, marked = base + self._style("detail"), base + self._style("hit")
            segments = [Segment("  ", base), *_marked(release, self._words, plain, marked)]
        return Strip([bar, *segments]).adjust_cell_length(width, base)

    def _headline(self, release: Release, width: int, base: Style) -> list[Segment]:
        mark = Segment(MARKS[release.status] + " ", base + self._style(release.status.value))
        headline = clean_line(release.headline[:300])
        if headline:
            return [mark, Segment(shortened(headline, width - 2), base + self._style("headline"))]
        return [mark, Segment(_("(no headline yet)"), base + self._style("detail") + Style(italic=True))]

    def _details(self, release: Release, width: int, base: Style) -> list[Segment]:
        """Place and date on the left; on the right how long ago it was edited, or that it is embargoed."""
        if not self.dated:
            return [Segment(shortened(clean_line(release.place[:60]), width), base + self._style("detail"))]
        from ...text.dates import age, short_date

        now = self._now()
        day = release.event_date
        date = short_date(day, current(), year=day.year != now.year) if day else ""
        embargoed = release.embargo is not None and release.embargo > now
        right = _("embargo") if embargoed else age(release.updated, now, current()) or _("just now")
        left = " · ".join(part for part in (clean_line(release.place[:60]), date) if part)
        left = shortened(left, width - cell_len(right) - 1)
        gap = " " * (width - cell_len(left) - cell_len(right))
        style = base + self._style("detail")
        return [Segment(left + gap, style), Segment(right, base + self._style("tinjau") if embargoed else style)]


def shortened(text: str, width: int) -> str:
    """``text`` in at most ``width`` columns, with an ellipsis where something was cut."""
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def _marked(release: Release, words: tuple[str, ...], plain: Style, marked: Style) -> list[Segment]:
    """The text around the first hit, with the words sought in another style."""
    segments = []
    end = 0
    text, spans = context(release, words)
    for start, stop in spans:
        segments += [Segment(_safe(text[end:start]), plain), Segment(_safe(text[start:stop]), marked)]
        end = stop
    return [*segments, Segment(_safe(text[end:]), plain)]


def _safe(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
