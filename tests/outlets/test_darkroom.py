"""The darkroom: upright, in sRGB, no larger than needed, telling nothing, the same bytes each time."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from humas_tui.errors import UnreadableFileError
from humas_tui.outlets import darkroom
from humas_tui.outlets.darkroom import Look, developed, look, printed
from tests import samples

from .photographs import SECRETS, UPRIGHT, corners, opened, profile, quarters, saved, telltale, told

PHOTO = (samples.FOLDER / "photos" / "bus-sekolah-karangsari.jpg").read_bytes()
#: How the four quarters are to be stored so that each orientation shows them upright.
STORED: dict[int, Callable[[Image.Image], Image.Image]] = {
    1: lambda image: image,
    2: lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: lambda image: image.transpose(Image.Transpose.ROTATE_180),
    4: lambda image: image.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: lambda image: image.transpose(Image.Transpose.TRANSPOSE),
    6: lambda image: image.transpose(Image.Transpose.ROTATE_90),
    7: lambda image: image.transpose(Image.Transpose.TRANSVERSE),
    8: lambda image: image.transpose(Image.Transpose.ROTATE_270),
}


@pytest.fixture(autouse=True)
def empty_darkroom(english: None) -> None:
    """Nothing made before; the sentences in English."""
    darkroom._kept._made.clear()


@pytest.mark.parametrize("longest", [0, 1600, 5000])
def test_a_photo_that_tells_nothing_and_is_small_enough_stays_as_it_is(longest: int) -> None:
    assert developed(PHOTO, "a.jpg", longest) is PHOTO


def said_by(code: str) -> str:
    """What that code prints in a Python of its own."""
    folder = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout.strip()


def test_for_a_clean_photo_pillow_is_not_imported() -> None:
    code = (
        "import sys; from humas_tui.outlets.darkroom import developed; from tests import samples;"
        "photo = (samples.FOLDER / 'photos/bus-sekolah-karangsari.jpg').read_bytes();"
        "assert developed(photo, 'a.jpg', 1600) == photo; print('PIL' in sys.modules)"
    )
    assert said_by(code) == "False"


@pytest.mark.parametrize("longest", [0, 32])
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_comes_out_upright(kind: str, orientation: int, longest: int) -> None:
    content = saved(STORED[orientation](quarters()), kind, exif=told(orientation))
    assert look(content, "a").turned == (orientation != 1)
    assert (look(content, "a").width, look(content, "a").height) == (64, 48)
    image = opened(developed(content, "a.jpg", longest))
    assert corners(image) == UPRIGHT
    assert image.size == ((32, 24) if longest else (64, 48))
    assert image.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize("longest", [0, 40])
@pytest.mark.parametrize("orientation", [1, 6])
def test_nothing_is_told_of_who_took_it_where(orientation: int, longest: int) -> None:
    made = developed(telltale(orientation), "a.jpg", longest)
    assert not any(secret in made for secret in SECRETS)
    assert dict(opened(made).getexif()) == {}


def every_kind() -> list[tuple[str, str, bytes]]:
    """Each kind of file in each mode that it can have."""
    found = []
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF"):
        for mode in ("RGB", "L", "P", "1", "RGBA", "LA", "CMYK"):
            with suppress(OSError, ValueError):  # there is none
                found.append((kind, mode, saved(quarters(mode=mode), kind)))
    return found


@pytest.mark.parametrize(("kind", "mode", "content"), every_kind(), ids=lambda value: str(value)[:6])
@pytest.mark.parametrize("longest", [0, 32])
def test_every_kind_and_mode_comes_out_as_a_picture_that_all_programs_read(
    kind: str, mode: str, content: bytes, longest: int
) -> None:
    made = developed(content, "a", longest)
    image = opened(made)
    assert image.format == ("PNG" if kind in ("PNG", "GIF") else "JPEG")
    assert image.mode != "CMYK"
    if mode not in ("L", "1", "LA"):
        assert corners(image) == UPRIGHT
    assert developed(made, "a", longest) is made


def test_what_cmyk_shows_is_kept_by_its_profile_where_it_has_a_damaged_one() -> None:
    content = saved(quarters(mode="CMYK"), icc_profile=b"x" * 200)
    assert look(content, "a").cmyk
    assert corners(opened(developed(content, "a"))) == UPRIGHT


def test_another_profile_than_srgb_is_applied_where_the_picture_is_made_anew() -> None:
    steeper = profile().replace("sRGB".encode("utf-16-be"), "xRGB".encode("utf-16-be"))
    steeper = steeper.replace(struct.pack(">i", round(2.4 * 65536)), struct.pack(">i", 4 * 65536))  # its gamma
    grey = Image.new("RGB", (64, 48), (100, 100, 100))
    assert opened(developed(saved(grey, icc_profile=profile()), "a", 32)).getpixel((5, 5)) == (100, 100, 100)
    darker = opened(developed(saved(grey, icc_profile=steeper), "a", 32)).getpixel((5, 5))
    assert isinstance(darker, tuple)
    assert max(darker) < 70


def test_transparency_is_white_on_paper_and_stays_in_a_png() -> None:
    clear = Image.new("RGBA", (64, 48), (0, 0, 0, 0))
    assert opened(developed(saved(clear, "WEBP", lossless=True), "a")).getpixel((5, 5)) == (255, 255, 255)
    assert opened(developed(saved(clear, "PNG"), "a", 32)).getpixel((5, 5)) == (0, 0, 0, 0)


def test_sixteen_bits_of_grey_are_not_all_white() -> None:
    deep = Image.new("I;16", (64, 48), 100 * 256)
    made = opened(developed(saved(deep, "PNG"), "a", 32)).convert("L").getpixel((5, 5))
    assert isinstance(made, int)
    assert abs(made - 100) <= 2


@pytest.mark.parametrize(("size", "longest"), [((3000, 10), 100), ((10, 3000), 100), ((1, 4000), 50)])
def test_long_thin_pictures_keep_at_least_a_pixel(size: tuple[int, int], longest: int) -> None:
    image = opened(developed(saved(quarters(*size)), "a", longest))
    assert max(image.size) == longest
    assert min(image.size) >= 1


def digest() -> str:
    """Of pictures made in every way."""
    made = [
        developed(telltale(6), "a", 40),
        developed(telltale(6), "a"),
        *printed(telltale(6), "a", [(50, 60)]).values(),
    ]
    return sha256(b"".join(made)).hexdigest()


def test_the_same_picture_gives_the_same_bytes_in_another_process() -> None:
    assert said_by("from tests.outlets.test_darkroom import digest; print(digest())") == digest()


def test_a_picture_is_made_once_and_the_oldest_goes_when_the_room_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    first = developed(telltale(6), "a.jpg", 40)
    assert developed(telltale(6), "b.jpg", 40) is first
    monkeypatch.setattr(darkroom._kept, "_room", len(first) + 10)
    other = developed(telltale(3), "a.jpg", 40)
    assert developed(telltale(3), "a.jpg", 40) is other
    assert developed(telltale(6), "a.jpg", 40) is not first


@pytest.mark.parametrize("size", [(64, 48), (48, 64), (60, 60), (400, 100)])
def test_a_frame_has_the_shape_asked_for_and_the_whole_picture_in_its_middle(size: tuple[int, int]) -> None:
    shapes = [(108, 135), (160, 90), (108, 192)]
    frames = [opened(frame) for frame in printed(saved(quarters(*size), quality=100), "a", shapes).values()]
    assert [frame.size for frame in frames] == shapes
    for frame, (across, down) in zip(frames, shapes, strict=True):
        scale = min(across / size[0], down / size[1])
        width, height = (max(1, round(side * scale)) for side in size)
        left, top = (across - width) // 2, (down - height) // 2
        assert corners(frame.crop((left, top, left + width, top + height))) == UPRIGHT


def test_what_there_is_to_know_of_a_file() -> None:
    assert look(PHOTO, "a") == Look("JPEG", 1600, 1067, turned=False, cmyk=False)
    assert look(saved(quarters(), "AVIF"), "a").kind == "AVIF"


def header_of(width: int, height: int) -> bytes:
    """A PNG that says it is as large, and holds next to nothing."""
    head = b"IHDR" + struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    chunks = ((head, 13), (data, len(data) - 4), (b"IEND", 0))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", length) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk, length in chunks
    )


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")  # pytest forgets what was ignored before
@pytest.mark.parametrize("side", [10_489, 20_000, 2_000_000])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(side: int) -> None:
    for use in (look, lambda c, f: developed(c, f, 1600), lambda c, f: printed(c, f, [(8, 8)])):
        with pytest.raises(UnreadableFileError, match=r"bom\.png.*110 megapixels"):
            use(header_of(side, side), "bom.png")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a picture"),
        (b"bukan gambar", "not a picture"),
        (b"%PDF-1.7", "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (b"II*\0" + bytes(40), "TIFF picture; save it as JPEG"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC picture; save it as JPEG"),
        (b"\0\0\0\x18ftypmif1" + bytes(40), "HEIC picture; save it as JPEG"),
        (telltale()[:600], "damaged"),
        (PHOTO[:5000], "damaged"),
        (saved(quarters(), "PNG")[:60], "damaged"),
        (saved(quarters(), "WEBP")[:60], "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(content: bytes, why: str) -> None:
    for use in (look, developed):
        with pytest.raises(UnreadableFileError, match=rf"foto/a\.jpg cannot be read: .*{why}"):
            use(content, "foto/a.jpg")


FILES = [
    telltale(6),
    saved(quarters(mode="CMYK")),
    saved(quarters(), "PNG", exif=told(6), icc_profile=profile()),
    saved(quarters(), "WEBP", exif=told(3)),
    saved(quarters(), "GIF"),
    saved(quarters(), "BMP"),
    saved(quarters(), "AVIF", exif=told(6)),
]


def broken(draw: st.DrawFn) -> bytes:
    """One of the files with up to six places changed, cut or filled, most of them near its beginning."""
    content = bytearray(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, min(len(content), 400) - 1) | st.integers(0, len(content) - 1))
        content[place : place + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(content)


BROKEN = st.composite(broken)()


def used_in_every_way(content: bytes) -> None:
    for use in (look, developed, lambda file, name: printed(file, name, [(20, 30)])):
        with suppress(UnreadableFileError):
            assert use(content, "rusak.jpg")


@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")  # pytest forgets what was ignored before
@given(BROKEN)
def test_whatever_a_file_holds_it_is_a_picture_or_refused(content: bytes) -> None:
    used_in_every_way(content)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")
@given(BROKEN)
@settings(max_examples=10_000)
def test_whatever_thousands_of_files_hold_they_are_pictures_or_refused(content: bytes) -> None:
    used_in_every_way(content)
