"""Names of photos that leave the house: for any disk and any mail program, whatever the captions hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from humas_tui.model import Photo
from humas_tui.outlets.photo_names import by_caption, by_file, suffix

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(jpg|jpeg|png)")
ANYTHING = st.text(max_size=80)
PHOTOS = st.lists(st.builds(Photo, file=ANYTHING, caption=ANYTHING, alt=ANYTHING), max_size=12)


@given(PHOTOS)
@example([Photo(file="../../etc/passwd", caption="../\\..")])
@example([Photo(file="CON", caption="nul\r\nNUL"), Photo(file="con", caption="con")])
@example([Photo(file="a.JPG", caption="x" * 500), Photo(file="b.jpg", caption="x" * 500)])
@example([Photo(file="….米", caption="米"), Photo(file="\0", caption="\ud800")])
def test_every_name_is_ascii_has_no_folder_and_is_given_once(photos: list[Photo]) -> None:
    for names in (list(by_file(photos).values()), list(by_caption(photos))):
        assert all(NAME.fullmatch(name) for name in names)
        assert all(len(name) <= 80 for name in names)
        assert len(set(names)) == len(names)
    assert set(by_file(photos)) == {photo.file for photo in photos}
    assert len(by_caption(photos)) == len(photos)


def test_a_photo_is_named_after_its_caption_in_the_order_of_the_release() -> None:
    photos = (Photo(file="x/IMG_1.JPG", caption="Petani\nmenurunkan gabah."), Photo(file="b.png", alt="Padi"))
    assert by_caption(photos) == ("01-petani-menurunkan-gabah.jpg", "02-padi.png")
    assert by_caption((Photo(file="米.jpg"),)) == ("01-foto.jpg",)


def test_a_long_caption_ends_between_words_and_skips_none() -> None:
    (name,) = by_caption((Photo(file="a.jpg", caption="Wali kota " + "dan warga " * 20),))
    assert name == "01-wali-kota" + "-dan-warga" * 5 + ".jpg"


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("a.jpg", ".jpg"),
        ("a.JPEG", ".jpeg"),
        ("a.png", ".png"),
        ("a.gif", ".png"),
        ("a.webp", ".jpg"),
        ("a", ".jpg"),
        (r"b\c.PNG", ".png"),
        ("a.tar.avif", ".jpg"),
    ],
)
def test_the_suffix_is_that_of_what_the_darkroom_makes(file: str, found: str) -> None:
    assert suffix(file) == found
