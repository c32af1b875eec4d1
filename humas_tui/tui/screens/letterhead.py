"""The letterhead designer: the office's profile on the left, the page that it makes on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from msgspec import convert, to_builtins
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Input

from ...config import beside
from ...errors import HumasError, NotFoundError, UsageError
from ...i18n import N_, _
from ...model import Office
from ..widgets.hints import Hint, Hints
from ..widgets.letterhead_form import LetterheadForm
from ..widgets.letterhead_questions import FILES
from ..widgets.page_view import PageView
from ..widgets.pane import Pane
from ..widgets.paths import PathSuggester
from ..widgets.photo_view import opened
from .add_photo import SUFFIXES
from .covering import Covering
from .dialog import Dialog, words
from .past import Head

if TYPE_CHECKING:
    from PIL.Image import Image

    from ...desk.designing import Designing

#: After so long a pause in typing the page is drawn.
PAUSE: Final = 0.15

Changes = dict[str, Any]


@dataclass
class Drawn(Message):
    """The page of an office was drawn; or why it could not be."""

    office: Office
    pages: tuple[Image, ...]
    error: HumasError | None = None


class Unsaved(Dialog[bool]):
    """What was changed: saved, or not. Escape goes back to it."""

    def compose(self) -> ComposeResult:
        """Two buttons."""
        with self.frame(_("Save the letterhead?"), _("Enter choose · Esc go on")):
            yield words(_("You have changed it."), "note")
            yield Button(_("Save"), variant="primary", compact=True, id="yes")
            yield Button(_("Discard the changes"), compact=True, id="no")

    def on_mount(self) -> None:
        """Saving first."""
        self.query_one("#yes").focus()

    @on(Button.Pressed)
    def _chosen(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")


class Letterhead(Covering[None]):
    """``save`` is given what was changed, by name as in the settings; what it raises is told, and nothing is lost.
    ``config`` is the file of the settings."""

    CSS_PATH = ["past.tcss", "letterhead.tcss"]
    ABOUT = N_(
        "The office and its letterhead, and the page that they make. ← and → choose where ‹ › stand; → at the end "
        "of a file’s path completes it. Nothing is kept before it is saved."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("f4", "page", show=False),
        Binding("f5", "picture", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("enter", "app.focus_next", show=False),
    ]

    def __init__(
        self, designing: Designing, office: Office, config: Path, save: Callable[[Changes], None]
    ) -> None:
        super().__init__(classes="past letterhead")
        self._designing = designing
        self._office = office
        self._config = config
        self._save = save
        self._drawing = False
        self._wanted = office
        self._fault: NotFoundError | None = None
        self._alarm: Timer | None = None
        self._left: Widget | None = None

    # -- what is seen --------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The questions, the page, the keys."""
        yield Head(_("Letterhead"), self._designing.release.headline)
        with Container(id="past-panes"):
            with Pane(id="form-pane", classes="pane"):
                yield LetterheadForm(
                    self._office, self._config.parent.absolute(), PathSuggester((*SUFFIXES, ".docx"))
                )
            yield PageView()
        yield Hints()

    def on_mount(self) -> None:
        """Draw the page as it is."""
        self.query_one("#form-pane").border_title = _("Office")
        self._draw()

    @property
    def _form(self) -> LetterheadForm:
        return self.query_one(LetterheadForm)

    @property
    def _view(self) -> PageView:
        return self.query_one(PageView)

    def on_resize(self) -> None:
        """Other keys serve on a narrow screen."""
        self._show_hints()

    def _show_hints(self) -> None:
        narrow = [Hint("F4", _("Page"), "screen.page")] if self.has_class("-narrow") else []
        self.query_one(Hints).show(
            Hint("^S", _("Save"), "screen.save"),
            *narrow,
            Hint("F5", _("Words") if self._view.as_picture else _("Picture"), "screen.picture"),
            Hint("PgDn", _("Next page"), "screen.turn(1)"),
            Hint("PgUp", _("Page before"), "screen.turn(-1)"),
            Hint("Esc", _("Close"), "screen.close"),
        )

    @on(LetterheadForm.Changed)
    def _changed(self) -> None:
        """Only a clock is set: the work comes after the key, never in it."""
        if self._alarm is not None:
            self._alarm.stop()
        self._alarm = self.set_timer(PAUSE, self._draw)

    def _draw(self) -> None:
        """Have the page drawn as it is to be now; while one is being drawn, the newest waits."""
        self._wanted = self._designed()
        self._view.say(self._designing.passages(self._wanted))
        if not self._drawing:
            self._drawing = True
            self._draw_pages(self._designing, self._wanted)

    def _designed(self) -> Office:
        """The office as the questions have it."""
        changes = self._form.take()
        changes |= {name: self._found(name, changes[name]) for name in FILES if name in changes}
        changes["accounts"] = {**self._office.accounts, **changes.get("accounts", {})}
        return convert({**to_builtins(self._office), **changes}, Office)

    def _found(self, key: str, name: str) -> str:
        """Where a file lies; as it is named where that is nowhere, which the page then tells."""
        try:
            return beside(self._config, key, name)
        except UsageError:
            return name

    @work(thread=True, group="draw")
    def _draw_pages(self, designing: Designing, office: Office) -> None:
        try:
            pages = tuple(opened(page) for page in designing.pages(office))
            self.post_message(Drawn(office, pages))
        except HumasError as error:
            self.post_message(Drawn(office, (), error))

    @on(Drawn)
    def _show(self, event: Drawn) -> None:
        self._drawing = False
        self._fault = event.error if isinstance(event.error, NotFoundError) else None
        self._view.show(event.pages, "" if event.error is None else str(event.error))
        self._show_hints()
        if event.office != self._wanted:
            self._draw()

    @on(LetterheadForm.Entered)
    def _entered(self, event: LetterheadForm.Entered) -> None:
        """What is asked for shall be seen: some of it stands at the end of the release."""
        self._view.see(closing=event.question.closing)

    # -- what is done --------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def _next_line(self) -> None:
        self.focus_next()

    def action_page(self) -> None:
        """On a narrow screen: the page in the place of the questions, or back."""
        if self._on_page:
            self.remove_class("-on-page")
            if self._left is not None:
                self._left.focus()
        elif self.has_class("-narrow"):
            self._left = self.focused
            self.set_focus(None)  # nobody types into what is not seen
            self.add_class("-on-page")

    @property
    def _on_page(self) -> bool:
        return self.has_class("-on-page") and self.has_class("-narrow")

    def action_picture(self) -> None:
        """The page as a picture, or in words."""
        self._view.toggle()
        self._show_hints()

    def action_turn(self, by: int) -> None:
        """Another page."""
        self._view.turn(by)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Keep what was changed in the settings, and go."""
        changes = self._form.take()
        faulty = self._form.faulty
        if faulty is not None:
            faulty.focus()
            self.notify(str(faulty.tooltip), severity="warning", markup=False, title=_("Not saved"))
            return
        try:
            if changes:
                self._save(changes)
                self._tell_saved()
        except HumasError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False, title=_("Not saved"))
        else:
            self.dismiss()

    def _tell_saved(self) -> None:
        """That it is saved; and where no page can be made of it, why, as far as that is known by now."""
        if self._fault is None:
            self.app.notify(_("The letterhead is saved."), markup=False)
        else:
            told = _("It is saved, but something in it must be put right: {reason}").format(reason=self._fault)
            self.app.notify(told, severity="warning", timeout=12, markup=False, title=_("Letterhead"))

    @work(exclusive=True, group="dialog")
    async def action_close(self) -> None:
        """Back to the newsroom; from the page on a narrow screen, to the questions. What was changed is asked
        after."""
        if self._on_page:
            self.action_page()
        elif not self._form.touched:
            self.dismiss()
        elif (answer := await self.app.push_screen_wait(Unsaved())) is not None:
            if answer:
                self.action_save()
            else:
                self.dismiss()
