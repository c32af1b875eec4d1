"""The real parts, handed to the desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from humas_tui.bootstrap import SystemClock, look_after, make_backups, make_desk, open_shelf
from humas_tui.errors import ForeignFileError
from humas_tui.model import Office
from humas_tui.model.settings import Settings
from humas_tui.ports import never
from humas_tui.store import ReleaseStore
from tests.samples import STEMS, release

OFFICE = Office(city="Kota Sukamaju")


def test_the_clock_tells_the_time_with_its_zone() -> None:
    now = SystemClock().now()
    assert now.tzinfo is not None
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_desk_opens_drafts_and_keeps_over_the_data_file(tmp_path: Path) -> None:
    data = tmp_path / "humas.json"
    ReleaseStore(data).put([release(stem) for stem in STEMS])
    desk = make_desk(data, tmp_path / "config.toml", Settings(office=OFFICE))
    assert len(desk.shelf) == 0
    desk.open()
    assert len(desk.shelf) == len(STEMS)
    draft = desk.drafting.start(headline="Baru")
    desk.drafting.keep(draft.id)
    assert ReleaseStore(data).get(draft.id) == draft
    assert draft.place == OFFICE.city


def test_photos_are_looked_for_beside_the_data_file(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(b"png")
    desk = make_desk(tmp_path / "humas.json", tmp_path / "config.toml", Settings())
    assert desk.releasing.files.read("foto.png") == b"png"


def test_making_a_desk_makes_no_file(tmp_path: Path) -> None:
    make_desk(tmp_path / "data" / "humas.json", tmp_path / "config.toml", Settings()).open()
    assert list(tmp_path.iterdir()) == []


def test_a_shelf_alone_holds_the_same_releases(tmp_path: Path) -> None:
    data = tmp_path / "humas.json"
    assert len(open_shelf(data)) == 0
    ReleaseStore(data).put([release(stem) for stem in STEMS])
    assert [one.id for one in open_shelf(data).newest()] == sorted(
        (release(stem).id for stem in STEMS), reverse=True
    )


def test_a_foreign_file_opens_neither(tmp_path: Path) -> None:
    data = tmp_path / "humas.json"
    data.write_text('{"_default": {}}')
    with pytest.raises(ForeignFileError):
        open_shelf(data)
    with pytest.raises(ForeignFileError):
        make_desk(data, tmp_path / "config.toml", Settings()).open()


def test_looking_after_makes_the_backup_of_the_day(tmp_path: Path) -> None:
    data = tmp_path / "humas.json"
    ReleaseStore(data).put([release(stem) for stem in STEMS])
    desk = make_desk(data, tmp_path / "config.toml", Settings())
    desk.claim()
    assert look_after(desk, data, never) == []
    today = datetime.now().astimezone().date()
    assert desk.backups.made() == [tmp_path / "humas.json.backups" / f"humas-{today}.auto.zip"]
    assert look_after(desk, data, never) == []
    assert len(desk.backups.made()) == 1
    desk.store.close()


def test_who_only_looks_makes_none(tmp_path: Path) -> None:
    data = tmp_path / "humas.json"
    with ReleaseStore(data) as writing:
        writing.put([release(STEMS[0])])
        desk = make_desk(data, tmp_path / "config.toml", Settings())
        desk.claim()
        desk.open()
        assert look_after(desk, data, never) == []
    assert desk.backups.made() == []


def test_a_backup_that_fails_is_told_and_the_rest_is_done(tmp_path: Path) -> None:
    data = tmp_path / "humas.json"
    with ReleaseStore(data) as store:
        store.put([release(STEMS[0])])
        store.discard([release(STEMS[0]).id], datetime.now(UTC) - timedelta(days=31), "rina")
    (tmp_path / "humas.json.backups").write_text("in the way")
    desk = make_desk(data, tmp_path / "config.toml", Settings())
    desk.claim()
    (told,) = look_after(desk, data, never)
    assert "\n" not in told
    assert desk.trash.discarded() == []
    desk.store.close()


def test_backups_need_no_sound_settings(tmp_path: Path) -> None:
    ReleaseStore(tmp_path / "humas.json").put([release(STEMS[0])])
    (tmp_path / "config.toml").write_text("theme = [")
    backups = make_backups(tmp_path / "humas.json", tmp_path / "config.toml")
    assert backups.make(tmp_path / "a.zip").releases == 1
