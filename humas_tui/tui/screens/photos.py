"""The photos of one release: a list, the photo under the cursor, what is said of it. Saved with every letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, OptionList

from ...errors import HumasError
from ...i18n import N_, _
from ...model import Photo, Release
from ..widgets.hints import Hint, Hints
from ..widgets.pane import Pane
from ..widgets.photo_form import PhotoForm
from ..widgets.photo_lines import entry, facts
from ..widgets.photo_view import PhotoView
from ..widgets.pick_list import PickList
from .covering import Covering
from .dialog import words
from .past import REST, Head

if TYPE_CHECKING:
    from ...desk import Desk
    from ...desk.photographing import Seen


@dataclass
class Looked(Message):
    """The file of a photo was opened; or why it could not be."""

    photo: Photo
    seen: Seen | None
    error: HumasError | None = None


@dataclass
class BroughtIn(Message):
    """A picture file was copied into the data folder; or why not."""

    photo: Photo | None
    error: HumasError | None = None


class PhotoScreen(Covering[None]):
    """The photos of the release that lies on the shelf under ``identifier``. ``changed`` is called with it each
    time there is a next value to be saved."""

    CSS_PATH = ["past.tcss", "photos.tcss"]
    ABOUT = N_(
        "The photos of the release. Each needs a caption, its photographer, and a description for those who "
        "cannot see it; one of children or patients also who allowed it. Everything is saved by itself. Where and "
        "with what a photo was taken is removed when it goes out."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-middle"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("f6", "close", show=False),
        Binding("a,insert", "add", show=False),
        Binding("delete", "remove", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("shift+up,ctrl+up", "move(-1)", show=False),
        Binding("shift+down,ctrl+down", "move(1)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("right", "enter_form", show=False),
    ]

    def __init__(self, desk: Desk, identifier: str, changed: Callable[[str], None]) -> None:
        super().__init__(classes="past photos")
        self.desk = desk
        self.identifier = identifier
        self._tell_changed = changed
        self._head = Head(_("Photos"))
        self._removed: list[tuple[int, Photo]] = []
        self._seen: dict[str, Seen | HumasError] = {}
        self._alarm: Timer | None = None

    # -- what is seen --------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The list; beside it the photo and what is said of it."""
        yield self._head
        with Container(id="past-panes"):
            with Pane(id="photos-pane", classes="pane"):
                yield PickList(id="photos")
                yield words(_("No photo yet.\n\nA   add one from a file"), "nothing")
            with Pane(id="photo-pane", classes="pane"):
                yield PhotoView()
                yield PhotoForm()
        yield Hints()

    def on_mount(self) -> None:
        """Show the first photo."""
        self.query_one("#photos-pane").border_title = _("Photos")
        self.query_one("#photo-pane").border_title = _("Photo")
        self._head.show(self._release.headline or _("(no headline yet)"))
        self._list.focus()
        self._show(0)

    @property
    def _release(self) -> Release:
        return self.desk.shelf[self.identifier]  # nobody deletes it while this is open

    @property
    def _list(self) -> PickList:
        return self.query_one(PickList)

    @property
    def _place(self) -> int | None:
        """Which photo is under the cursor."""
        place = self._list.highlighted
        return place if place is not None and place < len(self._release.photos) else None

    @property
    def _photo(self) -> Photo | None:
        return self._release.photos[self._place] if self._place is not None else None

    def _show(self, place: int) -> None:
        """Show the photos as they are now, the cursor on that one."""
        photos = self._release.photos
        self.set_class(not photos, "-empty")
        with self.prevent(OptionList.OptionHighlighted):
            self._list.clear_options().add_options(entry(photo) for photo in photos)
            self._list.highlighted = max(0, min(place, len(photos) - 1)) if photos else None
        self.query_one("#photos-pane").border_subtitle = f"{len(photos)}" if photos else None
        if photos and self.focused is None:  # it was lost with the last photo, when the list went out of sight
            self._list.focus()
        self._show_photo()
        self._show_hints()

    @on(OptionList.OptionHighlighted)
    def _show_photo(self) -> None:
        photo = self._photo
        self.query_one(PhotoForm).show(photo)
        seen = self._seen.get(photo.file) if photo is not None else None
        self._show_seen(photo, seen)
        if self._alarm is not None:
            self._alarm.stop()
        if photo is not None and seen is None:
            self._alarm = self.set_timer(REST, lambda: self._look(self.desk, photo))

    @work(thread=True, exclusive=True, group="look")
    def _look(self, desk: Desk, photo: Photo) -> None:
        try:
            self.post_message(Looked(photo, desk.photographing.see(photo)))
        except HumasError as error:
            self.post_message(Looked(photo, None, error))

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        found = event.seen or event.error
        assert found is not None  # one of the two
        self._seen[event.photo.file] = found
        if self._photo is not None and self._photo.file == event.photo.file:
            self._show_seen(self._photo, found)

    def _show_seen(self, photo: Photo | None, seen: Seen | HumasError | None) -> None:
        self.query_one(PhotoForm).tell(facts(photo, seen))
        self.query_one(PhotoView).show(None if seen is None or isinstance(seen, HumasError) else seen.small)

    def on_descendant_focus(self) -> None:
        """Other keys serve in the form."""
        self._show_hints()

    def _show_hints(self) -> None:
        hints = [Hint("A", _("Add"), "screen.add")]
        if self.focused is not self._list:
            self.query_one(Hints).show(
                Hint("Tab", _("Next"), "app.focus_next"), Hint("Esc", _("To the list"), "screen.back")
            )
            return
        if self._release.photos:
            hints += [
                Hint("Enter", _("Describe"), "screen.enter_form"),
                Hint("Del", _("Take out"), "screen.remove"),
                Hint("⇧↑", _("Up"), "screen.move(-1)"),
                Hint("⇧↓", _("Down"), "screen.move(1)"),
            ]
        if self._removed:
            hints.append(Hint("^Z", _("Undo"), "screen.undo"))
        self.query_one(Hints).show(*hints, Hint("Esc", _("Close"), "screen.close"))

    # -- what is done --------------------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_add(self) -> None:
        """Ask for a picture file, and copy it in."""
        from .add_photo import AddPhoto

        path = await self.app.push_screen_wait(AddPhoto())
        if path is not None:
            self._bring_in(self.desk, path)

    @work(thread=True, group="bring-in")
    def _bring_in(self, desk: Desk, path: Path) -> None:
        try:
            self.post_message(BroughtIn(desk.photographing.bring_in(path)))
        except HumasError as error:
            self.post_message(BroughtIn(None, error))

    @on(BroughtIn)
    def _brought_in(self, event: BroughtIn) -> None:
        error = event.error
        if event.photo is not None:
            try:
                self._changed(self.desk.photographing.add(self.identifier, event.photo))
            except HumasError as refused:
                error = refused
            else:
                self._show(len(self._release.photos) - 1)
                self.query_one(PhotoForm).enter()
        if error is not None:
            self.notify(str(error), severity="error", timeout=10, markup=False, title=_("Not added"))

    @on(PhotoForm.Changed)
    def _described(self, event: PhotoForm.Changed) -> None:
        if self._place is not None:
            self._describe(self._place, event.changes)

    def _describe(self, place: int, changes: dict[str, Any]) -> None:
        release = self.desk.photographing.change(self.identifier, place, **changes)
        self._changed(release)
        photo = release.photos[place]
        self._list.replace_option_prompt_at_index(place, entry(photo).prompt)
        self.query_one(PhotoForm).tell(facts(photo, self._seen.get(photo.file)))

    def action_move(self, by: int) -> None:
        """Move the photo under the cursor up or down."""
        if self._place is not None:
            place = self._place
            self._changed(self.desk.photographing.move(self.identifier, place, by))
            self._show(place + by)

    def action_remove(self) -> None:
        """Take the photo under the cursor out of the release."""
        place, photo = self._place, self._photo
        if place is not None and photo is not None:
            self._removed.append((place, photo))
            self._changed(self.desk.photographing.remove(self.identifier, place))
            self._show(place)

    def action_undo(self) -> None:
        """Put back what was taken out last, with all that was said of it."""
        if self._removed:
            place, photo = self._removed.pop()
            self._changed(self.desk.photographing.put_back(self.identifier, place, photo))
            self._show(place)

    def _changed(self, release: Release) -> None:
        self._tell_changed(release.id)

    def action_enter_form(self) -> None:
        """From the list to the caption."""
        if self._photo is not None:
            self.query_one(PhotoForm).enter()

    @on(PickList.Chosen)
    def _chosen(self) -> None:
        self.action_enter_form()

    @on(Input.Submitted)
    def _next_line(self) -> None:
        self.focus_next()

    def action_back(self) -> None:
        """From the form to the list, from the list to the newsroom."""
        if self.focused is self._list:
            self.action_close()
        else:
            self._list.focus()

    def action_close(self) -> None:
        """Back to the newsroom."""
        self.dismiss()
