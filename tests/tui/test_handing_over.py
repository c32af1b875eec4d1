"""Beginning a release and handing it over: templates, import, preview, copy, export, first start."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, SelectionList, Tabs

from humas_tui.deliver.clipboard import FILE_NAME
from humas_tui.desk.templates import templates
from humas_tui.errors import StoreError, UnwritableError
from humas_tui.model import Kind
from humas_tui.outlets import outlets
from humas_tui.ports import CopyReport
from humas_tui.tui.screens.export import Export
from humas_tui.tui.screens.import_file import ImportFile
from humas_tui.tui.screens.office import OfficeQuestions
from humas_tui.tui.screens.templates import Questions, TemplateChoice
from tests.tui.conftest import Desk, Open


async def dialog(desk: Desk, kind: type) -> None:
    await desk.until(lambda: isinstance(desk.app.screen, kind), kind.__name__)
    await desk.pilot.pause()


async def closed(desk: Desk) -> None:
    await desk.until(lambda: desk.app.screen is desk.room, "the newsroom again")
    await desk.pilot.pause()


async def test_a_release_from_a_template_with_some_answers(newsroom: Open) -> None:
    async with newsroom() as desk:
        count = len(desk.room.desk.shelf)
        await desk.press("ctrl+n")
        await dialog(desk, TemplateChoice)
        await desk.press("enter")
        await dialog(desk, Questions)
        await desk.type("Pemkot Sukamaju\nmembuka pasar murah\n18/11/2026\n")
        await desk.press("ctrl+s")
        await closed(desk)
        await desk.until(lambda: len(desk.room.desk.shelf) == count + 1, "the draft")
        assert desk.shown.headline == "Pemkot Sukamaju Membuka Pasar Murah"
        assert "Pemkot Sukamaju membuka pasar murah" in desk.shown.body
        assert "Rabu (18/11/2026)" in desk.shown.body
        assert "[mengapa]" in desk.shown.body
        await desk.saved()
        assert desk.stored().place == "Kota Sukamaju"
        assert desk.room.focused is desk.room.editor.body


async def test_every_template_lays_out_a_draft_with_everything_skipped(newsroom: Open) -> None:
    async with newsroom() as desk:
        for number, template in enumerate(templates()):
            before = set(desk.room.desk.shelf.identifiers())
            await desk.press("ctrl+n")
            await dialog(desk, TemplateChoice)
            await desk.press(*["down"] * number, "enter")
            await dialog(desk, Questions)
            await desk.press("ctrl+s")
            await closed(desk)
            await desk.until(lambda before=before: desk.shown.id not in before, "the draft")
            assert desk.shown.kind is template.kind
            assert not desk.shown.number
            assert "[" in desk.shown.body


async def test_a_blank_sheet(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+n")
        await dialog(desk, TemplateChoice)
        await desk.press("end", "enter")
        await closed(desk)
        await desk.until(lambda: desk.shown.body == "", "the sheet")
        assert desk.room.focused is desk.room.query_one("#field-headline")
        assert desk.shown.kind is Kind.SIARAN_PERS


async def test_escape_begins_nothing(newsroom: Open) -> None:
    async with newsroom() as desk:
        count = len(desk.room.desk.shelf)
        await desk.press("ctrl+n")
        await dialog(desk, TemplateChoice)
        await desk.press("escape")
        await closed(desk)
        assert len(desk.room.desk.shelf) == count


async def test_a_file_is_brought_in(newsroom: Open, tmp_path: Path) -> None:
    source = tmp_path / "naskah.txt"
    source.write_text("CISARUA – Warga menanam pohon, Senin (2/3/2026).\n\nParagraf kedua.\n", encoding="utf-8")
    async with newsroom() as desk:
        await desk.press("f12")
        await dialog(desk, ImportFile)
        desk.app.screen.query_one(Input).value = str(source)
        await desk.press("enter")
        await closed(desk)
        await desk.until(lambda: desk.shown.place.upper() == "CISARUA", "the draft")
        await desk.saved()
        assert "Paragraf kedua." in desk.stored().body


@pytest.mark.parametrize("name", ["tidak-ada.txt", "bukan.docx", "aneh.xyz"])
async def test_a_file_that_cannot_come_in_is_told_in_a_sentence(newsroom: Open, tmp_path: Path, name: str) -> None:
    if name == "bukan.docx":
        (tmp_path / name).write_bytes(b"bukan dokumen")
    async with newsroom() as desk:
        count = len(desk.room.desk.shelf)
        desk.room.bring_in(tmp_path / name)
        await desk.pilot.pause()
        assert name in desk.toasts()
        assert len(desk.room.desk.shelf) == count


async def test_the_preview_has_a_tab_for_each_outlet_that_people_read(newsroom: Open) -> None:
    async with newsroom(size=(200, 50)) as desk:
        shown = [outlet for outlet in outlets() if outlet.for_people]
        assert [tab.id for tab in desk.room.query("Tab")] == [outlet.name for outlet in shown]
        for number, outlet in enumerate(shown, 1):
            await desk.until(lambda name=outlet.name: desk.room.query_one(Tabs).active == name, outlet.name)
            passages = desk.room.query_one("#preview")._passages
            assert passages == outlet.preview(desk.shown, desk.room.desk.office)
            assert f"Preview {number}/{len(shown)}" in desk.screen_text()
            await desk.press("f5")


async def test_the_tab_that_is_chosen_is_in_sight_on_a_small_screen(newsroom: Open) -> None:
    async with newsroom(size=(80, 24)) as desk:
        await desk.press("f4")
        for outlet in outlets():
            if not outlet.for_people:
                continue
            await desk.until(lambda name=outlet.name: desk.room.query_one(Tabs).active == name, outlet.name)
            await desk.until(lambda title=outlet.title: title in desk.screen_text().split("\n")[2], outlet.title)
            await desk.press("f5")


async def test_a_thread_is_copied_part_by_part(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        desk.room.query_one(Tabs).active = "x"
        await desk.until(lambda: desk.room.preview.outlet.name == "x", "X")
        outlet = desk.room.preview.outlet
        parts = outlet.parts(outlet.text(desk.shown, desk.room.desk.office))
        assert len(parts) > 1
        for number in (*range(1, len(parts) + 1), 1):
            desk.app.clear_notifications()
            await desk.press("ctrl+g")
            await desk.until(desk.toasts, "the report")
            assert [note.title for note in desk.app._notifications] == [f"X · {number}/{len(parts)}"]
            assert ("^G again copies the next part." in desk.toasts()) is (number < len(parts))
            assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == parts[number - 1].text


async def test_an_account_tells_each_count_and_refuses_what_is_too_long(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom(size=(200, 50)) as desk:
        desk.room.query_one(Tabs).active = "instagram"
        await desk.until(lambda: "of 2,200 characters" in str(desk.room.preview.border_subtitle), "the count")
        assert "/5 hashtags" in str(desk.room.preview.border_subtitle)
        desk.room.query_one(Tabs).active = "threads"
        desk.room.query_one("#field-headline").value = "kata " * 120
        desk.room.gather()
        await desk.until(lambda: " of 500 " in str(desk.room.preview.border_subtitle), "another count")
        await desk.press("ctrl+g")
        await desk.until(lambda: "the limit is 500" in desk.toasts(), "the refusal")
        assert not (tmp_path / FILE_NAME).exists()


async def test_the_count_stands_beside_the_limit(newsroom: Open) -> None:
    async with newsroom() as desk:
        outlet = desk.room.preview.outlet
        count = len(outlet.text(desk.shown, desk.room.desk.office))
        assert outlet.name == "whatsapp"
        assert f"{count:,} of 1,500 characters (advised)" in str(desk.room.preview.border_subtitle)


async def test_copy_tells_truthfully_that_there_is_no_clipboard(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+g")
        await desk.until(desk.toasts, "the report")
        text = desk.room.preview.outlet.text(desk.shown, desk.room.desk.office)
        assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == text
        assert "Copied to the clipboard" not in desk.toasts()


async def test_what_was_typed_last_is_in_what_is_copied(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        desk.room.editor.body.focus()
        await desk.pilot.press(*"Terakhir", "ctrl+g")
        await desk.until(desk.toasts, "the report")
        assert "Terakhir" in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


async def test_a_selection_copied_goes_the_same_way(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        desk.room.editor.body.focus()
        await desk.press("ctrl+shift+right", "ctrl+c")
        await desk.until(lambda: (tmp_path / FILE_NAME).exists(), "the copy")
        assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == desk.room.editor.body.selected_text


async def test_a_selection_that_cannot_be_copied_is_told(newsroom: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(text: str) -> CopyReport:
        raise UnwritableError(file=FILE_NAME, reason="No space left on device")

    async with newsroom() as desk:
        monkeypatch.setattr(desk.room.desk.releasing.clipboard, "copy", full)
        desk.room.editor.body.focus()
        await desk.press("ctrl+shift+right", "ctrl+c")
        await desk.until(lambda: "No space left on device" in desk.toasts(), "why not")


async def test_export_writes_what_is_ticked(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+e")
        await dialog(desk, Export)
        choices = desk.app.screen.query_one(SelectionList)
        choices.deselect_all()
        for name in ("txt", "docx", "pdf"):
            choices.select(name)
        await desk.press("ctrl+s")
        await desk.until(lambda: "3 files" in desk.toasts(), "the report")
        assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".pdf", ".txt"]
        await desk.press("ctrl+e")
        await dialog(desk, Export)
        await desk.press("ctrl+s")
        await desk.until(lambda: "already exists" in desk.toasts(), "the refusal")


async def test_a_folder_of_nobody_is_told_and_can_be_mended(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+e")
        await dialog(desk, Export)
        folder = desk.app.screen.query_one("#folder", Input)
        folder.value = "~0/rilis"
        await desk.press("ctrl+s")
        assert isinstance(desk.app.screen, Export)
        assert "“~0/rilis” leads nowhere" in desk.toasts()
        assert desk.app.screen.focused is folder
        folder.value = str(tmp_path / "rilis")
        await desk.press("ctrl+s")
        await closed(desk)
        await desk.until(lambda: len(list((tmp_path / "rilis").glob("*.docx"))) == 1, "the file")


async def test_a_missing_photo_is_told_and_the_others_are_written(newsroom: Open, tmp_path: Path) -> None:
    async with newsroom() as desk:
        with_photo = next(release for release in desk.room.desk.shelf.newest() if release.photos)
        (tmp_path / with_photo.photos[0].file).unlink()
        desk.room.show_release(with_photo)
        await desk.press("ctrl+e")
        await dialog(desk, Export)
        choices = desk.app.screen.query_one(SelectionList)
        choices.deselect_all()
        choices.select("txt")
        choices.select("pdf")
        await desk.press("ctrl+s")
        await desk.until(lambda: "is missing" in desk.toasts(), "the sentence")
        await desk.until(lambda: list((tmp_path / "out").glob("*.txt")), "the text")


async def test_the_first_start_asks_for_institution_and_city(newsroom: Open) -> None:
    async with newsroom(first=True) as desk:
        await dialog(desk, OfficeQuestions)
        await desk.type("PEMERINTAH KOTA CONTOH\nDinas Kominfo\nContoh")
        await desk.press("ctrl+s")
        await closed(desk)
        await desk.until(lambda: desk.app.config.exists(), "the settings")
        office = tomllib.loads(desk.app.config.read_text(encoding="utf-8"))["office"]
        assert (office["institution"], office["unit"], office["city"]) == (
            "PEMERINTAH KOTA CONTOH",
            "Dinas Kominfo",
            "Contoh",
        )
        await desk.until(lambda: "PEMERINTAH KOTA CONTOH" in desk.screen_text(), "the head")
        assert desk.room.desk.office.city == "Contoh"


async def test_escape_at_the_first_start_takes_the_defaults_and_is_not_asked_again(newsroom: Open) -> None:
    async with newsroom(first=True) as desk:
        await dialog(desk, OfficeQuestions)
        await desk.press("escape")
        await closed(desk)
        await desk.until(lambda: desk.app.config.exists(), "the settings")


async def test_settings_that_exist_are_not_asked_for(newsroom: Open) -> None:
    async with newsroom() as desk:
        assert desk.app.screen is desk.room


async def test_a_theme_chosen_is_remembered(newsroom: Open) -> None:
    async with newsroom() as desk:
        desk.app.theme = "humas-siang"
        await desk.until(lambda: "humas-siang" in desk.app.config.read_text(), "the setting")


async def test_a_foreign_data_file_ends_the_program_with_a_sentence(tmp_path: Path) -> None:
    from humas_tui.tui.app import HumasApp

    (tmp_path / "humas.json").write_text('{"name": "x", "version": 1}')
    app = HumasApp(tmp_path / "humas.json", tmp_path / "config.toml")
    async with app.run_test() as pilot:
        for _ in range(100):
            if app.failure is not None:
                break
            await pilot.pause(0.05)
    assert isinstance(app.failure, StoreError)
    assert app.return_value == 4
    assert "belongs to another program" in str(app.failure)
    assert (tmp_path / "humas.json").read_text() == '{"name": "x", "version": 1}'


async def test_the_templates_are_offered_with_a_hint(newsroom: Open) -> None:
    async with newsroom() as desk:
        await desk.press("ctrl+n")
        await dialog(desk, TemplateChoice)
        assert desk.app.screen.query_one(OptionList).option_count == len(templates()) + 1
        assert "what is known, what is not known yet" in desk.screen_text()
