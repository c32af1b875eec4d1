"""Wording: texts written by hand, composed again, found right; over their limit, from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from humas_tui.desk import Desk
from humas_tui.desk.releasing import cautions
from humas_tui.errors import RefusedError, StoreError, UsageError
from humas_tui.model import Basis, OwnText, Reason, Release
from humas_tui.outlets import Outlet, find, outlets
from humas_tui.text.clean import clean
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryLog, MemoryStore, MemoryVault
from tests.samples import blank, office
from tests.strategies import RELEASES

X, INSTAGRAM = find("x"), find("instagram")
ACCOUNTS = tuple(outlet for outlet in outlets() if outlet.composed is not None)


pytestmark = pytest.mark.usefixtures("english")


def desk_with(release: Release, log: MemoryLog | None = None) -> Desk:
    store = MemoryStore(release)
    desk = Desk(store, FixedClock(), MemoryClipboard(), MemoryFiles(), MemoryVault(), office(), log=log)
    desk.open()
    return desk


@pytest.fixture
def one() -> Release:
    return blank(headline="Pasar Murah", summary="Beras dijual murah.", body="Isi.")


def copied(desk: Desk) -> list[str]:
    return desk.releasing.clipboard.texts  # type: ignore[attr-defined, no-any-return]


def test_a_text_written_by_hand_is_copied_and_lies_with_the_release(one: Release) -> None:
    desk = desk_with(one)
    now = desk.wording.write(one.id, X, "  Ayo ke pasar!\x1b[31m\r\n")
    assert now.texts == (OwnText(outlet="x", text="Ayo ke pasar!", basis=Basis.of(one, X.reads)),)
    desk.drafting.keep(one.id)
    assert desk.store.get(one.id) == now
    desk.releasing.copy(now, X)
    assert copied(desk) == ["Ayo ke pasar!"]
    assert desk.releasing.text(now, INSTAGRAM) == desk.wording.composed(one, INSTAGRAM)


@given(RELEASES, st.text(max_size=60), st.sampled_from(ACCOUNTS))
def test_only_a_text_that_says_something_else_than_what_is_composed_is_one(
    release: Release, text: str, outlet: Outlet
) -> None:
    desk = desk_with(release)
    now = desk.wording.write(release.id, outlet, text)
    written = clean(text).strip()
    if not written or written == desk.wording.composed(release, outlet).strip():
        assert now.own_text(outlet.name) is None
        assert desk.releasing.text(now, outlet) == desk.wording.composed(release, outlet)
    else:
        assert desk.releasing.text(now, outlet) == written
    others = [own for own in release.texts if own.outlet != outlet.name]
    assert [own for own in now.texts if own.outlet != outlet.name] == others
    assert desk.wording.compose_again(release.id, outlet).texts == tuple(others)


def test_whoever_mends_a_comma_has_not_yet_looked_at_what_the_release_says_now(one: Release) -> None:
    desk = desk_with(one)
    desk.wording.write(one.id, X, "Ayo")
    desk.drafting.revise(one.id, body="Isi lain.")
    (own,) = desk.wording.write(one.id, X, "Ayo,").texts
    assert own.changed(desk.shelf.get(one.id) or one) == ("body",)
    (own,) = desk.wording.still_right(one.id, X).texts
    assert (own.text, own.changed(desk.shelf.get(one.id) or one)) == ("Ayo,", ())


def test_a_whole_new_text_is_written_from_what_the_release_says_now(one: Release) -> None:
    desk = desk_with(one)
    desk.wording.write(one.id, X, "Ayo")
    desk.drafting.revise(one.id, body="Isi lain.")
    (own,) = desk.wording.write_anew(one.id, X, "Baru").texts
    assert (own.text, own.changed(desk.shelf.get(one.id) or one)) == ("Baru", ())
    (version,) = desk.history.versions(one.id)
    assert [own.text for own in desk.history.at(version).texts] == ["Ayo"], "the one before is to be had back"


def test_composed_again_it_is_in_a_version(one: Release) -> None:
    desk = desk_with(one)
    desk.wording.write(one.id, X, "Ayo")
    assert desk.wording.compose_again(one.id, X).texts == ()
    (version,) = desk.history.versions(one.id)
    assert version.reason is Reason.PULIH
    (own,) = desk.history.go_back(version).texts
    assert own.text == "Ayo"


def test_nothing_is_composed_again_where_no_version_can_be_kept(one: Release) -> None:
    desk = desk_with(one)
    desk.wording.write(one.id, X, "Ayo")
    desk.store.full = True  # type: ignore[attr-defined]
    with pytest.raises(StoreError):
        desk.wording.compose_again(one.id, X)
    assert (desk.shelf.get(one.id) or one).own_text("x") is not None


def test_going_back_brings_text_and_release_of_the_same_time(one: Release) -> None:
    desk = desk_with(one)
    desk.wording.write(one.id, X, "Ayo")
    version = desk.history.keep(one.id)
    assert version is not None
    desk.drafting.revise(one.id, body="Isi lain.")
    desk.wording.write_anew(one.id, X, "Baru")
    back = desk.history.go_back(version)
    (own,) = back.texts
    assert (own.text, back.body, own.changed(back)) == ("Ayo", "Isi.", ())


@pytest.mark.parametrize("name", ["docx", "md", "kit", "ninjs"])
def test_an_outlet_whose_file_is_the_release_itself_has_none(one: Release, name: str) -> None:
    desk = desk_with(one)
    for wish in (
        lambda: desk.wording.write(one.id, find(name), "Ayo"),
        lambda: desk.wording.write_anew(one.id, find(name), "Ayo"),
        lambda: desk.wording.basis(one, find(name)),
    ):
        with pytest.raises(UsageError, match=r"no text of its own.*instagram"):
            wish()
    assert desk.shelf.get(one.id) == one


def test_over_its_limit_it_is_kept_and_refused_when_it_is_sent(one: Release) -> None:
    log = MemoryLog()
    desk = desk_with(one, log)
    now = desk.wording.write(one.id, INSTAGRAM, "a" * 2201)
    assert now.own_text("instagram") is not None
    with pytest.raises(RefusedError, match="2,201 characters"):
        desk.releasing.copy(now, INSTAGRAM)
    (exported,) = desk.releasing.export([now], [INSTAGRAM], Path("/out"))
    assert isinstance(exported.error, RefusedError)
    desk.releasing.copy(now, INSTAGRAM, force=True)
    assert copied(desk) == ["a" * 2201]
    assert [outlet for _release, outlet, _reasons in log.entries] == ["instagram"]
    assert [told for told in cautions(now, find("kit"), office()) if "2,201" in told]


def test_a_thread_written_by_hand_is_cut_into_posts(one: Release) -> None:
    desk = desk_with(one)
    text = "Kalimat ini panjang sekali supaya terpotong. " * 10
    now = desk.wording.write(one.id, X, text)
    parts = desk.releasing.copy(now, X).parts
    assert parts == len(X.parts(text.strip())) == 2
    assert desk.releasing.copy(now, X).part == 2
    assert copied(desk) == [part.text for part in X.parts(text.strip())]


def test_what_was_written_before_the_release_was_changed_is_told(one: Release) -> None:
    desk = desk_with(one)
    desk.wording.write(one.id, X, "Ayo")
    now = desk.drafting.revise(one.id, body="Isi lain.")
    assert desk.releasing.copy(now, X).cautions != ()
    assert cautions(now, X, office()) == cautions(now, find("kit"), office())
    assert cautions(now, INSTAGRAM, office()) == ()
    assert cautions(desk.wording.still_right(one.id, X), find("kit"), office()) == ()


def test_a_text_of_another_program_is_made_safe_before_it_is_sent(one: Release) -> None:
    hostile = replace(one, texts=(OwnText(outlet="x", text="Ayo \x1b]0;judul\x07e\u0301\u202e!"),))
    desk = desk_with(hostile)
    desk.releasing.copy(hostile, X)
    assert copied(desk) == ["Ayo é!"]
    assert desk.releasing.render(hostile, X).content == "Ayo é!\n".encode()


def test_what_a_file_brings_in_is_written_from_what_came_in_with_it(one: Release) -> None:
    desk = desk_with(one)
    now = desk.wording.write(one.id, X, "Ayo\n\nke pasar: “murah”")
    now = replace(now, texts=(*now.texts, OwnText(outlet="radio-kota", text="Halo")))
    files = desk.importing.files
    path = Path("rilis.md")
    files.contents[str(path.absolute())] = find("md").text(now, office()).encode()  # type: ignore[attr-defined]
    draft = desk.importing.bring_in(path)
    assert [(own.outlet, own.text) for own in draft.texts] == [(own.outlet, own.text) for own in now.texts]
    assert draft.tags == ()
    assert [own.changed(draft) for own in draft.texts] == [(), ()]
    changed = desk.drafting.revise(draft.id, headline="Lain")
    assert [own.changed(changed) for own in changed.texts] == [("headline",), ()]


def test_a_text_of_nothing_that_comes_in_is_none(one: Release) -> None:
    desk = desk_with(one)
    texts = 'texts:\n- outlet: x\n  text: " "\n- outlet: facebook\n  text: Halo\n'
    desk.importing.files.contents[str(Path("a.md").absolute())] = (
        f"---\nheadline: Panen\n{texts}---\n\nIsi.\n".encode()
    )  # type: ignore[attr-defined]
    assert [own.outlet for own in desk.importing.bring_in(Path("a.md")).texts] == ["facebook"]
