"""Releasing: rendered, exported, copied, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from humas_tui.desk import Desk
from humas_tui.errors import MissingPhotoError, RefusedError
from humas_tui.outlets import find
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore
from tests.samples import FOLDER, STEMS, blank, office, release

WITH_PHOTO = next(release(stem) for stem in STEMS if release(stem).photos)
OUT = Path("/out")


def made(**files: bytes) -> Desk:
    return Desk(MemoryStore(), FixedClock(), MemoryClipboard(), MemoryFiles(**files), office())


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
    with pytest.raises(RefusedError, match="65536"):
        desk.releasing.copy(too_long, find("whatsapp"))
    (exported,) = desk.releasing.export([too_long], [find("whatsapp")], OUT)
    assert isinstance(exported.error, RefusedError)
    desk.releasing.copy(too_long, find("whatsapp"), force=True)
