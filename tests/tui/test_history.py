"""The history screen: versions, what differs, a paragraph or a whole version brought back, by real keys."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from humas_tui.errors import StoreError, UnwritableError
from humas_tui.model import (
    Category,
    Contact,
    Kind,
    Office,
    OwnText,
    Photo,
    Reason,
    Release,
    Status,
    Subject,
    Version,
)
from humas_tui.samples import make_demo
from humas_tui.store import ReleaseStore
from humas_tui.text.compare import Change, Piece, Row
from humas_tui.tui.screens.history import HistoryScreen
from humas_tui.tui.screens.past import moment
from humas_tui.tui.widgets.comparison import Comparison
from humas_tui.tui.widgets.comparison_lines import folded
from humas_tui.tui.widgets.differences import differences
from humas_tui.tui.widgets.pick_list import PickList
from tests.samples import blank
from tests.tui.conftest import Desk, Open

WIB = timezone(timedelta(hours=7), "WIB")
EARLIER = datetime(2025, 3, 4, 9, 30, tzinfo=WIB)
SIZES = [(80, 24), (160, 45)]

FIRST = "Pasar dibuka Senin (7/12/2026) di alun-alun kota."
FIRST_NOW = "Pasar dibuka Selasa (7/12/2026) di alun-alun kota."
GONE = "Camat mencatat [/b] empat belas laporan warga."
SAME = [f"Paragraf tetap nomor {number}." for number in range(6)]
NEW = "Unit pengaduan siap melayani."
THEN = "\n\n".join([FIRST, GONE, *SAME])
NOW = "\n\n".join([FIRST_NOW, *SAME, NEW])


def prepare(folder: Path, body: str, *versions: dict[str, Any], **fields: Any) -> str:
    """The sample newsroom, whose newest release has that ``body`` and those ``versions``, the first one oldest, a
    day apart."""
    data, _config = make_demo(folder)
    with ReleaseStore(data) as store:
        releases = store.all()
        assert isinstance(releases, list)
        release = replace(max(releases, key=lambda one: one.id), body=body, **fields)
        store.put([release])
        for day, changes in enumerate(versions):
            reason = Reason.IMPOR if day else Reason.SIMPAN
            kept = store.keep_version(replace(release, **changes), EARLIER + timedelta(days=day), reason, "rina")
            assert kept is not None
    return release.id


async def opened(desk: Desk) -> HistoryScreen:
    """The screen, once the version under its cursor is compared."""
    await desk.press("ctrl+r")
    await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen), "the history")
    screen = desk.app.screen
    assert isinstance(screen, HistoryScreen)
    await desk.until(lambda: compared(desk), "the comparison")
    return screen


def compared(desk: Desk) -> bool:
    """Whether what is shown is the version under the cursor, against what the release says now."""
    screen = desk.app.screen
    assert isinstance(screen, HistoryScreen)
    there = screen._comparison._shown is not None or screen._comparison._failed
    return (
        there
        and not screen._busy
        and screen._number == screen._wanted
        and screen._compared == screen._under_cursor
    )


async def closed(desk: Desk) -> None:
    await desk.until(lambda: desk.app.screen is desk.room, "the newsroom again")
    await desk.pilot.pause()


def marked(desk: Desk, attribute: str) -> list[str]:
    """The words on the screen that are struck through, or underlined."""
    strips = desk.app.screen._compositor.render_strips()
    return [one.text for strip in strips for one in strip if one.style and getattr(one.style, attribute)]


def line_with(desk: Desk, text: str) -> str:
    """The one line of the screen that holds ``text``."""
    found = [line for line in desk.screen_text().splitlines() if text in line]
    assert len(found) == 1, (text, desk.screen_text())
    return found[0]


def versions_of(desk: Desk, identifier: str) -> list[Version]:
    return desk.room.desk.history.versions(identifier)


@pytest.mark.parametrize("size", SIZES)
async def test_the_versions_are_listed_the_last_first_below_now(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    prepare(tmp_path, NOW, {"body": THEN}, {"body": THEN + "\n\nLagi."})
    async with newsroom(size=size) as desk:
        screen = await opened(desk)
        listed = [str(option.prompt) for option in screen.query_one(PickList).options]
        assert [text.split("\n")[0] for text in listed] == ["Now", *_times("2025-03-05", "2025-03-04")]
        assert listed[1].endswith("Before an import · rina")
        assert listed[2].endswith("Saved by hand · rina")
        assert screen._number == 2


def _times(*days: str) -> list[str]:
    now = datetime.now().astimezone()
    return [moment(datetime.fromisoformat(f"{day}T09:30:00+07:00"), now) for day in days]


@pytest.mark.parametrize("size", SIZES)
async def test_gone_and_new_are_told_without_colour(newsroom: Open, tmp_path: Path, size: tuple[int, int]) -> None:
    prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom(size=size) as desk:
        screen = await opened(desk)
        assert "Senin" in marked(desk, "strike")
        assert "Selasa" in marked(desk, "underline")
        assert f"− {GONE}" in desk.screen_text().replace("\n", " ")
        screen.query_one(Comparison).focus()
        await desk.press("end")
        assert f"+ {NEW}" in line_with(desk, NEW)


async def test_on_a_wide_screen_old_and_new_stand_side_by_side(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom(size=(160, 45)) as desk:
        await opened(desk)
        line = line_with(desk, "dibuka Senin")
        assert line.index("− Pasar dibuka Senin") < line.index("│ + Pasar dibuka Selasa")
        heads = line_with(desk, ", Saved by hand")
        assert heads.index("− ") < heads.index("+ Now")


async def test_on_a_narrow_screen_they_stand_one_below_the_other(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom(size=(80, 24)) as desk:
        await opened(desk)
        assert "Selasa" not in line_with(desk, "dibuka Senin")
        assert "+ Pasar dibuka Selasa" in desk.screen_text()
        await desk.pilot.resize_terminal(50, 30)
        await desk.pilot.pause()
        assert "Selasa" not in line_with(desk, "− Pasar dibuka Senin")
        await desk.pilot.resize_terminal(100, 30)
        await desk.until(lambda: "+ Pasar dibuka" in line_with(desk, "− Pasar dibuka"), "both on one line")


async def test_long_unchanged_stretches_are_folded_until_space(newsroom: Open, tmp_path: Path) -> None:
    prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom(size=(160, 45)) as desk:
        screen = await opened(desk)
        assert "⋯ 4 paragraphs the same ⋯" in desk.screen_text()
        assert SAME[2] not in desk.screen_text()
        await desk.press("tab", "space")
        assert SAME[2] in desk.screen_text()
        assert "paragraphs the same" not in desk.screen_text()
        await desk.press("space")
        assert SAME[2] not in desk.screen_text()
        assert screen.query_one(Comparison).place == (1, 3)


async def test_fields_that_differ_stand_above_the_text(newsroom: Open, tmp_path: Path) -> None:
    prepare(
        tmp_path,
        NOW,
        {"body": THEN, "headline": "Pasar Buka Pagi", "place": "Kota Lama", "status": Status.TINJAU},
        headline="Pasar Buka Sore",
        place="",
        status=Status.DRAF,
    )
    async with newsroom(size=(160, 45)) as desk:
        await opened(desk)
        assert "Pasar Buka Pagi  →  Pasar Buka Sore" in line_with(desk, "Headline   ")
        assert "Kota Lama  →  (nothing)" in line_with(desk, "Place   ")
        assert "stays as it is now   In review  →  Draft" in line_with(desk, "Status  ")
        text = desk.screen_text()
        assert text.index("Kota Lama") < text.index("dibuka Senin")


@pytest.mark.parametrize("size", SIZES)
async def test_one_paragraph_is_brought_back_and_nothing_else(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN, "headline": "Judul Lama"})
    async with newsroom(size=size) as desk:
        before = desk.stored(identifier)
        screen = await opened(desk)
        await desk.press("tab", "down")
        assert screen.query_one("#comparison-pane").border_subtitle == "2 of 3 changes"
        await desk.press("enter")
        await desk.until(lambda: screen._changed is not None and compared(desk), "the paragraph")
        back = desk.stored(identifier)
        assert back.body == "\n\n".join([FIRST_NOW, GONE, *SAME, NEW])
        assert back.headline == before.headline
        kept = versions_of(desk, identifier)
        assert [one.reason for one in kept] == [Reason.PULIH, Reason.SIMPAN]
        assert desk.room.desk.history.at(kept[0]).body == NOW
        assert "The paragraph is as it was." in desk.toasts()
        assert screen.query_one(Comparison).place == (2, 2)
        await desk.press("escape")
        await closed(desk)
        assert desk.room.editor.body.text == back.body


async def test_a_paragraph_that_is_new_is_taken_out(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom(size=(160, 45)) as desk:
        screen = await opened(desk)
        await desk.press("tab", "end")
        assert "Take paragraph out" in desk.screen_text()
        await desk.press("enter")
        await desk.until(lambda: screen._changed is not None and compared(desk), "the change")
        assert desk.stored(identifier).body == "\n\n".join([FIRST_NOW, *SAME])


async def test_every_paragraph_in_turn_gives_the_old_text(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom() as desk:
        screen = await opened(desk)
        await desk.press("tab")
        for left in (2, 1, 0):
            await desk.press("enter")
            await desk.until(
                lambda left=left: screen._comparison.place[1] == left and compared(desk), f"{left} left"
            )
        assert desk.stored(identifier).body == THEN
        assert "The release says the same now." in desk.screen_text()


async def test_a_whole_version_is_brought_back_and_undone(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(
        tmp_path,
        NOW,
        {"body": THEN, "headline": "Judul Lama", "status": Status.DRAF, "contacts": (Contact(name="Ani"),)},
        status=Status.TINJAU,
    )
    async with newsroom() as desk:
        before = desk.stored(identifier)
        screen = await opened(desk)
        await desk.press("p")
        await desk.until(lambda: screen._changed is not None and compared(desk), "the version")
        back = desk.stored(identifier)
        assert (back.body, back.headline, back.contacts) == (THEN, "Judul Lama", (Contact(name="Ani"),))
        assert back.status is Status.TINJAU
        assert "The release says again what it said then" in desk.toasts()
        assert len(versions_of(desk, identifier)) == 2
        await desk.press("ctrl+z")
        await desk.until(lambda: desk.stored(identifier).body == NOW and compared(desk), "undone")
        again = desk.stored(identifier)
        assert replace(again, updated=before.updated, revision=before.revision) == before
        assert [one.reason for one in versions_of(desk, identifier)] == [Reason.PULIH, Reason.PULIH, Reason.SIMPAN]
        await desk.press("ctrl+z")
        assert desk.stored(identifier) == again


async def test_a_version_that_says_the_same_changes_nothing(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(tmp_path, NOW, {"body": NOW})
    async with newsroom() as desk:
        before = desk.stored(identifier)
        screen = await opened(desk)
        assert "The release says the same now." in desk.screen_text()
        await desk.press("p")
        await desk.until(lambda: "nothing was changed" in desk.toasts(), "told so")
        assert desk.stored(identifier) == before
        await desk.press("up")
        await desk.until(lambda: compared(desk), "now")
        await desk.press("p")
        assert "Choose an earlier version." in desk.toasts()
        assert screen._changed is None
        assert len(versions_of(desk, identifier)) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_without_versions_it_says_how_they_come(
    newsroom: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    prepare(tmp_path, NOW)
    async with newsroom(size=size) as desk:
        screen = await opened(desk)
        assert screen.query_one(PickList).option_count == 1
        assert "No version was kept yet." in desk.screen_text()
        assert "Pasar dibuka Selasa" in desk.screen_text()
        await desk.press("enter", "enter", "p", "ctrl+z", "escape")
        await closed(desk)


async def test_what_was_typed_last_is_what_versions_are_compared_with(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(tmp_path, NOW, {"body": NOW})
    async with newsroom() as desk:
        await desk.press("f3", "ctrl+home")
        await desk.pilot.press("B", "a", "r", "u", "space", "ctrl+r")
        await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen) and compared(desk), "the comparison")
        assert [words.strip() for words in marked(desk, "underline")] == ["Baru"]
        await desk.press("p")
        await desk.until(lambda: desk.stored(identifier).body == NOW, "the version")
        await desk.press("escape")
        await closed(desk)
        assert desk.room.editor.body.text == NOW
        assert desk.room.desk.history.at(versions_of(desk, identifier)[0]).body == "Baru " + NOW


async def test_a_window_that_only_reads_shows_but_brings_nothing_back(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN})
    with ReleaseStore(tmp_path / "humas.json") as writer:
        writer.claim()
        async with newsroom() as desk:
            screen = await opened(desk)
            assert "Senin" in marked(desk, "strike")
            await desk.press("p", "tab", "enter")
            assert desk.toasts().count("This window only reads") == 2
            assert screen._changed is None
            release = writer.get(identifier)
            assert release is not None
            assert release.body == NOW
            assert len(writer.versions(identifier)) == 1


async def test_where_it_cannot_be_written_nothing_is_changed(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN})

    def full(self: ReleaseStore, *args: object, **options: object) -> None:
        raise UnwritableError(file="humas.json", reason="No space left on device")

    async with newsroom() as desk:
        screen = await opened(desk)
        with monkeypatch.context() as patch:
            patch.setattr(ReleaseStore, "put", full)
            await desk.press("tab", "enter")
            await desk.until(lambda: "No space left on device" in desk.toasts(), "told so")
        shelved = desk.room.desk.shelf.get(identifier)
        assert shelved is not None
        assert shelved.body == NOW
        assert desk.stored(identifier).body == NOW
        assert screen._changed is None
        await desk.press("enter")
        await desk.until(lambda: screen._changed is not None, "it goes once there is room")


async def test_a_damaged_version_is_told_and_the_others_are_there(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path, NOW, {"body": THEN}, {"body": THEN + "\n\nLagi."})
    real = ReleaseStore.version

    def version(self: ReleaseStore, identifier: str, number: int) -> Release:
        if number == 2:
            raise StoreError(file="humas.json", reason="its checksum does not fit")
        return real(self, identifier, number)

    monkeypatch.setattr(ReleaseStore, "version", version)
    async with newsroom() as desk:
        await opened(desk)
        assert "its checksum does not fit" in " ".join(desk.screen_text().split())
        await desk.press("p")
        await desk.until(lambda: "its checksum does not fit" in desk.toasts(), "told so")
        await desk.press("down")
        await desk.until(lambda: compared(desk) and "Senin" in marked(desk, "strike"), "the other one")


async def test_what_looks_like_markup_is_shown_as_it_is(newsroom: Open, tmp_path: Path) -> None:
    prepare(
        tmp_path,
        "Kini [/b] dan [link=x]y[/] ada.",
        {"body": "Dulu [/b] dan [link=x]y[/] ada.", "headline": "[red]Lama[/red] [/]"},
        headline="[/b] Judul",
    )
    async with newsroom(size=(160, 45)) as desk:
        await opened(desk)
        text = desk.screen_text()
        for shown in ("[/b] Judul", "[red]Lama[/red] [/]", "Dulu [/b] dan [link=x]y[/] ada.", "Kini [/b] dan"):
            assert shown in text


async def test_keys_are_not_stalled_by_a_slow_disk(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path, NOW, *({"body": f"{THEN}\n\nVersi {number}."} for number in range(3)))
    go_on = threading.Event()
    real = ReleaseStore.version

    def slow(self: ReleaseStore, identifier: str, number: int) -> Release:
        go_on.wait(30)
        return real(self, identifier, number)

    async with newsroom() as desk:
        screen = await opened(desk)
        with monkeypatch.context() as patch:
            patch.setattr(ReleaseStore, "version", slow)
            await desk.press("down")
            await desk.until(lambda: screen._number == screen._wanted == 2, "the comparison to be under way")
            await desk.press("down")
            assert screen._number == 1
            assert not compared(desk)
            go_on.set()
            await desk.until(lambda: compared(desk) and "Versi 0." in desk.screen_text(), "the last one asked for")


async def test_closed_at_once_it_still_brings_back_first(
    newsroom: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN})
    go_on = threading.Event()
    real = ReleaseStore.keep_version

    def slow(self: ReleaseStore, *args: Any) -> Version | None:
        go_on.wait(30)
        return real(self, *args)

    async with newsroom() as desk:
        screen = await opened(desk)
        monkeypatch.setattr(ReleaseStore, "keep_version", slow)
        await desk.press("p", "p", "escape")
        assert desk.app.screen is screen
        go_on.set()
        await closed(desk)
        assert desk.room.editor.body.text == THEN == desk.stored(identifier).body
        assert len(versions_of(desk, identifier)) == 2


async def test_a_click_is_as_good_as_a_key(newsroom: Open, tmp_path: Path) -> None:
    identifier = prepare(tmp_path, NOW, {"body": THEN})
    async with newsroom(size=(120, 36)) as desk:
        screen = await opened(desk)
        comparison = screen.query_one(Comparison)
        start, _end = comparison.spans[1]
        await desk.pilot.click(Comparison, offset=(10, start))
        await desk.pilot.pause()
        assert comparison.place[0] == 2
        await desk.pilot.click("Hints", offset=(2, 0))
        await desk.until(lambda: screen._changed is not None and compared(desk), "the paragraph")
        assert GONE in desk.stored(identifier).body
        line = screen.query_one("Hints").render_line(0).text
        await desk.pilot.click("Hints", offset=(line.index("Esc"), 0))
        await closed(desk)


async def test_through_a_paragraph_longer_than_the_screen_it_goes_by_lines(newsroom: Open, tmp_path: Path) -> None:
    long = " ".join(f"kata{number}" for number in range(900))
    prepare(
        tmp_path, f"{long} akhir baru.\n\nPenutup baru sekali.", {"body": f"{long} akhir lama.\n\nPenutup lama."}
    )
    async with newsroom(size=(80, 24)) as desk:
        screen = await opened(desk)
        comparison = screen.query_one(Comparison)
        await desk.press("tab")
        tops = [comparison.scroll_offset.y]
        while comparison.place[0] == 1 and len(tops) < 200:
            await desk.press("down")
            tops.append(comparison.scroll_offset.y)
        assert comparison.place[0] == 2
        assert len(tops) > 20
        assert all(later >= earlier for earlier, later in pairwise(tops))


# -- the parts ---------------------------------------------------------------------------------------------


def _row(changed: bool, place: int) -> Row:
    piece = Piece(f"p{place}", Change.GONE if changed else Change.SAME)
    return Row((piece,), () if changed else (piece,), place, None if changed else place)


@given(st.lists(st.booleans(), max_size=30))
def test_folding_hides_no_changed_paragraph_and_counts_what_it_hides(changes: list[bool]) -> None:
    rows = tuple(_row(changed, place) for place, changed in enumerate(changes))
    seen: list[Row] = []
    place = 0
    for row, count in folded(rows):
        if row is None:
            assert count >= 2
            assert not any(one.changed for one in rows[place : place + count])
            assert any(changes)
        else:
            assert row is rows[place]
            seen.append(row)
        place += count or 1
    assert place == len(rows)
    assert [row for row in seen if row.changed] == [row for row in rows if row.changed]


def test_every_field_that_can_differ_is_shown() -> None:
    then = blank()
    changes: dict[str, Any] = {
        "status": Status.TERBIT,
        "kind": Kind.RALAT,
        "category": Category.KRISIS,
        "number": "1/2026",
        "headline": "Judul",
        "summary": "Ringkas",
        "place": "Kota",
        "event_date": datetime(2026, 11, 18).date(),
        "key_message": "Pesan",
        "benefit": "Manfaat",
        "contacts": (Contact(name="Ani", phone="0812"),),
        "credits": ("Penulis: Budi",),
        "photos": (Photo(file="a.jpg", alt="Pasar", shows=(Subject.ANAK,), consent="Ibu Enok"),),
        "hashtags": ("pasar",),
        "embargo": EARLIER,
        "tags": ("x",),
        "texts": (OwnText(outlet="x", text="Ayo"),),
        "tone": ("positif", "humanis", "hangat"),
    }
    for name, value in changes.items():
        shown = differences(then, replace(then, **{name: value}), Office())
        assert len(shown.fields) == 1, name
        assert bool(shown.fields[0].old) == (name in ("status", "kind", "category"))
        assert shown.fields[0].stays == (name in ("status", "number"))
    shown = differences(then, replace(then, **changes), Office())
    assert len(shown.fields) == len(changes)
    (photos,) = (field for field in shown.fields if field.label == "Photo")
    assert "".join(piece.text for piece in photos.new) == "a.jpg · Pasar · children · Ibu Enok"
    (tone,) = (field for field in shown.fields if field.label == "Tone")
    assert "".join(piece.text for piece in tone.new) == "Humanist, Positive"
    kept = {"id", "created", "updated", "revision", "ignored", "body"}
    assert changes.keys() | kept == set(then.__struct_fields__)
    assert differences(then, replace(then, updated=EARLIER, revision=9), Office()).fields == ()


@pytest.mark.parametrize(
    ("time", "written"),
    [
        (datetime(2026, 11, 22, 6, 5, tzinfo=WIB), "Today 06.05"),
        (datetime(2026, 11, 21, 17, 30, tzinfo=UTC), "Today 00.30"),
        (datetime(2026, 11, 21, 23, 59, tzinfo=WIB), "Yesterday 23.59"),
        (datetime(2026, 3, 2, 9, 0, tzinfo=WIB), "2 Mar 09.00"),
        (datetime(2025, 12, 31, 9, 0, tzinfo=WIB), "31 Dec 2025 09.00"),
    ],
)
def test_a_time_is_written_as_near_as_need_be(time: datetime, written: str) -> None:
    assert moment(time, datetime(2026, 11, 22, 16, 45, tzinfo=WIB)) == written
