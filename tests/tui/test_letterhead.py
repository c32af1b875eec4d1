"""The letterhead designer by real keys: the page follows, only what was changed is written, nothing is lost."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input

from humas_tui.desk.designing import EXAMPLE, Designing
from humas_tui.errors import NotFoundError, UnreadableFileError, UnwritableError
from humas_tui.model import Office
from humas_tui.tui.screens.letterhead import Letterhead, Unsaved
from humas_tui.tui.widgets.choice import Choice
from humas_tui.tui.widgets.field_values import InvalidField
from humas_tui.tui.widgets.letterhead_form import LetterheadForm, Lines
from humas_tui.tui.widgets.letterhead_questions import GROUPS, Question, account
from humas_tui.tui.widgets.page_view import PageView
from humas_tui.tui.widgets.photo_view import HalfBlocks, PhotoView
from tests.fakes import MemoryFiles
from tests.outlets.strategies import OFFICES
from tests.tui.conftest import Desk, Open

QUESTIONS = {question.name: question for _title, group in GROUPS for question in group}
A4, F4 = (827, 1169), (846, 1299)  # pixels at 100 an inch


async def opened(desk: Desk) -> Letterhead:
    await desk.press("shift+f2")
    await desk.until(lambda: isinstance(desk.app.screen, Letterhead), "the designer")
    screen = desk.app.screen
    assert isinstance(screen, Letterhead)
    await desk.until(lambda: view(screen)._pages or view(screen)._told, "the page")
    return screen


def view(screen: Letterhead) -> PageView:
    return screen.query_one(PageView)


def shown(screen: Letterhead) -> Any:
    """The size of the picture that is seen."""
    image = screen.query_one(HalfBlocks).image
    return image.size if image is not None else None


async def go_to(desk: Desk, name: str) -> None:
    """To the question of that name, with the mouse: a dozen of Tabs takes seconds under a pilot."""
    question = desk.app.screen.query_one(f"#ask-{name}")
    question.scroll_visible(animate=False)
    await desk.pilot.pause()
    await desk.pilot.click(f"#ask-{name}", offset=(question.size.width - 2, 0))
    assert desk.app.focused is question


def settings(desk: Desk) -> dict[str, Any]:
    return tomllib.loads(desk.app.config.read_text(encoding="utf-8"))["office"]


async def test_the_page_follows_and_only_what_was_changed_is_written(newsroom: Open) -> None:
    async with newsroom(size=(160, 45)) as desk:
        before = desk.app.config.read_text(encoding="utf-8")
        assert "# Profil kantor contoh" in before
        screen = await opened(desk)
        await go_to(desk, "lines")
        await desk.type("Jl 5 | b")
        await desk.press("down", "down", "down", "down")
        await desk.press("right")
        await go_to(desk, "number_place")
        await desk.press("left")  # the click on the right has turned it once: the place is what it was
        await desk.press("left")
        await go_to(desk, "accounts-instagram")
        await desk.type("@kota")
        await desk.until(lambda: shown(screen) == F4, "the page on the other paper")
        await desk.press("f5")
        await desk.until(lambda: "Ikuti kami: Instagram @kota" in desk.screen_text(), "the accounts, at the end")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
        after = desk.app.config.read_text(encoding="utf-8")
        changed = {
            "lines": ["Jl 5", "b"],
            "paper": "f4",
            "number_place": "end",
            "accounts": {"instagram": "@kota"},
        }
        assert settings(desk) == {**tomllib.loads(before)["office"], **changed}
        assert [line.partition("#")[2] for line in after.splitlines() if "#" in line] == [
            line.partition("#")[2] for line in before.splitlines() if "#" in line
        ]
        assert desk.room.desk.office.lines == ("Jl 5", "b")
        while desk.room.preview.outlet.name != "txt":
            await desk.press("f5")
        await desk.press("f4")
        await desk.until(lambda: "Jl 5" in desk.screen_text(), "the new letterhead in the preview")


async def test_escape_asks_only_where_something_was_changed(newsroom: Open) -> None:
    async with newsroom(size=(120, 36)) as desk:
        before = desk.app.config.read_bytes()
        await opened(desk)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.room, "closed unasked")
        screen = await opened(desk)
        await desk.press("end", "x", "escape")
        await desk.until(lambda: isinstance(desk.app.screen, Unsaved), "the question")
        await desk.press("escape")
        assert desk.app.screen is screen
        await desk.press("backspace", "escape")
        await desk.until(lambda: desk.app.screen is desk.room, "what was taken back is not asked after")
        await opened(desk)
        await desk.press("end", "x", "escape")
        await desk.until(lambda: isinstance(desk.app.screen, Unsaved), "the question")
        await desk.press("down", "enter")
        await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
        assert desk.app.config.read_bytes() == before


async def test_a_logo_that_is_none_is_told_in_the_place_of_the_page(newsroom: Open, tmp_path: Path) -> None:
    (tmp_path / "rusak.png").write_bytes(b"bukan gambar")
    async with newsroom(size=(120, 36)) as desk:
        screen = await opened(desk)
        await go_to(desk, "logo")
        await desk.press("ctrl+u")
        await desk.type("rusak.png")
        await desk.until(lambda: "rusak.png cannot be read" in view(screen)._told, "the sentence")
        assert screen.query_one("#page-told").display
        assert not screen.query_one(PhotoView).display
        await desk.press("backspace")
        await desk.until(lambda: "There is no file" in view(screen)._told, "the other sentence")
        await desk.press("ctrl+u")
        await desk.until(lambda: shown(screen) == A4 and not view(screen)._told, "the page without a logo")


async def test_without_typst_there_are_words_and_the_reason(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    async with newsroom(size=(120, 36)) as desk:
        screen = await opened(desk)
        assert "cannot be made on this machine" in view(screen)._told
        await desk.press("f5")
        await desk.until(lambda: "PEMERINTAH KOTA SUKAMAJU" in desk.screen_text(), "the page in words")


async def test_a_settings_file_that_cannot_be_written_loses_nothing(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise UnwritableError(file=path, reason="Permission denied")

    async with newsroom(size=(120, 36)) as desk:
        screen = await opened(desk)
        await desk.press("end", "x")
        with monkeypatch.context() as patched:
            patched.setattr("humas_tui.durable.write_durably", refuse)
            await desk.press("ctrl+s")
            await desk.until(lambda: "Permission denied" in desk.toasts(), "the sentence")
        assert desk.app.screen is screen
        await desk.press("ctrl+s")
        await desk.until(lambda: settings(desk)["institution"].endswith("x"), "the settings")


async def test_a_broken_settings_file_loses_nothing(newsroom: Open) -> None:
    async with newsroom(size=(120, 36)) as desk:
        whole = desk.app.config.read_bytes()
        screen = await opened(desk)
        await desk.press("end", "x")
        desk.app.config.write_bytes(b"[office\n")
        await desk.press("ctrl+s")
        await desk.until(lambda: "cannot be used" in desk.toasts(), "the sentence")
        assert desk.app.config.read_bytes() == b"[office\n"
        assert desk.app.screen is screen
        desk.app.config.write_bytes(whole)
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.app.screen is desk.room, "the newsroom")
        assert settings(desk)["institution"] == "PEMERINTAH KOTA SUKAMAJUx"


async def test_what_is_pasted_is_made_safe_and_what_is_no_value_is_not_saved(newsroom: Open) -> None:
    async with newsroom(size=(120, 36)) as desk:
        before = desk.app.config.read_bytes()
        screen = await opened(desk)
        await go_to(desk, "unit")
        await desk.press("end")
        desk.app.post_message(events.Paste("\x1b[31m satu\ndua\x00"))
        await go_to(desk, "boilerplate")
        desk.app.post_message(events.Paste("satu\x1b]0;x\x07\ndua "))
        await desk.pilot.pause()
        line, text = screen.query_one("#ask-unit", Input).value, screen.query_one(Lines).text
        assert line.endswith("Informatika satu dua")
        assert "\x1b" not in line + text
        assert "\x00" not in line + text
        assert "satu\ndua " in text
        await go_to(desk, "contacts")
        await desk.press("home")
        await desk.type(";;;;;")
        await desk.press("ctrl+s")
        await desk.until(lambda: "name; role; phone" in desk.toasts(), "what is expected")
        assert desk.app.screen is screen
        assert desk.app.focused is screen.query_one("#ask-contacts")
        assert desk.app.config.read_bytes() == before


async def test_on_a_small_screen_the_page_takes_the_place_of_the_questions(newsroom: Open) -> None:
    async with newsroom(size=(80, 24), empty=True) as desk:
        screen = await opened(desk)
        assert not view(screen).display
        await desk.press("f4")
        await desk.until(lambda: EXAMPLE.headline in desk.screen_text(), "the example, in words")
        await desk.press(*"abc")
        await desk.press("f5")
        await desk.until(lambda: screen.query_one(HalfBlocks).display and shown(screen) == A4, "the picture")
        await desk.press("escape")
        assert not view(screen).display
        assert not screen.query_one(LetterheadForm).touched
        assert desk.app.focused is screen.query_one("#ask-institution")


async def test_the_newest_page_wins_and_no_key_waits(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    free, asked = Event(), []
    real = Designing.pages

    def slow(designing: Designing, office: Office) -> tuple[bytes, ...]:
        asked.append(office.unit)
        free.wait(10)
        return real(designing, office)

    async with newsroom(size=(120, 36)) as desk:
        screen = await opened(desk)
        monkeypatch.setattr(Designing, "pages", slow)
        await go_to(desk, "unit")
        await desk.press("end")
        for letter in "abcd":
            await desk.press(letter)
            await desk.until(lambda: screen._wanted.unit.endswith(letter), "wanted")  # noqa: B023  # awaited here
        assert screen.query_one("#ask-unit", Input).value.endswith("abcd")
        free.set()
        await desk.until(lambda: len(asked) == 2 and not screen._drawing, "the newest")
        assert [unit[-4:] for unit in asked] == [asked[0][-4:], "abcd"]


# -- questions and values --------------------------------------------------------------------------------------


@given(OFFICES)
def test_what_is_shown_and_not_touched_is_read_back_as_it_was(office: Office) -> None:
    plain = {
        "institution",
        "unit",
        "address",
        "phone",
        "site",
        "email",
        "dateline_note",
        "end_mark",
        "boilerplate",
    }
    for name in plain:
        assert QUESTIONS[name].parse(QUESTIONS[name].shown(office)) == getattr(office, name)
    assert QUESTIONS["separator"].parse(QUESTIONS["separator"].shown(office)) == office.separator


@given(st.sampled_from(list(QUESTIONS.values())), st.text(max_size=60))
def test_whatever_is_typed_the_settings_can_hold_it_or_it_is_told(question: Question, text: str) -> None:
    import tomlkit

    if question.choices is not None:
        return
    try:
        value = question.parse(text)
    except InvalidField:
        value = ""
    assert tomllib.loads(tomlkit.dumps({"a": value}))["a"] == value


def test_a_sign_behind_the_place_has_its_spaces() -> None:
    parse = QUESTIONS["separator"].parse
    assert [parse(text) for text in ("–", " — ", ",", ":", "", "//")] == [" – ", " — ", ", ", ": ", " ", " // "]


def test_every_value_of_the_profile_is_asked_for() -> None:
    fields = {name.partition(".")[0] for name in QUESTIONS}
    assert fields == set(Office.__struct_fields__)
    assert account("x") in QUESTIONS


def test_a_value_that_is_not_among_the_choices_stays_until_it_is_turned() -> None:
    choice = Choice({"Asia/Jakarta": "WIB", "Asia/Jayapura": "WIT"}, "Asia/Singapore", id="zone")
    assert choice.value == "Asia/Singapore"
    assert "Asia/Singapore" in choice.render().plain


def test_a_photo_that_cannot_be_had_leaves_a_page_all_the_same() -> None:
    from humas_tui.model import Photo
    from tests.samples import blank

    files = MemoryFiles()
    designing = Designing(files, blank(headline="A", photos=(Photo(file="tiada.jpg"),)))
    assert designing.release.number == EXAMPLE.number
    assert len(designing.pages(Office())) == 1
    with pytest.raises(NotFoundError, match=r"tiada\.png"):
        designing.pages(Office(logo="tiada.png"))
    files.keep("kop.docx", b"bukan dokumen")
    with pytest.raises(UnreadableFileError, match="not a Word document"):
        designing.pages(Office(letterhead="kop.docx"))


async def test_a_letterhead_that_no_document_can_be_made_in_is_told_when_it_is_saved(
    newsroom: Open, tmp_path: Path
) -> None:
    async with newsroom(size=(160, 45)) as desk:
        (tmp_path / "kop.docx").write_text("bukan dokumen")
        screen = await opened(desk)
        await go_to(desk, "letterhead")
        await desk.type("kop.docx")
        await desk.until(lambda: "not a Word document" in view(screen)._told, "why")
        await desk.press("ctrl+s")
        await desk.until(lambda: "must be put right" in desk.toasts(), "the warning")
        assert Path(settings(desk)["letterhead"]).name == "kop.docx"
