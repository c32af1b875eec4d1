"""The copy desk in the editor: what it finds is marked, listed, gone to, mended, left alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from humas_tui.desk import Checking
from humas_tui.desk.checking import Gauge
from humas_tui.language.engine import Checker
from humas_tui.language.finding import Finding
from humas_tui.language.kinds import Pattern, Patterns
from humas_tui.language.rules import find
from humas_tui.model import Ignored, Release
from humas_tui.tui.messages import Checked
from humas_tui.tui.screens.newsroom import Newsroom
from humas_tui.tui.screens.rule_page import RulePage
from humas_tui.tui.widgets.findings import FindingsBar, FindingsList
from tests.tui.conftest import Desk, Open

ONLY = frozenset({"spasi-ganda"})
WRONG = Patterns((Pattern(r"\bkeliru\b", "benar"),))


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule is enough to see what becomes of findings."""
    made = Checking.__init__

    def with_one(self: Checking, *arguments: object, **settings: object) -> None:
        made(self, *arguments, **settings)  # type: ignore[arg-type]
        self.choose(ONLY, frozenset())

    monkeypatch.setattr(Checking, "__init__", with_one)


async def written(desk: Desk, text: str) -> None:
    """That text at the beginning of the body, checked."""
    await desk.press("f3")
    desk.room.editor.body.focus()
    await desk.type(text)
    await checked(desk)


async def to_top(desk: Desk) -> None:
    desk.room.editor.body.move_cursor((0, 0))
    await desk.pilot.pause()


async def checked(desk: Desk) -> None:
    def done() -> bool:
        desk.room.gather()
        editor = desk.room.editor
        return editor.checked is editor.release and editor.release is not None

    await desk.until(done, "the check")


def marked(desk: Desk) -> list[str]:
    """What is marked in the body."""
    body = desk.room.editor.body
    return [
        body.document.get_line(line)[mark.start : mark.end]
        for line in range(body.document.line_count)
        for mark in body._marks.on(line)
    ]


def bar(desk: Desk) -> str:
    return desk.room.query_one(FindingsBar).render().plain


async def test_it_warms_up_while_nobody_types_and_checks_then(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, asked, typing = [], [], [True]

    def warm(checking: Checking) -> Iterator[None]:
        for number in range(3):
            steps.append(number)
            yield

    class Quiet(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            asked.append(timeout)
            return super().wait(0.01) and not typing[0]

    monkeypatch.setattr(Checking, "warm", warm)
    made = Newsroom.__init__

    def with_quiet(self: Newsroom, *arguments: Any, **others: Any) -> None:
        made(self, *arguments, **others)
        self.quiet = Quiet()
        self.quiet.set()

    monkeypatch.setattr(Newsroom, "__init__", with_quiet)
    async with newsroom() as desk:
        await desk.until(lambda: len(asked) > 3, "the wait for a pause")
        assert steps == [0]
        assert desk.room.editor.checked is None
        await desk.press("f3")
        await desk.type("x")
        assert not desk.room.quiet.is_set()
        await desk.until(desk.room.quiet.is_set, "the pause")
        typing[0] = False
        await checked(desk)
        assert steps == [0, 1, 2]


async def test_what_is_found_is_marked_counted_and_told_at_the_cursor(newsroom: Open) -> None:
    async with newsroom() as desk:
        await checked(desk)
        assert "✓ nothing found" in bar(desk)
        await written(desk, "Satu  dua  tiga. ")
        assert marked(desk) == ["  ", "  "]
        assert bar(desk).startswith("● 2 errors  ")
        assert "grade 5.3" in bar(desk)
        assert "F8 next finding" in bar(desk)
        await desk.press("f8")
        assert desk.room.editor.body.selected_text == "  "
        assert "One space is enough. → ␣  F9" in bar(desk)


async def test_a_mark_moves_with_its_word_while_the_text_is_typed_on(newsroom: Open) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu  dua. ")
        desk.room.desk.checking.choose(frozenset(), frozenset({"galat", "saran", "gaya"}))  # nothing is found anew
        await to_top(desk)
        await desk.pilot.press("A", "b", "enter")
        assert marked(desk) == ["  "]


async def test_f8_goes_through_the_fields_and_round_the_end(newsroom: Open) -> None:
    async with newsroom() as desk:
        desk.room.desk.checking._checker = Checker([replace(find("spasi-ganda"), kind=WRONG)])
        desk.room.query_one("#field-headline", Input).value = "Judul keliru"
        await written(desk, "Satu keliru dua keliru. ")
        await to_top(desk)
        seen = []
        for _ in range(4):
            await desk.press("f8")
            focused = desk.app.focused
            seen.append((getattr(focused, "id", ""), desk.room.editor.finding_here()))
        assert [name for name, _ in seen] == ["body", "body", "field-headline", "body"]
        assert seen[0] == seen[3]
        await desk.press("shift+f8")
        assert getattr(desk.app.focused, "id", "") == "field-headline"
        await desk.press("f9")
        await checked(desk)
        assert desk.shown.headline == "Judul benar"


async def test_f9_puts_the_fix_in_and_one_undo_takes_it_back(newsroom: Open) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu  dua  tiga. ")
        await to_top(desk)
        await desk.press("f8", "f9")
        body = desk.room.editor.body
        assert body.text.startswith("Satu dua  tiga. ")
        assert body.cursor_location == (0, 5)
        await checked(desk)
        assert marked(desk) == ["  "]
        await desk.press("ctrl+z")
        assert body.text.startswith("Satu  dua  tiga. ")
        await to_top(desk)
        await desk.press("f9", "f9", "f9", "f9")  # to the next one and mended, twice
        assert body.text.startswith("Satu dua tiga. ")
        await desk.saved()
        assert desk.stored().body.startswith("Satu dua tiga. ")


async def test_the_list_fixes_by_number_and_goes_to_the_place(newsroom: Open) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu  dua  tiga  empat. ")
        await to_top(desk)
        await desk.press("f7")
        listed = desk.room.query_one(FindingsList)
        assert (listed.option_count, listed.has_focus) == (3, True)
        assert "1–9 fix" in bar(desk)
        await desk.press("down")
        assert desk.room.editor.body.selection.start == (0, 9)
        await desk.press("1")
        await desk.until(lambda: listed.option_count == 2, "one less")
        assert desk.room.editor.body.text.startswith("Satu  dua tiga  empat. ")
        assert listed.has_focus
        await desk.press("enter")
        assert desk.app.focused is desk.room.editor.body
        await desk.press("f7")
        assert not desk.room.query(FindingsList)
        await desk.press("f7", "escape")
        assert not desk.room.query(FindingsList)


async def test_a_finding_is_left_alone_here_or_in_the_release(newsroom: Open) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu  dua  tiga  empat. ")
        await to_top(desk)
        await desk.press("f7", "h")
        await desk.until(lambda: len(desk.room.editor.findings) == 2, "one left alone")
        assert desk.room.editor.findings[0].start == 9
        await desk.press("r")
        await desk.until(lambda: desk.room.editor.findings == (), "all left alone")
        await desk.saved()
        first, second = desk.stored().ignored
        assert first.around
        assert second == Ignored(rule="spasi-ganda", text="  ")


async def test_a_word_is_right_for_the_office(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu  dua. ")
        await desk.press("f7", "k")
        assert "Only a word" in desk.toasts()
        assert len(desk.room.editor.findings) == 1
        await desk.press("escape")
        desk.room.desk.checking._checker = Checker([replace(find("spasi-ganda"), kind=WRONG)])
        await written(desk, "Hal keliru. ")
        await desk.press("f7", "k")
        await desk.until(lambda: desk.room.editor.findings == (), "right from now on")
        assert (tmp_path / "kata-kantor.txt").read_text() == "keliru\n"
    async with newsroom() as desk:
        desk.room.desk.checking._checker = None
        assert "keliru" in desk.room.desk.checking.checker.house.words


async def test_the_page_of_the_rule(newsroom: Open) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu  dua. ")
        await desk.press("f7", "question_mark")
        assert isinstance(desk.app.screen, RulePage)
        assert "Words are parted by one space." in desk.screen_text()
        await desk.press("escape")
        assert desk.room.query_one(FindingsList).has_focus


async def test_what_was_found_in_a_text_that_has_moved_on_is_thrown_away(
    newsroom: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with newsroom() as desk:
        await written(desk, "Satu dua. ")
        old = desk.shown
        await desk.type("Tiga ")
        await checked(desk)
        wrong = Finding("spasi-ganda", find("spasi-ganda").level, 0, 4, "Salah.")
        desk.room.post_message(Checked(old, (wrong,), Gauge(None, None)))
        await desk.pilot.pause()
        assert desk.room.editor.findings == ()


async def test_a_window_that_only_reads_mends_nothing(newsroom: Open, tmp_path: Path) -> None:
    from humas_tui.store import ReleaseStore

    async with newsroom() as desk:
        await written(desk, "Satu  dua. ")
    with ReleaseStore(tmp_path / "humas.json") as other:
        other.claim()
        async with newsroom() as desk:
            await desk.press("f3", "f8")
            before = desk.room.editor.body.text
            await desk.press("f9", "f7", "1", "h")
            assert desk.room.editor.body.text == before
            assert desk.shown.ignored == ()


async def test_broken_settings_of_the_copy_desk_are_told_once(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        pass
    (tmp_path / "config.toml").write_text('[language]\noff = ["tiada"]\n')
    async with newsroom() as desk:
        await checked(desk)
        await desk.until(lambda: "“tiada”" in desk.toasts(), "the complaint")
        told = desk.toasts()
        await written(desk, "Satu  dua. ")
        assert desk.toasts() == told


def test_a_release_is_read_by_the_fields_of_the_editor() -> None:
    from humas_tui.desk.checking import FIELDS as CHECKED
    from humas_tui.tui.widgets.proofed import FIELDS as SHOWN

    assert CHECKED == SHOWN
    assert set(SHOWN) <= set(Release.__struct_fields__)
