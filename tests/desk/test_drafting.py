"""Drafting: new, revised, kept, rescued."""

from __future__ import annotations

from pathlib import Path

import pytest

from humas_tui.desk import Desk
from humas_tui.desk.templates import find
from humas_tui.errors import UnwritableError
from humas_tui.model import Kind, Status
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore, MemoryVault
from tests.samples import office


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryStore(), FixedClock(), MemoryClipboard(), MemoryFiles(), MemoryVault(), office())


def test_a_new_draft_has_the_place_of_the_office_and_is_not_kept_yet(desk: Desk) -> None:
    draft = desk.drafting.start()
    assert (draft.place, draft.status, draft.revision, draft.body) == (office().city, Status.DRAF, 1, "")
    assert draft.created == desk.clock.now()
    assert desk.shelf.get(draft.id) is draft
    assert desk.store.all() == []


def test_a_draft_from_a_template_with_a_headline_of_its_own(desk: Desk) -> None:
    draft = desk.drafting.start(find("klarifikasi"), {"apa": "kabar itu keliru"}, headline="Judul")
    assert draft.kind is Kind.KLARIFIKASI
    assert draft.headline == "Judul"
    assert "kabar itu keliru" in draft.body


def test_a_revision_is_the_next_value(desk: Desk) -> None:
    draft = desk.drafting.start()
    desk.clock.wait(minutes=5)  # type: ignore[attr-defined]
    revised = desk.drafting.revise(draft.id, headline="Baru")
    assert (revised.revision, revised.updated, revised.created) == (2, desk.clock.now(), draft.created)
    assert draft.headline == ""
    assert desk.drafting.revise(draft.id, headline="Baru") is revised
    with pytest.raises(KeyError):
        desk.drafting.revise("tidak ada", headline="x")


def test_keeping_and_failing_to_keep(desk: Desk) -> None:
    draft = desk.drafting.start()
    desk.drafting.keep(draft.id, "tidak ada")
    assert desk.store.all() == [draft]
    desk.store.full = True  # type: ignore[attr-defined]
    with pytest.raises(UnwritableError):
        desk.drafting.keep(draft.id)
    assert desk.drafting.rescue(draft.id) == Path("/rescue") / f"{draft.id}.md"
    assert desk.drafting.rescue("tidak ada") is None


def test_another_office_serves_from_then_on(desk: Desk) -> None:
    from humas_tui.model import Office

    desk.serve(Office(city="Contoh"))
    assert desk.drafting.start().place == "Contoh"
    assert desk.releasing.office.city == "Contoh"
