"""Markdown: what goes out comes in again as it was."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from humas_tui.model import Kind, Office, Release, from_document
from humas_tui.outlets import find
from humas_tui.outlets.md import MD, ORDER, text
from humas_tui.text import front_matter
from tests import samples

from .strategies import RELEASES


def test_every_field_has_its_place() -> None:
    assert sorted((*ORDER, "body")) == sorted(Release.__struct_fields__)


def test_the_fields_stand_above_the_body() -> None:
    release = samples.blank(
        kind=Kind.RALAT, number="020/HUMAS/X/2026", headline="Ralat: jam", body="Satu _dua_.\n\n\n"
    )
    assert text(release, Office()) == (
        "---\n"
        "kind: ralat\n"
        "category: aktivitas\n"
        "status: draf\n"
        "number: 020/HUMAS/X/2026\n"
        "headline: 'Ralat: jam'\n"
        "id: 06a2abe4gr2ra\n"
        "created: '2026-11-18T09:00:00+07:00'\n"
        "updated: '2026-11-18T09:00:00+07:00'\n"
        "revision: 1\n"
        "---\n"
        "\n"
        "Satu _dua_.\n"
    )


@given(RELEASES)
def test_a_release_comes_in_again_as_it_was(release: Release) -> None:
    written = text(release, Office())
    fields, body = front_matter.split(written)
    again = from_document({**fields, "body": body})
    assert again == msgspec.structs.replace(release, body=again.body)
    assert again.body.strip("\n") == release.body.strip("\n")
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("stem", samples.STEMS)
def test_a_sample_comes_in_again_as_it_was(stem: str) -> None:
    manuscript = samples.manuscript(stem)
    fields, body = front_matter.split(MD.render(manuscript).decode())
    assert from_document({**fields, "body": body}) == manuscript.release


def test_the_preview_is_the_text() -> None:
    release, office = samples.release("03-ralat-jadwal-bus"), samples.office()
    assert find("md") is MD
    assert "\n".join(passage.runs[0].text for passage in MD.preview(release, office)) == MD.text(release, office)
