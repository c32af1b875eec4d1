"""Releasing: rendered, exported, copied, refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from humas_tui.desk import Desk
from humas_tui.desk.releasing import AHEAD
from humas_tui.errors import MissingPhotoError, NotFoundError, RefusedError, StoreError
from humas_tui.model import Release
from humas_tui.outlets import find, outlets
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryLog, MemoryOpener, MemoryStore, MemoryVault
from tests.samples import FOLDER, STEMS, blank, office, release

pytestmark = pytest.mark.usefixtures("english")

WITH_PHOTO = next(release(stem) for stem in STEMS if release(stem).photos)
OUT = Path("/out")


def made(log: MemoryLog | None = None, **files: bytes) -> Desk:
    return Desk(
        store=MemoryStore(),
        clock=FixedClock(),
        clipboard=MemoryClipboard(),
        files=MemoryFiles(**files),
        vault=MemoryVault(),
        office=office(),
        log=log,
    )


def copied(desk: Desk) -> list[str]:
    return desk.releasing.clipboard.texts  # type: ignore[attr-defined, no-any-return]


def all_files() -> dict[str, bytes]:
    names = [office().logo, *(photo.file for photo in WITH_PHOTO.photos)]
    return {name: (FOLDER / name).read_bytes() for name in names}


def test_each_release_for_each_outlet() -> None:
    desk = made(**all_files())
    done = list(desk.releasing.export([WITH_PHOTO, blank(headline="B")], [find("txt"), find("pdf")], OUT))
    assert [exported.error for exported in done] == [None] * 4
    assert [exported.path.suffix for exported in done if exported.path] == [".txt", ".pdf", ".txt", ".pdf"]


def test_a_missing_photo_is_refused_and_the_others_are_written() -> None:
    desk = made()
    done = list(desk.releasing.export([WITH_PHOTO], [find("pdf"), find("txt")], OUT))
    assert isinstance(done[0].error, MissingPhotoError)
    assert WITH_PHOTO.photos[0].file in str(done[0].error)
    assert done[1].path is not None


def test_force_leaves_a_missing_photo_out() -> None:
    (exported,) = made().releasing.export([WITH_PHOTO], [find("pdf")], OUT, force=True)
    assert exported.error is None


def test_a_file_that_exists_is_replaced_only_by_force() -> None:
    desk = made()
    for force, failed in ((False, False), (False, True), (True, False)):
        (exported,) = desk.releasing.export([blank(headline="B")], [find("txt")], OUT, force=force)
        assert isinstance(exported.error, RefusedError) is failed


def test_copying_takes_the_very_text_of_the_outlet() -> None:
    desk = made()
    desk.releasing.copy(WITH_PHOTO, find("whatsapp"))
    assert desk.releasing.clipboard.texts == [  # type: ignore[attr-defined]
        find("whatsapp").text(WITH_PHOTO, office())
    ]


def test_a_text_over_the_limit_is_refused_unless_forced() -> None:
    desk = made()
    too_long = blank(body="kata " * 20_000)
    with pytest.raises(RefusedError, match="65,536"):
        desk.releasing.copy(too_long, find("whatsapp"))
    (exported,) = desk.releasing.export([too_long], [find("whatsapp")], OUT)
    assert isinstance(exported.error, RefusedError)
    desk.releasing.copy(too_long, find("whatsapp"), force=True)


def test_a_release_of_two_megabytes_is_refused_at_once_and_kept_whole_in_markdown() -> None:
    desk = made()
    huge = blank(headline="Panjang", body="*a_b`[x](y" * 200_000)
    found = {exported.outlet.name: exported for exported in desk.releasing.export([huge], outlets(), OUT)}
    assert [name for name, exported in found.items() if exported.error is None] == ["md"]
    assert "2,000,007" in str(found["pdf"].error)
    kept = desk.releasing.files.contents[str(found["md"].path)]  # type: ignore[attr-defined]
    assert huge.body.encode() in kept
    for send in (lambda: desk.releasing.copy(huge, find("x")), lambda: desk.releasing.copy_formatted(huge)):
        with pytest.raises(RefusedError, match="200,000"):
            send()


def test_what_goes_out_over_a_limit_is_logged_and_nothing_else() -> None:
    log = MemoryLog()
    desk = made(log)
    too_long = blank(headline="kata " * 130)
    with pytest.raises(RefusedError, match="500"):
        desk.releasing.copy(too_long, find("threads"))
    desk.releasing.copy(blank(headline="B"), find("threads"), force=True)
    list(desk.releasing.export([blank(headline="B")], [find("txt")], OUT, force=True))
    assert log.entries == []
    desk.releasing.copy(too_long, find("threads"), force=True)
    list(desk.releasing.export([too_long], [find("threads")], OUT, force=True))
    assert [(identifier, outlet) for identifier, outlet, _ in log.entries] == [(too_long.id, "threads")] * 2


def test_each_reason_is_named() -> None:
    desk = made()
    with pytest.raises(RefusedError) as raised:
        desk.releasing.copy(blank(headline="kata " * 30, summary="é" * 3000), find("youtube"))
    assert "149" in str(raised.value)
    assert "6,000" in str(raised.value)


def test_a_thread_goes_part_by_part_and_begins_anew() -> None:
    desk = made()
    outlet = find("x")
    parts = outlet.parts(outlet.text(WITH_PHOTO, office()))
    turns = [desk.releasing.copy(WITH_PHOTO, outlet) for _ in range(len(parts) + 1)]
    assert [(turn.part, turn.parts) for turn in turns] == [
        *((number, len(parts)) for number in range(1, len(parts) + 1)),
        (1, len(parts)),
    ]
    assert copied(desk) == [*(part.text for part in parts), parts[0].text]


def test_another_text_outlet_or_release_begins_with_its_first_part() -> None:
    desk = made()
    other = blank(headline="A", summary="Kalimat pertama. " * 30)
    assert desk.releasing.copy(WITH_PHOTO, find("x")).part == 1
    assert desk.releasing.copy(other, find("x")).part == 1
    assert desk.releasing.copy(other, find("x")).part == 2
    assert desk.releasing.copy(other, find("youtube")).part == 1
    assert desk.releasing.copy(other, find("x")).part == 1
    changed = other.revised(desk.clock.now(), summary="Kalimat kedua. " * 30)
    assert desk.releasing.copy(changed, find("x")).part == 1
    assert desk.releasing.copy(changed, find("x"), part=2).part == 2
    with pytest.raises(RefusedError, match=" 9"):
        desk.releasing.copy(changed, find("x"), part=9)


def test_once_stopped_no_more_is_begun_and_what_was_is_told() -> None:
    desk = made()
    stopped: list[bool] = []
    releases = [blank(headline=f"Rilis {number}") for number in range(20)]
    done = []
    for exported in desk.releasing.export(releases, [find("txt")], OUT, stopped=lambda: bool(stopped)):
        done.append(exported.path)
        stopped.append(True)
    assert 1 <= len(done) <= AHEAD
    assert {str(path) for path in done} == set(desk.releasing.files.contents)


def test_an_archive_that_cannot_be_read_on_is_told_behind_what_was_written() -> None:
    def breaking() -> Iterator[Release]:
        yield blank(headline="Satu")
        yield blank(headline="Dua")
        raise StoreError(file="humas.json", reason="gone")

    exported = made().releasing.export(breaking(), [find("txt"), find("md")], OUT)
    done: list[object] = []
    with pytest.raises(StoreError):
        done.extend(exported)
    assert len(done) == 4


def test_a_formatted_copy_is_made_safe_and_goes_with_its_plain_text() -> None:
    desk = made()
    desk.releasing.copy_formatted(blank(headline="Aman\x1b[2J", body="Isi **tebal** <script>"))
    html, text = copied(desk)
    assert "<h1>Aman</h1>" in html
    assert "Isi <strong>tebal</strong> &lt;script&gt;" in html
    assert "Isi tebal <script>" in text
    assert "\x1b" not in html + text
    assert office().institution not in html.split("<h1>")[0]


def test_a_short_mail_is_opened_and_a_long_one_refused() -> None:
    desk = made()
    desk.releasing.opener = opener = MemoryOpener()
    note = desk.releasing.open_note(blank(headline="Rapat dipindah\x07", body="Ke Aula."))
    assert opener.opened == [note.address]
    assert "%07" not in note.address
    with pytest.raises(RefusedError, match="eml"):
        desk.releasing.open_note(blank(headline="kata " * 400))
    assert len(opener.opened) == 1


def test_nothing_is_opened_by_a_desk_without_a_desktop() -> None:
    with pytest.raises(NotFoundError):
        made().releasing.open("berkas.html")
