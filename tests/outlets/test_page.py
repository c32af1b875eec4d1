"""What the outlets of the printed page have in common."""

from __future__ import annotations

import pytest

from humas_tui.errors import UnreadableFileError
from humas_tui.model import Office, Photo
from humas_tui.outlets import Manuscript, page
from humas_tui.outlets.sheet import compose
from humas_tui.text import blocks as b
from tests.samples import blank

from .pictures import png


@pytest.mark.parametrize(
    ("written", "printed"),
    [([2, 3, 2], [2, 3, 2]), ([3, 2, 3], [2, 2, 3]), ([1, 6, 6, 2], [2, 3, 3, 3]), ([6, 1], [2, 2])],
)
def test_headings_follow_the_headline_without_a_jump(written: list[int], printed: list[int]) -> None:
    headings = [b.Heading(level, (b.Text("x"),)) for level in written]
    assert [block.level for block in page.outline(headings) if isinstance(block, b.Heading)] == printed


def test_a_heading_in_a_list_or_quotation_is_strong_text() -> None:
    found = page.outline(b.parse("> # a\n\n- # b"))
    strong = b.Paragraph((b.Styled("strong", (b.Text("a"),)),))
    assert found[0] == b.Quotation((strong,))
    assert isinstance(found[1], b.Listing)
    assert isinstance(found[1].items[0][0], b.Paragraph)


@pytest.mark.parametrize(
    "url",
    ["https://a.example/x?y=1&z#w", "http://a.example:8080", "mailto:humas@a.example", "HTTPS://A.EXAMPLE/%20"],
)
def test_addresses_that_may_be_followed(url: str) -> None:
    assert page.target(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://a.example",
        "/di/sini",
        "",
        "http://",
        "http://[rusak",
        "http://a.example:99999",
        "https://a b.example",
        "https://a.example/<x>",
        "mailto:a@b@c",
        "mailto:",
        "https://a.example/" + "x" * 2000,
    ],
)
def test_addresses_that_stay_text(url: str) -> None:
    assert page.target(url) == ""


def test_characters_that_no_xml_may_hold_are_dropped() -> None:
    assert page.legal("a\x00\x1b\ud800\ufffe😀\tb") == "a😀\tb"


def test_photos_with_what_they_show_for_those_who_cannot_see() -> None:
    photos = (
        Photo(file="a.png", caption="Panen", alt="Tiga petani"),
        Photo(file="b.png", caption="Panen", photographer="Sari"),
        Photo(file="tiada.png"),
    )
    release = blank(photos=photos)
    manuscript = Manuscript(release, Office(), {"a.png": png(), "b.png": png()})
    shots = page.shots(compose(release, Office()), manuscript)
    assert [(shot.alt, shot.caption, shot.picture is None) for shot in shots] == [
        ("Tiga petani", "Panen", False),
        ("Panen", "Panen (Foto: Sari)", False),
        ("Foto 3", "", True),
    ]


def test_a_logo_that_is_no_picture_is_refused_by_name() -> None:
    manuscript = Manuscript(blank(), Office(logo="lambang.png"), {"lambang.png": b"?"})
    with pytest.raises(UnreadableFileError, match="lambang"):
        page.logo(manuscript)
    assert page.logo(Manuscript(blank(), Office(logo="lambang.png"))) is None


def test_keywords_are_tags_and_own_hashtags_once() -> None:
    assert page.keywords(blank(tags=("panen", " "), hashtags=("#Sukamaju", "panen"))) == ("panen", "Sukamaju")
