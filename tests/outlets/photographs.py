"""Photos drawn by Pillow, with what cameras and telephones write beside them."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

SECRETS = (b"Kamera Rahasia", b"6.92", b"Motion", b"Rumah Budi")
RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (30, 60, 200), (250, 250, 250)


def quarters(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Red, green, blue and white from the upper left to the lower right: which way up it is can be seen."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture as a file."""
    made = BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def told(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: its maker, a place, which way up, a comment."""
    exif = Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    exif[0x0112] = orientation
    exif[0x9286] = "Rumah Budi"
    exif[0x8825] = {1: "S", 2: (6.0, 55.0, 6.92)}
    return exif


@lru_cache(maxsize=16)
def telltale(orientation: int = 1, **options: Any) -> bytes:
    """A JPEG that tells all of it, with a comment, a profile of its colours and a film behind its end."""
    content = saved(quarters(), exif=told(orientation), comment=b"Rumah Budi", icc_profile=profile(), **options)
    return content + b"Motion Photo"


@lru_cache(maxsize=1)
def profile() -> bytes:
    """The ICC profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(content: bytes) -> Image.Image:
    """A picture file, decoded to the end."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def corners(image: Image.Image) -> list[str]:
    """The nearest colour in the middle of each quarter, from the upper left to the lower right."""
    shown = image.convert("RGB")
    named = {RED: "red", GREEN: "green", BLUE: "blue", WHITE: "white"}
    across, down = shown.size
    found = []
    for place in ((1, 1), (3, 1), (1, 3), (3, 3)):
        pixel = shown.getpixel((place[0] * across // 4, place[1] * down // 4))
        assert isinstance(pixel, tuple)
        found.append(named[min(named, key=lambda one: sum(abs(a - b) for a, b in zip(one, pixel, strict=True)))])
    return found


UPRIGHT = ["red", "green", "blue", "white"]
