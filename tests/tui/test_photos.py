"""The photos of a release by real keys: added, described, put into order, taken out, and what is shown of them."""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from rich.style import Style
from textual.geometry import Size
from textual.widgets import Checkbox, Input

from humas_tui.desk.photographing import Seen
from humas_tui.errors import MissingPhotoError
from humas_tui.model import Photo, Subject
from humas_tui.outlets import find
from humas_tui.outlets.darkroom import Look
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.tui.screens.add_photo import SUFFIXES, AddPhoto
from humas_tui.tui.screens.export import ExportChoice
from humas_tui.tui.screens.photos import Looked, PhotoScreen
from humas_tui.tui.widgets import terminal_pictures
from humas_tui.tui.widgets.hints import Hints
from humas_tui.tui.widgets.paths import completed, typed_path
from humas_tui.tui.widgets.photo_lines import entry, facts
from humas_tui.tui.widgets.photo_view import HalfBlocks, PhotoView, fitted, half_blocks
from humas_tui.tui.widgets.pick_list import PickList
from tests.outlets.photographs import RED, quarters, saved, telltale
from tests.tui.conftest import Desk, Open

SIZES = [(60, 20), (80, 24), (120, 36), (160, 45)]
NAMES = "abc"


def prepare(folder: Path, count: int = 3) -> None:
    """The sample newsroom; its newest release has so many photos, whose files lie beside the data."""
    data, _config = make_demo(folder)
    with ReleaseStore(data) as store:
        releases = store.all()
        assert isinstance(releases, list)
        newest = max(releases, key=lambda one: one.id)
        photos = tuple(Photo(file=f"photos/{name}.jpg", caption=f"Foto {name}") for name in NAMES[:count])
        store.put([newest.revised(newest.updated, photos=photos)])
    for name in NAMES[:count]:
        (folder / "photos" / f"{name}.jpg").write_bytes(telltale(6))


async def opened(desk: Desk) -> PhotoScreen:
    await desk.press("f6")
    await desk.until(lambda: isinstance(desk.app.screen, PhotoScreen), "the photos")
    screen = desk.app.screen
    assert isinstance(screen, PhotoScreen)
    await desk.pilot.pause()
    return screen


async def closed(desk: Desk) -> None:
    await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
    await desk.saved()


def files(desk: Desk) -> list[str]:
    """The photos of the release as the data file has them."""
    return [photo.file for photo in desk.stored().photos]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_photo_under_the_cursor_is_shown_with_what_is_said_of_it(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    prepare(tmp_path)
    async with newsroom(size=size) as desk:
        screen = await opened(desk)
        await desk.until(lambda: "48 × 64" in desk.screen_text(), "the facts")
        text = desk.screen_text()
        assert "Foto a" in text
        assert "portrait" in text
        assert "photos/a.jpg" in text
        for label in ("Caption", "Photographer", "Description", "Shows", "Permission"):
            assert label in text
        assert screen.query_one("#photo-consent", Input).region.bottom <= size[1] - 1
        await desk.press("down")
        await desk.until(lambda: "photos/b.jpg" in desk.screen_text(), "the next photo")


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
async def test_what_is_typed_is_saved_with_every_letter(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    prepare(tmp_path)
    async with newsroom(size=size) as desk:
        await opened(desk)
        await desk.press("down", "enter", "home")
        await desk.type("Panen ")
        await desk.until(lambda: desk.stored().photos[1].caption == "Panen Foto b", "the caption in the data file")
        await desk.press("enter")
        await desk.type("Dimas")
        await desk.press("down")
        await desk.type("Tiga petani")
        await desk.press("tab", "space", "tab", "space", "tab")
        await desk.type("Ibu Enok")
        await desk.press("escape", "escape")
        await closed(desk)
        assert desk.stored().photos[1] == Photo(
            file="photos/b.jpg",
            caption="Panen Foto b",
            photographer="Dimas",
            alt="Tiga petani",
            shows=(Subject.ANAK, Subject.PASIEN),
            consent="Ibu Enok",
        )
        assert [photo.caption for photo in desk.shown.photos] == ["Foto a", "Panen Foto b", "Foto c"]


async def test_the_editor_goes_on_where_it_was_and_the_preview_shows_the_photos(
    newsroom: Open, tmp_path: Path
) -> None:
    prepare(tmp_path)
    async with newsroom() as desk:
        await desk.press("f3", "down", "right", "right", "right")
        place = desk.room.editor.body.cursor_location
        while desk.room.preview.outlet.name != "txt":
            await desk.press("f5")
        await opened(desk)
        await desk.press("enter", "home")
        await desk.type("Panen ")
        await desk.press("f6")
        await closed(desk)
        assert desk.room.editor.body.cursor_location == place != (0, 0)
        assert desk.room.focused is desk.room.editor.body
        assert "Foto: Panen Foto a" in str(desk.room.query_one("#preview")._passages)
        await desk.type("X")
        await desk.saved()
        assert (desk.stored().photos[0].caption, "X" in desk.stored().body[:300]) == ("Panen Foto a", True)


async def test_a_missing_permission_is_told_at_once_and_its_coming_too(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path)
    async with newsroom() as desk:
        screen = await opened(desk)
        screen.query_one("#shows-anak", Checkbox).value = True
        await desk.until(lambda: "Shows children" in desk.screen_text(), "the warning")
        assert "no permission" in desk.screen_text()
        screen.query_one("#photo-consent", Input).value = "Ibu Enok"
        await desk.until(lambda: "Shows children" not in desk.screen_text(), "its end")
        assert "no permission" not in desk.screen_text()


async def test_photos_are_moved_taken_out_and_put_back(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path)
    async with newsroom() as desk:
        screen = await opened(desk)
        await desk.press("shift+down", "shift+down", "shift+down")
        await desk.until(lambda: files(desk) == ["photos/b.jpg", "photos/c.jpg", "photos/a.jpg"], "a at the end")
        assert screen.query_one(PickList).highlighted == 2
        await desk.press("shift+up", "up", "delete")
        await desk.until(lambda: files(desk) == ["photos/a.jpg", "photos/c.jpg"], "b taken out")
        assert (tmp_path / "photos" / "b.jpg").is_file()
        await desk.press("delete", "delete")
        await desk.until(lambda: files(desk) == [], "all taken out")
        assert "No photo yet" in desk.screen_text()
        await desk.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        await desk.until(lambda: files(desk) == ["photos/b.jpg", "photos/a.jpg", "photos/c.jpg"], "all put back")
        await desk.press("f6")
        await closed(desk)


async def test_a_photo_is_added_by_its_path_and_described(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, 1)
    source = tmp_path / "Kamera" / "IMG 1.jpg"
    source.parent.mkdir()
    source.write_bytes(saved(quarters()))
    async with newsroom() as desk:
        screen = await opened(desk)
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.app.screen, AddPhoto), "the question")
        line = desk.app.screen.query_one(Input)
        await desk.type(f"{tmp_path}/Kamera/I")
        await desk.until(lambda: line._suggestion, "a suggestion")
        await desk.press("tab")
        assert line.value == str(source)
        await desk.press("enter")
        await desk.until(lambda: len(screen._release.photos) == 2, "the photo")
        await desk.pilot.pause()
        assert screen.focused is screen.query_one("#photo-caption")
        await desk.type("Panen")
        await desk.press("f6")
        await closed(desk)
        photo = desk.stored().photos[1]
        assert photo.caption == "Panen"
        assert photo.file.startswith("photos/img-1-")
        assert (tmp_path / photo.file).read_bytes() == source.read_bytes()


@pytest.mark.parametrize("content", [b"bukan gambar", saved(quarters())[:300], b"\0\0\0\x18ftypheic" + bytes(50)])
async def test_what_cannot_be_added_is_told_in_a_sentence(newsroom: Open, tmp_path: Path, content: bytes) -> None:
    prepare(tmp_path, 1)
    (tmp_path / "salah.jpg").write_bytes(content)
    async with newsroom() as desk:
        await opened(desk)
        for path in (tmp_path / "salah.jpg", tmp_path / "tiada.jpg", tmp_path / "photos" / "a.jpg"):
            await desk.press("insert")
            await desk.until(lambda: isinstance(desk.app.screen, AddPhoto), "the question")
            desk.app.screen.query_one(Input).value = str(path)
            before = len(desk.app._notifications)
            await desk.press("enter")
            if path.parent == tmp_path:
                await desk.until(lambda before=before: len(desk.app._notifications) > before, "the sentence")
                assert path.name in desk.toasts()
            else:
                await desk.until(lambda: len(desk.room.desk.shelf.get(desk.shown.id).photos) == 2, "a copy")
                await desk.press("escape")
            await desk.until(lambda: isinstance(desk.app.screen, PhotoScreen), "the photos")


async def test_a_photo_whose_file_is_gone_says_so_and_can_be_taken_out(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / "photos" / "a.jpg").unlink()
    (tmp_path / "photos" / "b.jpg").write_bytes(b"bukan gambar")
    async with newsroom() as desk:
        await opened(desk)
        await desk.until(lambda: "is missing" in desk.screen_text(), "the sentence")
        await desk.press("down")
        await desk.until(lambda: "not a picture" in desk.screen_text(), "another sentence")
        await desk.press("delete")
        await desk.until(lambda: files(desk) == ["photos/a.jpg", "photos/c.jpg"], "taken out")


async def test_a_release_without_photos_asks_for_one(newsroom: Open) -> None:
    async with newsroom() as desk:
        screen = await opened(desk)
        assert "No photo yet" in desk.screen_text()
        await desk.press("delete", "shift+up", "enter", "right", "ctrl+z")
        assert screen._release.photos == ()
        await desk.press("escape")
        await closed(desk)


async def test_everything_is_reached_by_mouse(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path)
    async with newsroom(size=(160, 45)) as desk:
        screen = await opened(desk)
        hints = screen.query_one(Hints)

        async def click(word: str) -> None:
            line = "".join(segment.text for segment in hints.render_line(0))
            await desk.pilot.click(Hints, offset=(line.index(word), 0))
            await desk.pilot.pause()

        await desk.pilot.click(PickList, offset=(5, 2))
        await desk.until(lambda: screen.query_one(PickList).highlighted == 1, "the second photo")
        await click("Up")
        await desk.until(lambda: files(desk)[0] == "photos/b.jpg", "moved up")
        await click("Take out")
        await desk.until(lambda: len(files(desk)) == 2, "taken out")
        await click("Undo")
        await desk.until(lambda: len(files(desk)) == 3, "put back")
        await desk.pilot.click("#shows-pasien")
        await desk.until(lambda: desk.stored().photos[0].shows == (Subject.PASIEN,), "ticked")
        screen.query_one(PickList).focus()
        await desk.pilot.pause()
        await click("Add")
        await desk.until(lambda: isinstance(desk.app.screen, AddPhoto), "the question")
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is screen, "the photos")
        await click("Close")
        await closed(desk)


async def test_photos_are_not_touched_where_another_window_writes(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path)
    with ReleaseStore(tmp_path / "humas.json") as other:
        other.claim()
        async with newsroom() as desk:
            await desk.press("f6")
            await desk.until(desk.toasts, "the reason")
            assert desk.app.screen is desk.room


async def test_export_refuses_a_photo_without_permission_and_tells_of_missing_descriptions(
    newsroom: Open, tmp_path: Path
) -> None:
    prepare(tmp_path, 1)
    out = tmp_path / "out"
    async with newsroom() as desk:
        room, one = desk.room, desk.shown.id
        room._export(room.desk, [one], ExportChoice([find("html")], out, True, False), threading.Event())
        await desk.until(lambda: "has no description" in desk.toasts(), "the caution")
        assert len(list(out.iterdir())) == 1
        room.desk.photographing.change(one, 0, shows=(Subject.ANAK,))
        pages = ExportChoice([find("pdf"), find("kit")], out, True, False)
        room._export(room.desk, [one], pages, threading.Event())
        await desk.until(lambda: "without permission" in desk.toasts(), "the refusal")
        assert len(list(out.iterdir())) == 1


async def test_of_many_the_report_tells_which_release_has_a_photo_without_description(
    newsroom: Open, tmp_path: Path
) -> None:
    prepare(tmp_path, 1)
    async with newsroom() as desk:
        room, one = desk.room, desk.shown.id
        other = next(release.id for release in room.desk.shelf.newest() if not release.photos)
        choice = ExportChoice([find("html")], tmp_path / "out", True, True)
        room._export(room.desk, [one, other], choice, threading.Event())
        await desk.until(
            lambda: f"{one}: The photo photos/a.jpg has no description" in desk.toasts(), "the caution"
        )
        assert "2 files written." in desk.toasts()
        room.action_export_report()
        await desk.until(lambda: f"{one}: The photo" in desk.screen_text(), "the report")


async def test_a_photo_seen_too_late_is_not_shown_with_another(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path)
    async with newsroom() as desk:
        screen = await opened(desk)
        await desk.until(lambda: "48 × 64" in desk.screen_text(), "the first photo")
        await desk.press("down")
        await desk.until(lambda: "photos/b.jpg" in screen._seen, "the second photo")
        screen._seen.clear()
        screen._looked(Looked(Photo(file="photos/a.jpg"), None, MissingPhotoError(file="photos/a.jpg")))
        await desk.pilot.pause()
        assert "is missing" not in desk.screen_text()


# -- pictures ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "room", "cells"),
    [
        ((64, 48), (64, 100), (64, 24)),
        ((48, 64), (100, 20), (30, 20)),
        ((1000, 1), (40, 20), (40, 1)),
        ((1, 1000), (40, 20), (1, 20)),
    ],
)
def test_a_picture_takes_the_room_there_is_in_proportion(
    size: tuple[int, int], room: tuple[int, int], cells: tuple[int, int]
) -> None:
    assert fitted(Image.new("RGB", size), *room) == cells


@pytest.mark.parametrize("size", [(40, 20), (39, 21), (12, 4), (200, 60)])
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA"])
def test_half_blocks_fill_their_rows_and_no_more(size: tuple[int, int], mode: str) -> None:
    strips = half_blocks(quarters(64, 48, mode), *size, Style())
    assert 0 < len(strips) <= size[1]
    assert {strip.cell_length for strip in strips} == {size[0]}
    first = next(segment for segment in strips[0] if segment.text == "▀")
    assert first.style is not None
    assert first.style.color is not None
    if mode == "RGB":
        assert tuple(first.style.color.get_truecolor()) == RED


@pytest.mark.parametrize("size", [(0, 0), (11, 20), (40, 3)])
def test_in_too_little_room_nothing_is_drawn(size: tuple[int, int]) -> None:
    assert half_blocks(quarters(), *size, Style()) == []


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, ""),
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "sixel"),
        ({"TERM": "foot"}, "sixel"),
        ({"KONSOLE_VERSION": "230800"}, "sixel"),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, ""),
        ({"TERM": "screen.xterm", "TERM_PROGRAM": "iTerm.app", "STY": "1.a"}, ""),
    ],
)
def test_a_terminal_is_known_by_its_names(environment: dict[str, str], spoken: str) -> None:
    assert terminal_pictures.protocol(environment) == spoken


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A terminal whose names a test gives; the library is asked for anew."""
    for name in (*terminal_pictures.BETWEEN, "TERM_PROGRAM", "KONSOLE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    terminal_pictures.picture_widget.cache_clear()
    yield monkeypatch
    terminal_pictures.picture_widget.cache_clear()


def test_without_the_extra_there_are_half_blocks(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("TERM", "xterm-kitty")
    terminal.setitem(sys.modules, "textual_image", None)
    assert terminal_pictures.picture_widget() is None


class TalkingTerminal(io.StringIO):
    """A terminal that must not be asked anything."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        raise AssertionError(text)


@pytest.mark.parametrize(("name", "widget"), [("xterm-kitty", "TGPImage"), ("foot", "SixelImage")])
def test_the_library_asks_the_terminal_nothing(terminal: pytest.MonkeyPatch, name: str, widget: str) -> None:
    pytest.importorskip("textual_image")
    for module in [module for module in sys.modules if module.startswith("textual_image")]:
        terminal.delitem(sys.modules, module)
    terminal.setenv("TERM", name)
    asked = TalkingTerminal()
    terminal.setattr(sys, "__stdout__", asked)
    found = terminal_pictures.picture_widget()
    assert found is not None
    assert found.__name__ == widget or found.__mro__[1].__name__ == "Image"
    assert sys.__stdout__ is asked


@pytest.mark.parametrize("name", ["xterm-kitty", "foot"])
async def test_a_terminal_that_shows_pictures_is_given_one(
    newsroom: Open, tmp_path: Path, terminal: pytest.MonkeyPatch, name: str
) -> None:
    pytest.importorskip("textual_image")
    terminal.setenv("TERM", name)
    prepare(tmp_path)
    async with newsroom(size=(120, 36)) as desk:
        screen = await opened(desk)
        view = screen.query_one(PhotoView)
        await desk.until(lambda: view._image is not None, "the picture")
        await desk.pilot.pause()
        assert not isinstance(view._widget, HalfBlocks)
        assert view._widget.size == Size(*fitted(view._image, *view.size))
        await desk.press("down", "enter")
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert view._widget.size == Size(*fitted(view._image, *view.size))


# -- words -------------------------------------------------------------------------------------------------------

HOSTILE = "[bold]\x1b[31m$panel\nx[/]"


def test_hostile_words_are_shown_as_they_are_and_on_one_line() -> None:
    photo = Photo(file=f"photos/{HOSTILE}.jpg", caption=HOSTILE, photographer=HOSTILE, shows=(Subject.ANAK,))
    prompt = str(entry(photo).prompt)
    assert "\x1b" not in prompt
    assert prompt.split("\n")[0] == "[bold]$panel x[/]"
    told = str(facts(photo, MissingPhotoError(file=HOSTILE)))
    assert "\x1b" not in told
    assert told.count("\n") == 2


@pytest.mark.parametrize(
    ("look", "told"),
    [
        (Look("JPEG", 1600, 1067, turned=False, cmyk=False), "JPEG · 1600 × 1067 · landscape · 0.21 MB"),
        (Look("PNG", 10, 10, turned=False, cmyk=False), "PNG · 10 × 10 · square · 0.21 MB"),
        (
            Look("JPEG", 3, 4, turned=True, cmyk=True),
            "JPEG · 3 × 4 · portrait · 0.21 MB · turned upright when exported"
            " · print colours (CMYK), converted when exported",
        ),
    ],
)
def test_the_card_tells_how_the_file_looks(look: Look, told: str) -> None:
    assert told in str(facts(Photo(file="a.jpg"), Seen(look, 210_000, b"")))


# -- paths -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (" /a/b c.jpg \n", "/a/b c.jpg"),
        ("'/a/b c.jpg'", "/a/b c.jpg"),
        ('"/a/b.jpg"', "/a/b.jpg"),
        ("file:///a/b%20c.jpg", "/a/b c.jpg"),
        pytest.param(
            r"/a/b\ c\(1\).jpg",
            "/a/b c(1).jpg",
            marks=pytest.mark.skipif(os.name == "nt", reason="a backslash is a folder's mark"),
        ),
        ("~/a.jpg", str(Path("~/a.jpg").expanduser())),
        ("'", "'"),
        ("~tidak-ada/x", "~tidak-ada/x"),
        ("/" + "a" * 5000, "/" + "a" * 5000),
    ],
)
def test_a_path_is_taken_as_terminals_drop_it(typed: str, path: str) -> None:
    assert typed_path(typed) == Path(path)


def test_a_path_goes_on_with_what_is_there(tmp_path: Path) -> None:
    for name in ("Kamera", ".rahasia", "Kata"):
        (tmp_path / name).mkdir()
    for name in ("a.jpg", "a.txt", "b.PNG", "Kartu.jpg"):
        (tmp_path / name).write_bytes(b"")
    for typed, found in (
        ("Kam", "Kamera/"),
        ("Ka", "Kamera/"),
        ("Kar", "Kartu.jpg"),
        ("a", "a.jpg"),
        ("b", "b.PNG"),
        (".", None),
        ("", None),
        ("z", None),
    ):
        assert completed(f"{tmp_path}/{typed}", SUFFIXES) == (found and f"{tmp_path}/{found}"), typed
    assert completed("Kam", SUFFIXES) is None
    assert completed(f"{tmp_path}/tiada/x", SUFFIXES) is None
    assert completed("/\0/x", SUFFIXES) is None
    assert completed("~tidakada/x", SUFFIXES) is None


@given(st.text(max_size=40))
def test_whatever_is_typed_nothing_breaks(typed: str) -> None:
    assert completed(typed, SUFFIXES) is None or completed(typed, SUFFIXES).startswith(typed)  # type: ignore[union-attr]
    if typed.strip():
        assert isinstance(typed_path(typed), Path)


async def test_the_list_has_the_keys_again_when_the_last_photo_is_put_back(newsroom: Open, tmp_path: Path) -> None:
    """With the last photo the list goes out of sight, and the focus with it."""
    prepare(tmp_path, 1)
    async with newsroom() as desk:
        screen = await opened(desk)
        await desk.press("delete")
        await desk.until(lambda: screen.focused is None, "the list out of sight")
        await desk.press("ctrl+z")
        await desk.until(lambda: screen.focused is screen.query_one(PickList), "the list again")
        assert "Take out" in desk.screen_text()
