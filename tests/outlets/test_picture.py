"""Pictures: kind, size and orientation, read from the header."""

from __future__ import annotations

import pytest

from humas_tui.errors import UnreadableFileError
from humas_tui.outlets.picture import read

from .photographs import quarters, saved, told
from .pictures import gif, jpeg, png


@pytest.mark.parametrize(
    ("content", "kind", "size"),
    [(png(3, 2), "png", (3, 2)), (jpeg(600, 400), "jpeg", (600, 400)), (gif(5, 4), "gif", (5, 4))],
    ids=["png", "jpeg without JFIF or Exif", "gif"],
)
def test_kind_and_size_come_from_the_bytes_not_from_the_name(
    content: bytes, kind: str, size: tuple[int, int]
) -> None:
    picture = read(content, "foto.bin")
    assert (picture.kind, (picture.width, picture.height), picture.orientation) == (kind, size, 1)


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_of_a_phone_is_read(orientation: int, order: str) -> None:
    picture = read(jpeg(600, 400, orientation, order), "foto.jpg")
    assert picture.orientation == orientation
    across, down = picture.fitted(10, 10)
    assert (across < down) == (orientation >= 5)


def test_the_orientation_of_a_png_is_read() -> None:
    content = saved(quarters(), "PNG", exif=told(6))
    assert read(content, "a.png").orientation == 6
    assert read(content[:-40], "a.png").orientation == 6
    assert read(saved(quarters(), "PNG"), "a.png").orientation == 1


def test_the_colours_of_a_jpeg_are_counted() -> None:
    assert [read(saved(quarters(mode=mode)), "a").colours for mode in ("L", "RGB", "CMYK")] == [1, 3, 4]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan gambar",
        b"%PDF-1.7",
        b"RIFF\0\0\0\0WEBPVP8 ",
        png()[:12],
        png(0, 5),
        jpeg(0, 5),
        jpeg()[:15],
        b"\xff\xd8\xff\xda",
        b"\xff\xd8\xff\xe1\0\0",
        gif()[:7],
    ],
)
def test_what_is_no_picture_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"foto/a\.jpg"):
        read(content, "foto/a.jpg")


def test_a_damaged_exif_block_is_no_orientation() -> None:
    whole = jpeg(orientation=6)
    assert read(whole.replace(b"\x01\x12\x00\x03", b"\x99\x99\x00\x03"), "a.jpg").orientation == 1
    assert read(jpeg(orientation=99), "a.jpg").orientation == 1


@pytest.mark.parametrize(
    ("size", "shown"),
    [((1200, 800), (13.0, 8.667)), ((800, 1200), (6.667, 10.0)), ((96, 48), (2.54, 1.27))],
    ids=["as wide as may be", "as high as may be", "never blown up"],
)
def test_pictures_are_fitted_in_proportion(size: tuple[int, int], shown: tuple[float, float]) -> None:
    assert read(png(*size), "a.png").fitted(13, 10) == pytest.approx(shown, abs=0.001)
