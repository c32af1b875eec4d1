"""What the screens of two panes share: a head, the panes, a line of keys; and how a time is written."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from ...errors import StoreError
from ...i18n import _, current
from ...text.clean import clean_line
from ..widgets.hints import Hints
from .covering import Covering

if TYPE_CHECKING:
    from ...desk import Desk

Result = TypeVar("Result")


#: After so long a rest on an entry what belongs to it is shown.
REST: Final = 0.06


class Head(Widget):
    """One line: what is shown here, and of what."""

    def __init__(self, title: str, of: str = "") -> None:
        super().__init__()
        self._title = title
        self._of = of

    def show(self, of: str) -> None:
        """Say of what."""
        self._of = of
        self.refresh()

    def render(self) -> Content:
        """The title loud, the rest quiet."""
        title = Content.styled(f" {self._title} ", "bold $primary")
        line = Content.assemble(title, Content.styled(clean_line(self._of[:300]), "$quiet"))
        return line.truncate(self.size.width, ellipsis=True)


class Past(Covering[Result], Generic[Result]):
    """Such a screen."""

    CSS_PATH = "past.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-middle"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(classes="past")
        self.desk = desk
        self._head = Head(title)

    def compose(self) -> ComposeResult:
        """Head, panes, keys."""
        yield self._head
        with Container(id="past-panes"):
            yield from self.panes()
        yield Hints()

    def panes(self) -> ComposeResult:
        """What stands between head and keys."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Back to the newsroom."""
        raise NotImplementedError

    def may_change(self) -> bool:
        """Whether this window writes; where it does not, that is told."""
        if self.desk.store.writable:
            return True
        told = _("This window only reads: nothing can be brought back here.")
        self.notify(told, severity="warning", timeout=6, markup=False)
        return False

    def tell_failure(self, error: StoreError) -> None:
        """It went wrong, and nothing was changed."""
        self.notify(str(error), severity="error", timeout=10, markup=False, title=_("Not brought back"))


def moment(time: datetime, now: datetime) -> str:
    """When that was, as near as need be: ``Today 16.40``, ``18 Nov 09.00``, ``18 Nov 2025 09.00``."""
    from ...text.dates import short_date

    time = time.astimezone(now.tzinfo)
    if time.date() == now.date():
        day = _("Today")
    elif time.date() == now.date() - timedelta(days=1):
        day = _("Yesterday")
    else:
        day = short_date(time.date(), current(), year=time.year != now.year)
    return f"{day} {time:%H.%M}"
