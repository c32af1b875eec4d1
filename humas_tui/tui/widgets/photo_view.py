"""A photo in the terminal: sharp where the terminal shows pictures, in half blocks where it shows colours only."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Container
from textual.strip import Strip
from textual.widget import Widget

from .terminal_pictures import picture_widget

if TYPE_CHECKING:
    from PIL.Image import Image

#: A cell is about twice as high as it is wide.
HIGHER: Final = 2
#: In less room than this nothing can be made out.
LEAST: Final = (12, 4)


class HalfBlocks(Widget):
    """A picture of two pixels a cell, in the middle of the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.image: Image | None = None
        self._drawn: tuple[object, object, list[Strip]] = (None, None, [])

    def render_line(self, y: int) -> Strip:
        """A row of cells, each an upper and a lower pixel."""
        if self._drawn[:2] != (self.image, self.size):
            strips = [] if self.image is None else half_blocks(self.image, *self.size, self.rich_style)
            self._drawn = (self.image, self.size, strips)
        strips = self._drawn[2]
        row = y - (self.size.height - len(strips)) // 2
        return strips[row] if 0 <= row < len(strips) else Strip.blank(self.size.width, self.rich_style)


def half_blocks(image: Image, width: int, height: int, style: Style) -> list[Strip]:
    """The picture as rows of such a width, at most ``height`` of them; none where there is too little room."""
    if width < LEAST[0] or height < LEAST[1]:
        return []
    across, down = fitted(image, width, height)
    small = image.resize((across, down * HIGHER)).convert("RGB").tobytes()
    colours = [Color.from_rgb(*small[start : start + 3]) for start in range(0, len(small), 3)]
    margin = Segment(" " * ((width - across) // 2), style)
    strips = []
    for start in range(0, len(colours), across * HIGHER):
        pairs = zip(
            colours[start : start + across], colours[start + across : start + across * HIGHER], strict=True
        )
        cells = [Segment("▀", Style(color=upper, bgcolor=lower)) for upper, lower in pairs]
        strips.append(Strip([margin, *cells]).extend_cell_length(width, style))
    return strips


class PhotoView(Container):
    """Shows the bytes of a picture, or nothing."""

    def __init__(self) -> None:
        super().__init__(id="photo-view")
        sharp = picture_widget()
        self._widget = HalfBlocks() if sharp is None else sharp()
        self._image: Image | None = None

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield self._widget

    def show(self, content: bytes | None) -> None:
        """Show a JPEG or PNG that is known to be sound."""
        self.show_image(None if content is None else opened(content))

    def show_image(self, image: Image | None) -> None:
        """Show a picture that was opened before: in a thread, if it is a large one."""
        self._image = self._widget.image = image
        self._fit()
        self._widget.refresh()

    def on_resize(self) -> None:
        """As large as the room allows."""
        self._fit()

    def _fit(self) -> None:
        if not isinstance(self._widget, HalfBlocks) and self._image is not None and all(self.size):
            self._widget.styles.width, self._widget.styles.height = fitted(self._image, *self.size)


def opened(content: bytes) -> Image:
    """The picture of these bytes, read to its end."""
    from PIL.Image import open as open_picture

    image = open_picture(BytesIO(content))
    image.load()
    return image


def fitted(image: Image, width: int, height: int) -> tuple[int, int]:
    """Columns and rows that the picture takes in such a room."""
    scale = min(width / image.width, height * HIGHER / image.height)
    return max(1, int(image.width * scale)), max(1, int(image.height * scale / HIGHER))
