"""Texts written by hand: the same one in the preview, in the file, over the clipboard and in the kit."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.model import Basis, Office, OwnText, Release
from humas_tui.model.release import FIELDS
from humas_tui.outlets import Manuscript, Outlet, find, outlets
from humas_tui.outlets.account import joined
from tests import samples
from tests.outlets.strategies import BODIES, OFFICES, RELEASES

ACCOUNTS = tuple(outlet for outlet in outlets() if outlet.composed is not None)
WRITTEN = BODIES.map(str.strip).filter(bool)


pytestmark = pytest.mark.usefixtures("english")


def by_hand(release: Release, outlet: Outlet, text: str) -> Release:
    own = OwnText(outlet=outlet.name, text=text, basis=Basis.of(release, outlet.reads))
    return msgspec.structs.replace(release, texts=(own,))


def previewed(outlet: Outlet, release: Release, office: Office) -> list[str]:
    """The lines of the preview that are sent."""
    passages = outlet.preview(release, office)
    return ["".join(run.text for run in one.runs) for one in passages if one.role == "verbatim"]


def told(outlet: Outlet, release: Release) -> list[str]:
    """The lines of the preview that are not."""
    return [one.runs[0].text for one in outlet.preview(release, Office()) if one.role in ("told", "over")]


def test_every_outlet_that_is_pasted_takes_a_text_of_its_own_and_no_other_does() -> None:
    assert tuple(outlet for outlet in outlets() if outlet.pasted) == ACCOUNTS
    assert len(ACCOUNTS) >= 8


@given(RELEASES, OFFICES, WRITTEN, st.sampled_from(ACCOUNTS))
def test_what_was_written_by_hand_is_what_goes_out(
    release: Release, office: Office, text: str, outlet: Outlet
) -> None:
    own = by_hand(release, outlet, text)
    assert outlet.text(own, office) == text
    parts = outlet.parts(text)
    lines = [line for part in parts for line in part.text.split("\n")]
    shown = previewed(outlet, own, office)
    assert "".join(shown) == "".join(lines), "but for where the app cuts it, character for character"
    assert outlet.render(Manuscript(own, office)).decode() == joined(parts) + "\n"
    for other in ACCOUNTS:
        if other is not outlet:
            assert other.text(own, office) == other.text(release, office)


def test_the_kit_holds_it_too() -> None:
    release, office = samples.blank(headline="Pasar murah", body="Isi."), samples.office()
    texts = {outlet.suffix: f"Tulisan untuk {outlet.name}" for outlet in ACCOUNTS}
    own = tuple(OwnText(outlet=outlet.name, text=texts[outlet.suffix]) for outlet in ACCOUNTS)
    kit = find("kit").render(Manuscript(msgspec.structs.replace(release, texts=own), office))
    with ZipFile(BytesIO(kit)) as file:
        found = {name.partition(".")[2]: file.read(name).decode() for name in file.namelist() if ".txt" in name}
    assert {suffix: found[suffix].strip() for suffix in texts} == texts


@pytest.mark.parametrize("outlet", ACCOUNTS, ids=lambda outlet: outlet.name)
def test_the_preview_tells_that_it_was_and_when_the_release_has_changed_since(outlet: Outlet) -> None:
    release = samples.blank(headline="Lama", body="Isi.")
    own = by_hand(release, outlet, "Tulisan.")
    assert not [line for line in told(outlet, release) if "hand" in line]
    assert told(outlet, own)[0] == "Written by hand"
    changed = msgspec.structs.replace(own, body="Isi lain.")
    assert told(outlet, changed)[0] == "Written by hand; the release has changed since"
    assert outlet.text(changed, Office()) == "Tulisan."


def test_an_embargo_stands_over_a_text_that_does_not_tell_it() -> None:
    release = samples.release("08-puskesmas-sore")
    whatsapp = find("whatsapp")
    assert not [line for line in told(whatsapp, release) if "mbargo" in line], "the message itself says so"
    assert [line for line in told(whatsapp, by_hand(release, whatsapp, "Halo.")) if "mbargo" in line]


@given(RELEASES, RELEASES, st.sampled_from(ACCOUNTS), st.sets(st.sampled_from(FIELDS)))
def test_it_is_outdated_where_a_field_that_it_is_made_from_says_something_else(
    release: Release, other: Release, outlet: Outlet, fields: set[str]
) -> None:
    own = by_hand(release, outlet, "Tulisan.")
    changes: dict[str, Any] = {name: getattr(other, name) for name in fields - {"texts"}}
    now = msgspec.structs.replace(own, **changes)
    (written,) = now.texts
    differing = {name for name in FIELDS if getattr(release, name) != getattr(now, name)}
    assert set(written.changed(now)) == differing & set(outlet.reads)
    then = written.then(now)
    assert written.changed(then) == ()
    assert outlet.composed is not None
    assert outlet.composed(then, Office()) == outlet.composed(release, Office())


@given(RELEASES, RELEASES, OFFICES, st.sampled_from(ACCOUNTS))
def test_what_is_composed_is_made_from_nothing_but_the_fields_that_are_named(
    release: Release, other: Release, office: Office, outlet: Outlet
) -> None:
    others = {name: getattr(other, name) for name in FIELDS if name not in outlet.reads}
    assert outlet.composed is not None
    assert outlet.composed(msgspec.structs.replace(release, **others), office) == outlet.composed(release, office)
