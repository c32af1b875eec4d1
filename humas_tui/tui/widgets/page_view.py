"""The page of a release in the terminal: its picture, or its words where no picture can be made out; or the
sentence that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ...i18n import _
from ...outlets.outlet import Passage
from .pane import Pane
from .photo_view import PhotoView
from .preview import Preview
from .terminal_pictures import picture_widget

if TYPE_CHECKING:
    from PIL.Image import Image

#: In half blocks a page needs so many rows for its parts to be told apart.
ROWS: Final = 28


class PageView(Pane):
    """Shows one page at a time. ``pictured``: whether as a picture; None leaves that to what the terminal can."""

    def __init__(self) -> None:
        super().__init__(id="page-pane", classes="pane")
        self.pictured: bool | None = None
        self._pages: tuple[Image, ...] = ()
        self._place = 0
        self._at_end = False
        self._told = ""
        self._seen: Image | None = None

    def compose(self) -> ComposeResult:
        """One of the three is seen."""
        yield PhotoView()
        yield Preview(id="page-words")
        yield Static(id="page-told")

    def on_mount(self) -> None:
        """Nothing is there yet."""
        self.query_one(Preview).can_focus = False
        self._arrange()

    @property
    def as_picture(self) -> bool:
        """Whether the page is shown as a picture."""
        if self.pictured is not None:
            return self.pictured
        return picture_widget() is not None or self.size.height >= ROWS

    def show(self, pages: tuple[Image, ...], told: str) -> None:
        """Show these pages; where there are none, the sentence that says why."""
        self._pages, self._told = pages, told
        self._show()

    def say(self, passages: tuple[Passage, ...]) -> None:
        """What is on them, in words."""
        self.query_one(Preview).show(passages)

    def turn(self, by: int) -> None:
        """Another page; in words, further up or down."""
        if self.as_picture:
            self._place = max(0, min(self._place + by, len(self._pages) - 1))
            self._show()
        elif by > 0:
            self.query_one(Preview).scroll_page_down(animate=False)
        else:
            self.query_one(Preview).scroll_page_up(animate=False)

    def see(self, *, closing: bool) -> None:
        """The page where the release ends, or where it begins."""
        if closing != self._at_end:
            self._at_end = closing
            self._place = len(self._pages) - 1 if closing else 0
            preview = self.query_one(Preview)
            preview.scroll_to(y=preview.max_scroll_y if closing else 0, animate=False, force=True)
            self._show()

    def on_resize(self) -> None:
        """There may be room for a picture now."""
        self._arrange()

    def toggle(self) -> None:
        """From the picture to the words, or back."""
        self.pictured = not self.as_picture
        self._arrange()

    def _show(self) -> None:
        self._place = max(0, min(self._place, len(self._pages) - 1))
        page = self._pages[self._place] if self._pages else None
        if page is not self._seen:  # a page is 150 KB for a terminal that shows colours only
            self._seen = page
            self.query_one(PhotoView).show_image(page)
        self.query_one("#page-told", Static).update(Content.styled(self._told, "$error"))
        self._arrange()

    def _arrange(self) -> None:
        told = bool(self._told)
        self.query_one("#page-told").display = told
        self.query_one(PhotoView).display = self.as_picture and not told
        self.query_one(Preview).display = not self.as_picture
        self.border_title = _("Page in words")
        if self.as_picture:
            count = max(1, len(self._pages))
            self.border_title = _("Page {number} of {total}").format(number=self._place + 1, total=count)
