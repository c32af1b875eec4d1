"""Pictures bared: nothing told beside them, not a pixel changed."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.outlets.metadata import bare
from tests import samples

from .photographs import SECRETS, opened, profile, quarters, saved, telltale, told

CLEAN = [
    saved(quarters()),
    saved(quarters(), progressive=True),
    saved(quarters(mode="L")),
    saved(quarters(mode="CMYK")),
    saved(quarters(), icc_profile=profile()),
    saved(quarters(), "PNG"),
    saved(quarters(mode="P"), "PNG", transparency=0),
    saved(quarters(), "PNG", icc_profile=profile(), dpi=(300, 300)),
    (samples.FOLDER / "logo.png").read_bytes(),
]


@pytest.mark.parametrize("content", CLEAN, ids=range(len(CLEAN)))
def test_a_picture_that_tells_nothing_is_the_same_object(content: bytes) -> None:
    assert bare(content) is content


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"quality": 100}, {"restart_marker_rows": 1}], ids=str
)
def test_a_jpeg_tells_nothing_more_and_keeps_every_pixel_and_its_colours(options: dict[str, int]) -> None:
    content = telltale(**options)
    assert all(secret in content for secret in SECRETS if secret != b"6.92")
    alone = bare(content)
    assert alone is not None
    assert not any(secret in alone for secret in SECRETS)
    assert dict(opened(alone).getexif()) == {}
    assert opened(alone).tobytes() == opened(content).tobytes()
    assert opened(alone).info["icc_profile"] == profile()
    assert alone.endswith(b"\xff\xd9")
    assert bare(alone) is alone


def test_a_png_tells_nothing_more_and_keeps_every_pixel() -> None:
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Author", "Rumah Budi")
    text.add_itxt("XML:com.adobe.xmp", "Kamera Rahasia")
    content = saved(quarters(), "PNG", pnginfo=text, exif=told(), icc_profile=profile()) + b"Motion Photo"
    alone = bare(content)
    assert alone is not None
    assert not any(secret in alone for secret in SECRETS)
    assert opened(alone).tobytes() == opened(content).tobytes()
    assert opened(alone).info["icc_profile"] == profile()
    assert bare(alone) is alone


def test_the_small_picture_in_the_header_goes() -> None:
    """It shows what was there before the photo was cut."""
    content = saved(quarters())
    assert content[2:4] == b"\xff\xe0"
    thumbnail = b"\1\1" + b"abc"
    header = b"\xff\xe0" + struct.pack(">H", 16 + 3) + content[6:18] + thumbnail
    fat = content[:2] + header + content[20:]
    assert opened(fat).tobytes() == opened(content).tobytes()
    assert bare(fat) == content


def test_adobe_says_how_the_colours_are_to_be_read() -> None:
    content = saved(quarters(mode="CMYK"))
    assert b"Adobe" in content
    assert bare(content) is content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan gambar",
        b"GIF89a" + bytes(20),
        b"\xff\xd8",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\0\1",
        b"\xff\xd8\xff\xe1\xff\xffab",
        telltale()[:400],
        saved(quarters())[:-2],
        b"\x89PNG\r\n\x1a\n",
        saved(quarters(), "PNG")[:60],
        saved(quarters(), "PNG")[:-4],
    ],
)
def test_what_is_not_whole_is_not_bared(content: bytes) -> None:
    assert bare(content) is None


@given(st.sampled_from((telltale(), telltale(progressive=True), CLEAN[7])), st.data())
def test_whatever_is_broken_is_refused_or_comes_out_bare(content: bytes, data: st.DataObject) -> None:
    broken = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    alone = bare(bytes(broken))
    assert alone is None or bare(alone) == alone
