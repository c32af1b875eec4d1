"""The darkroom: pictures as they leave the house. Without what a telephone writes beside them, the right way up,
in the colours of a screen (sRGB), no larger than the outlet needs.

A JPEG or PNG that needs nothing else is only bared (see ``metadata``): its pixels stay as they are. The rest is
decoded and made anew by Pillow, which is imported then (20 ms). The same picture gives the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..errors import UnreadableFileError
from ..i18n import _
from .metadata import bare
from .picture import read

if TYPE_CHECKING:
    from PIL.Image import Image

#: What is taken: 108 megapixels is what telephones make, and a decoded pixel takes three bytes.
MOST_PIXELS: Final = 110_000_000
#: What Pillow may take a file for. Of the others it knows, EPS starts a program, and what is wrong with a TIFF its
#: library tells on standard error, past Python and into the screen.
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF")
KNOWN: Final = "JPEG, PNG, WebP, GIF, BMP, AVIF"
#: JPEG quality where the picture is made smaller, and where it keeps its size (the scale of libjpeg).
QUALITY: Final = 88
FULL_QUALITY: Final = 95
#: What the smaller prints are made from has at least so many pixels on its longer side, so that one decoding does
#: for page, web and accounts.
BASE: Final = 1_920
#: Bytes of pictures made lately that are kept.
ROOM: Final = 48_000_000
WHITE: Final = (255, 255, 255)
BLUR: Final = 16  # the surroundings of a framed picture are blurred at so many times less its size

#: What Pillow's readers raise for a damaged file, besides OSError (`PIL.ImageFile`, and the format's own module).
_DAMAGED: Final = (OSError, SyntaxError, ValueError, RuntimeError, EOFError, IndexError, struct.error)
#: Brands of HEIF files (ISO/IEC 23008-12, annex B) whose pictures are HEVC, which Pillow does not read.
_HEIC: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
_TIFF: Final = (b"II*\0", b"MM\0*")

#: What is made of a picture: with at most so many pixels on its longer side (0: as many as it has), or a shape.
Print: TypeAlias = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to know of a picture file: ``kind`` as it is called (``JPEG``), width and height in pixels as
    it is to be seen, whether it is turned or mirrored as stored, and whether it is made for print (CMYK)."""

    kind: str
    width: int
    height: int
    turned: bool
    cmyk: bool


def look(content: bytes, file: str) -> Look:
    """What the file holds, which is decoded to the end. Raises UnreadableFileError, naming the file, where it is
    no picture."""
    with _decoded(content, file) as image:
        orientation = image.getexif().get(0x0112, 1)
        across, down = image.size
        image.load()
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        if orientation in (5, 6, 7, 8):
            across, down = down, across
        return Look(kind, across, down, orientation in range(2, 9), image.mode == "CMYK")


def developed(content: bytes, file: str, longest: int = 0) -> bytes:
    """The picture as it leaves the house: a JPEG or a PNG whose longer side has at most ``longest`` pixels (0: as
    many as it has). Raises UnreadableFileError, naming ``file``, where it is no picture."""
    return printed(content, file, (longest,))[longest]


def printed(content: bytes, file: str, wanted: Sequence[Print]) -> dict[Print, bytes]:
    """Prints of the picture, each as it leaves the house, from one decoding where that will do: ``developed`` in a
    size, or the whole picture as a JPEG of a shape.

    Of a shape nothing is cut off, since those at the edges of a group are people, too: what the picture leaves
    free is filled with itself, enlarged and blurred. Raises UnreadableFileError, naming ``file``."""
    alone, side = _as_stored(content, file)
    found: dict[Print, bytes] = {}
    if alone is not None:
        content = alone
        found = {one: alone for one in wanted if isinstance(one, int) and (not one or side <= one)}
    return found | _made_or_kept(content, file, [one for one in wanted if one not in found])


def _made_or_kept(content: bytes, file: str, wanted: Sequence[Print]) -> dict[Print, bytes]:
    if not wanted:
        return {}
    digest = sha256(content).digest()
    found = {one: kept for one in wanted if (kept := _kept.get((digest, one))) is not None}
    by_base: dict[int, list[Print]] = {}
    for one in wanted:
        if one not in found:
            by_base.setdefault(_base(one), []).append(one)
    for base, missing in by_base.items():
        with _decoded(content, file) as image:
            made = _made_anew(image, base, missing)
        for one, picture in made.items():
            _kept.keep((digest, one), picture)
        found |= made
    return found


class _Kept:
    """What was made lately, by what it was made of; beyond ``room`` bytes the oldest go. Safe in several
    threads."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._made: dict[Any, bytes] = {}
        self._lock = Lock()

    def get(self, key: Any) -> bytes | None:
        """What is kept under ``key``."""
        with self._lock:
            found = self._made.pop(key, None)
            if found is not None:
                self._made[key] = found  # the last one now
        return found

    def keep(self, key: Any, content: bytes) -> None:
        """Keep that under ``key``, if it is no larger than all that may be kept."""
        with self._lock:
            self._made[key] = content
            while sum(map(len, self._made.values())) > self._room:
                del self._made[next(iter(self._made))]


_kept: Final = _Kept(ROOM)


@lru_cache(maxsize=1)
def _pillow() -> Any:
    """Pillow's module, told what we take. Its own warnings are not for those who read ours."""
    import warnings

    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.filterwarnings("ignore", module=r"PIL\b")
    return Image


@contextmanager
def _decoded(content: bytes, file: str) -> Iterator[Image]:
    """The picture, of which only the header was read yet; what is wrong with it is told whenever it is found."""
    pillow = _pillow()
    try:
        with pillow.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise pillow.DecompressionBombError
            yield image
    except pillow.DecompressionBombError as error:
        told = _("it has more than {most} megapixels; make it smaller first").format(most=MOST_PIXELS // 1_000_000)
        raise UnreadableFileError(file=file, reason=told) from error
    except _DAMAGED as error:
        raise UnreadableFileError(file=file, reason=_no_picture(content)) from error


def _no_picture(content: bytes) -> str:
    """Why the file cannot be taken, and what to do where that is known."""
    if content.startswith(_TIFF) or (content[4:8] == b"ftyp" and content[8:12] in _HEIC):
        kind = "TIFF" if content.startswith(_TIFF) else "HEIC"
        return _("it is a {kind} picture; save it as JPEG first").format(kind=kind)
    return _("it is not a picture ({known}), or it is damaged").format(known=KNOWN)


def _as_stored(content: bytes, file: str) -> tuple[bytes | None, int]:
    """The picture file with nothing but the picture, and its longer side in pixels; None where its pixels cannot
    stay as they are stored."""
    try:
        picture = read(content, file)
    except UnreadableFileError:
        return None, 0
    if picture.kind == "gif" or picture.orientation != 1 or picture.colours == 4:
        return None, 0
    return bare(content), max(picture.width, picture.height)


def _base(wanted: Print) -> int:
    """Of which size the picture that a print is made from is to be, at least; 0: of its own. It does not depend on
    what else is asked for, so that a print is the same each time."""
    longest = wanted if isinstance(wanted, int) else max(wanted)
    return max(longest, BASE) if longest else 0


def _made_anew(image: Image, base: int, wanted: Sequence[Print]) -> dict[Print, bytes]:
    """Prints of a picture that was not decoded yet."""
    whole = image.size
    drawn = image.format in ("PNG", "GIF")  # letters and lines, which JPEG blurs
    image.draft(None, _scaled(whole, base))  # half of a JPEG's pixels are decoded, or fewer, where that will do
    image.load()
    made = {one: _smaller(image, whole, one, drawn) for one in wanted if isinstance(one, int)}
    shapes = [one for one in wanted if not isinstance(one, int)]
    return made | (_all_framed(_on_white(_upright(image)), shapes) if shapes else {})


def _smaller(image: Image, whole: tuple[int, int], longest: int, drawn: bool) -> bytes:
    """A picture that was ``whole`` in size, with at most so many pixels on its longer side (0: as it is)."""
    wanted = _scaled(whole, longest)
    if image.size != wanted:
        if image.mode in ("P", "1"):
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        image = _resized(image, wanted)
    image = _upright(image)
    if drawn:
        made = BytesIO()
        image.save(made, "PNG")
        return made.getvalue()
    return _jpeg(_on_white(image), QUALITY if wanted != whole else FULL_QUALITY)


def _all_framed(image: Image, shapes: Sequence[tuple[int, int]]) -> dict[Print, bytes]:
    fitted: dict[tuple[int, int], Image] = {}  # several shapes are as wide, and most photos are wider than high
    made: dict[Print, bytes] = {}
    for shape in shapes:
        size = _fitted(image, shape)
        if size not in fitted:
            fitted[size] = _resized(image, size)
        made[shape] = _jpeg(_in_frame(fitted[size], shape), QUALITY)
    return made


def _upright(image: Image) -> Image:
    """The picture in sRGB (or grey), the right way up, without anything beside its pixels."""
    from PIL import ImageOps

    image = _in_srgb(ImageOps.exif_transpose(image))
    image.info = {name: image.info[name] for name in ("transparency",) if name in image.info}
    return image


def _scaled(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The size, in proportion, so that the longer side has at most so many pixels (0: any number)."""
    scale = min(1.0, longest / max(size)) if longest else 1.0
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _resized(image: Image, size: tuple[int, int]) -> Image:
    """Downwards by HAMMING: half the time of LANCZOS, and as sharp as BICUBIC (Pillow, Concepts, "Filters")."""
    resampling = _pillow().Resampling
    return image.resize(size, resampling.HAMMING if size < image.size else resampling.BICUBIC, reducing_gap=3.0)


def _in_srgb(image: Image) -> Image:
    """CMYK by its profile, without one by the plain rule; other colours by theirs, where it is not sRGB."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if image.mode == "CMYK" or "sRGB" not in ImageCms.getProfileDescription(source):
                converted = ImageCms.profileToProfile(image, source, _srgb(), outputMode="RGB")
                image = converted if converted is not None else image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a damaged profile: the colours are taken as they are
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256, "L")
    if image.mode in ("RGB", "RGBA", "L", "LA", "P", "1"):
        return image
    return image.convert("RGBA" if image.mode in ("PA", "RGBa", "La") else "RGB")


@lru_cache(maxsize=1)
def _srgb() -> Any:
    from PIL import ImageCms

    return ImageCms.createProfile("sRGB")


def _on_white(image: Image) -> Image:
    """The picture without transparency: as it looks on paper."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode in ("RGBA", "LA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = _pillow().new("RGB", image.size, WHITE)
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper  # type: ignore[no-any-return]
    return image.convert("RGB")


def _in_frame(fitted: Image, shape: tuple[int, int]) -> Image:
    from PIL import ImageFilter, ImageOps

    resampling = _pillow().Resampling
    across, down = shape
    small = ImageOps.fit(fitted.convert("RGB"), (max(1, across // BLUR), max(1, down // BLUR)), resampling.BOX)
    frame = small.filter(ImageFilter.BoxBlur(3)).resize(shape, resampling.BILINEAR)
    frame.paste(fitted, ((across - fitted.width) // 2, (down - fitted.height) // 2))
    return frame


def _fitted(image: Image, shape: tuple[int, int]) -> tuple[int, int]:
    """The size in which the whole picture fits into the shape."""
    scale = min(shape[0] / image.width, shape[1] / image.height)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def _jpeg(image: Image, quality: int) -> bytes:
    made = BytesIO()
    image.save(made, "JPEG", quality=quality)
    return made.getvalue()
