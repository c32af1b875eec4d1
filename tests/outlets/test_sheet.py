"""The sheet: every part, composed once."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from humas_tui.model import Contact, Kind, Office, Photo, Release
from humas_tui.outlets import find, outlets
from humas_tui.outlets.outlet import file_stem
from humas_tui.outlets.sheet import LABELS, block_passages, caption, compose, contact_line, page_preview
from humas_tui.text import blocks as b
from tests import samples

from .strategies import OFFICES, RELEASES


def first_line(body: str, place: str = "Sukamaju", **profile: Any) -> str:
    sheet = compose(samples.blank(place=place, body=body), Office(**profile))
    paragraph = next(block for block in sheet.body if isinstance(block, b.Paragraph))
    return b.plain(paragraph.children)


def test_every_kind_has_its_label() -> None:
    assert set(LABELS) == set(Kind)
    assert compose(samples.blank(kind=Kind.RALAT), Office()).label == "RALAT SIARAN PERS"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Warga senang.", "SUKAMAJU – Warga senang."),
        ("## Judul\n\nWarga senang.", "SUKAMAJU – Warga senang."),
        ("SUKAMAJU – Warga senang.", "SUKAMAJU – Warga senang."),
        ("**Sukamaju** (HUMAS) - Warga senang.", "Sukamaju (HUMAS) - Warga senang."),
        ("Sukamaju, Kompas – Warga senang.", "Sukamaju, Kompas – Warga senang."),
        ("Sukamaju senang.", "SUKAMAJU – Sukamaju senang."),
    ],
)
def test_the_dateline_opens_the_first_paragraph_once(body: str, line: str) -> None:
    assert first_line(body) == line


def test_the_dateline_follows_the_profile() -> None:
    assert first_line("Warga.", separator=", ", dateline_note="HUMAS") == "SUKAMAJU (HUMAS), Warga."
    assert first_line("Warga.", place="") == "Warga."
    assert compose(samples.blank(place="Sukamaju", body="- satu"), Office()).body == b.parse("- satu")


def test_the_time_of_release() -> None:
    embargo = datetime(2026, 3, 2, 6, tzinfo=UTC)
    assert compose(samples.blank(), Office()).release_time == "Untuk disiarkan segera"
    assert compose(samples.blank(kind=Kind.UNDANGAN_LIPUTAN), Office()).release_time == ""
    assert (
        compose(samples.blank(embargo=embargo), Office(time_zone="Asia/Jayapura")).release_time
        == "EMBARGO sampai Senin, 2 Maret 2026, pukul 15.00 WIT"
    )


def test_the_release_goes_before_the_profile() -> None:
    office = Office(
        unit="Diskominfo", boilerplate="Melayani.", contacts=(Contact(name="Kantor"),), hashtags=("Kota",)
    )
    assert compose(samples.blank(), office).contacts == ("Kantor",)
    assert compose(samples.blank(), office).hashtags == ("#Kota",)
    own = compose(samples.blank(contacts=(Contact(name="Rina"),), hashtags=("#Desa",)), office)
    assert (own.contacts, own.hashtags) == (("Rina",), ("#Desa",))
    assert own.boilerplate_title == "Tentang Diskominfo"
    assert compose(samples.blank(), Office(boilerplate="", unit="x")).boilerplate_title == ""
    assert (own.title, compose(samples.blank(headline="Judul"), office).title) == ("SIARAN PERS", "Judul")


def test_lines_leave_out_what_is_empty() -> None:
    assert contact_line(Contact(name="Rina", email="r@kota.example")) == "Rina – r@kota.example"
    assert contact_line(Contact(role="Humas", phone="0812")) == "Humas – 0812"
    assert caption(Photo(file="a.jpg", photographer="Dimas")) == "(Foto: Dimas)"
    assert caption(Photo(file="a.jpg")) == ""


@given(RELEASES, OFFICES)
def test_opening_and_continuation_are_the_body(release: Release, office: Office) -> None:
    sheet = compose(release, office)
    assert (*sheet.opening, *sheet.continuation) == sheet.body
    assert sum(isinstance(block, b.Paragraph) for block in sheet.opening) <= 1


@given(RELEASES, OFFICES)
def test_the_preview_shows_every_letter(release: Release, office: Office) -> None:
    sheet = compose(release, office)
    shown = "".join(run.text for passage in page_preview(release, office) for run in passage.runs)
    words = "".join(b.plain_text((block,)) for block in sheet.body)
    for text in (
        sheet.institution,
        sheet.headline,
        sheet.summary,
        sheet.boilerplate,
        *sheet.contacts,
        sheet.end_mark,
    ):
        assert text in shown
    letters = [character for character in words if character.isalnum()]
    places = iter(shown)
    assert all(letter in places for letter in letters)


def test_passages_of_blocks() -> None:
    passages = block_passages(b.parse("Satu **dua**\n\n> kutip\n\n3. tiga\n   - dalam"))
    shown = [(one.role, one.marker, one.indent, [(run.text, run.style) for run in one.runs]) for one in passages]
    assert [line for line in shown if line[3]] == [
        ("body", "", 0, [("Satu ", ""), ("dua", "strong")]),
        ("quote", "", 2, [("kutip", "")]),
        ("item", "3. ", 3, [("tiga", "")]),
        ("item", "• ", 5, [("dalam", "")]),
    ]


def test_a_file_is_named_after_number_or_day_and_headline() -> None:
    assert file_stem(samples.release("08-puskesmas-sore")).startswith("023-humas-xi-2026-delapan-puskesmas")
    assert file_stem(samples.blank(headline="Kali “Wening” & Ra’at")) == "2026-11-18-kali-wening-raat"
    assert file_stem(samples.blank()) == "2026-11-18-06a2abe4gr2ra"


def test_a_file_name_ends_where_the_next_word_does_not_fit() -> None:
    """A short word from behind it is not drawn forward: “mulai 7 Desember untuk” was “mulai-7-untuk”."""
    headline = "Delapan Puskesmas Sukamaju Buka Layanan Sore Mulai 7 Desember untuk Pekerja"
    assert file_stem(samples.blank(headline=headline)).endswith("-buka-layanan-sore-mulai-7")


def test_outlets_are_found_and_the_pasted_ones_come_first() -> None:
    found = outlets()
    assert {"whatsapp", "txt", "md", "html", "eml"} <= {outlet.name for outlet in found}
    assert [outlet.pasted for outlet in found] == sorted((outlet.pasted for outlet in found), reverse=True)
    assert all(find(outlet.name) is outlet for outlet in found)
    assert len({outlet.name for outlet in found}) == len(found)


def test_heavy_libraries_wait_until_a_file_is_made() -> None:
    heavy = {"babel", "docx", "email.message", "jinja2", "lxml", "markdown_it", "nh3", "slugify", "typst", "yaml"}
    code = "import sys; from humas_tui.outlets import outlets; outlets(); print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy & {*shown.stdout.split()} == set()
