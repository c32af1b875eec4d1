"""A PDF for print and archive: the same page as the Word document, tagged, with its fonts inside.

Made by typst from `release.typ`. It claims PDF/A-2a (ISO 19005-2, archives) together with PDF/UA-1 (ISO 14289-1,
screen readers) where the release allows it, and less where typst refuses: a CMYK logo is not allowed in that
PDF/A, a character that no font has (Chinese) in neither. `pdf_claims` says so to the officer. The same release
gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING, Any, Final

from ..errors import HumasError, RefusedError, UnreadableFileError, UnwritableError, system_reason
from ..i18n import N_, _
from ..model import Release
from ..text import blocks as b
from . import page, pdf_claims
from .outlet import Manuscript, Outlet
from .picture import Picture
from .sheet import CONTACTS_TITLE, Sheet, compose, page_preview
from .txt import text

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

FONTS_FOLDER: Final = Path(__file__).parent / "fonts"
TEMPLATE: Final = Path(__file__).parent / "release.typ"
#: What the file claims to be, the most first.
CLAIMS: Final[tuple[list[PDFStandard], ...]] = (["a-2a", "ua-1"], ["ua-1"], [])
NO_PDF: Final = N_("PDF cannot be made on this machine: {reason}")

# A word as long as a line is broken anywhere instead of running off the page: a line of the headline takes
# about 50 letters.
_LONG: Final = re.compile(r"(\S{45,})")

Json = dict[str, Any]


def render(manuscript: Manuscript) -> bytes:
    """The document.

    Raises UnreadableFileError when the logo or a photo is not a picture, and RefusedError where typst is not
    installed (there is none for Windows on ARM).
    """
    moment = int(manuscript.release.updated.timestamp())
    with _laid_out(manuscript) as (content, folder, titles):
        return _compile(content, moment, folder, titles)


def pictures(manuscript: Manuscript, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Its pages as they are printed, a PNG each. The same release gives the same bytes.

    Raises as ``render`` does."""
    _need_typst()
    from typst import TypstError

    with _laid_out(manuscript) as (content, folder, titles):
        try:
            made = _compiler(content, folder).compile(format="png", ppi=pixels_per_inch)
        except TypstError as error:
            raise _refusal(error.message, folder, titles) from error
    assert made is not None  # it is where no file is named to write to
    return (made,) if isinstance(made, bytes) else tuple(made)


@contextmanager
def _laid_out(manuscript: Manuscript) -> Iterator[tuple[Json, str, Mapping[str, str]]]:
    """What stands on the page, the folder with its pictures, and what the user calls those."""
    sheet = compose(manuscript.release, manuscript.office)
    pictures = _Pictures()
    content = {
        **_properties(sheet, manuscript.release),
        **_parts(sheet, embargoed=manuscript.release.embargo is not None),
        "look": _look(page.Look.of(manuscript.office)),
        "letterhead": _letterhead(sheet, page.logo(manuscript), manuscript.office.logo, pictures),
        "photos": [
            _photo(shot, photo.file, pictures)
            for shot, photo in zip(page.shots(sheet, manuscript), sheet.photos, strict=True)
        ],
    }
    try:  # typst reads pictures from files only
        with TemporaryDirectory(prefix="humas-tui-") as folder:
            for name, picture in pictures.files.items():
                Path(folder, name).write_bytes(picture)
            yield content, folder, pictures.titles
    except OSError as error:
        raise UnwritableError(file=gettempdir(), reason=system_reason(error)) from error


class _Pictures:
    """The pictures of a page, each once: ``files`` by the name the page calls them by, ``titles`` what the
    user calls them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.titles: dict[str, str] = {}
        self._names: dict[bytes, str] = {}

    def add(self, picture: Picture, title: str) -> str:
        """The name for the page."""
        name = self._names.setdefault(picture.content, f"{len(self._names)}.{picture.kind}")
        self.files[name] = picture.content
        self.titles.setdefault(name, title)
        return name


def _compile(content: Json, moment: int, folder: str, titles: Mapping[str, str]) -> bytes:
    """The PDF of a page whose pictures lie in ``folder``."""
    _need_typst()
    from typst import TypstError

    refusal = ""
    for claim in CLAIMS:
        try:  # a compiler takes its input with the first document: a new one each time
            made = _compiler(content, folder).compile(format="pdf", pdf_standards=claim, timestamp=moment)
        except TypstError as error:
            refusal = error.message
        else:
            assert isinstance(made, bytes)  # several files come of other formats
            return made
    raise _refusal(refusal, folder, titles)


def _need_typst() -> None:
    """Raises RefusedError where it is not installed."""
    try:
        import typst  # noqa: F401  # who needs it takes its names afterwards
    except ImportError as error:
        raise RefusedError(NO_PDF, reason=error) from error


def _compiler(content: Json, folder: str) -> Compiler:
    """What makes the page."""
    from typst import Compiler

    return Compiler(
        input=_template(),
        root=folder,
        font_paths=_fonts(),
        ignore_system_fonts=True,  # the same page on every machine
        sys_inputs={"page": json.dumps(content, ensure_ascii=False)},
    )


def _refusal(reason: str, folder: str, titles: Mapping[str, str]) -> HumasError:
    """Why there is no page: the picture that typst cannot read, or what it said itself."""
    from typst import Compiler, TypstError

    for name, title in titles.items():
        try:
            Compiler(input=b"#image(sys.inputs.file)", root=folder, sys_inputs={"file": name}).compile()
        except TypstError:
            return UnreadableFileError(file=title, reason=_("the picture is damaged"))
    return RefusedError(NO_PDF, reason=reason)


@lru_cache(maxsize=1)
def _template() -> bytes:
    return TEMPLATE.read_bytes()


@lru_cache(maxsize=1)
def _fonts() -> Fonts:
    """Our fonts, and for what they do not have those that typst brings."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS_FOLDER])


def _look(look: page.Look) -> Json:
    _word, twin, size = page.FACES[look.font]
    width, height = look.sheet
    return {"width": width, "height": height, "font": twin, "size": size, "rule": look.rule}


def _properties(sheet: Sheet, release: Release) -> Json:
    author = page.author(sheet)
    return {
        "title": page.legal(sheet.title),
        "author": [author] if author else [],
        "description": page.legal(sheet.summary or sheet.label),
        "keywords": list(page.keywords(release)),
    }


def _parts(sheet: Sheet, embargoed: bool) -> Json:
    opening, continuation = page.halves(sheet)
    notes = (sheet.number_line,) if embargoed else (sheet.number_line, sheet.time_line)
    return {
        "label": _plain(sheet.label_line),
        "notes": [_plain(note) for note in notes if note],
        "embargo": _plain(sheet.time_line if embargoed else ""),
        "headline": _plain(sheet.headline),
        "summary": _plain(sheet.summary),
        "opening": [_block(block) for block in opening],
        "continuation": [_block(block) for block in continuation],
        "boilerplate_title": _plain(sheet.boilerplate_title),
        "boilerplate": _plain(sheet.boilerplate),
        "contacts_title": _plain(CONTACTS_TITLE),
        "contacts": [_plain(line) for line in sheet.contacts],
        "following": _inlines(sheet.following),
        "credits": [_plain(line) for line in sheet.credits],
        "number": _plain(sheet.closing_number),
        "mark": _plain(sheet.end_mark),
    }


def _letterhead(sheet: Sheet, logo: Picture | None, title: str, pictures: _Pictures) -> Json | None:
    if logo is None and not (sheet.institution or sheet.unit or sheet.letterhead):
        return None
    shown = None if logo is None else _image(logo, title, pictures, page.LOGO_WIDTH, page.LOGO_HEIGHT)
    return {
        "institution": _plain(sheet.institution),
        "unit": _plain(sheet.unit),
        "lines": [_plain(line) for line in sheet.letterhead],
        "logo": shown and {**shown, "alt": page.logo_alt(sheet)},
    }


def _photo(shot: page.Shot, title: str, pictures: _Pictures) -> Json:
    shown = shot.picture and _image(shot.picture, title, pictures, page.PHOTO_WIDTH, page.PHOTO_HEIGHT)
    return {"image": shown and {**shown, "alt": shot.alt}, "caption": _plain(shot.caption)}


def _image(picture: Picture, title: str, pictures: _Pictures, width: float, height: float) -> Json:
    across, down = picture.fitted(width, height)
    return {"file": pictures.add(picture, title), "width": across, "height": down}


def _block(block: b.Block) -> Json:
    if isinstance(block, b.Paragraph):
        return {"kind": "paragraph", "children": _inlines(block.children)}
    if isinstance(block, b.Heading):
        return {"kind": "heading", "level": block.level, "children": _inlines(block.children)}
    if isinstance(block, b.Quotation):
        return {"kind": "quotation", "blocks": [_block(inner) for inner in block.blocks]}
    if isinstance(block, b.Listing):
        items = [[_block(inner) for inner in item] for item in block.items]
        return {"kind": "bullets" if block.start is None else "numbers", "start": block.start, "items": items}
    if isinstance(block, b.Verbatim):
        return {"kind": "verbatim", "text": page.legal(block.text)}
    return {"kind": "rule"}


def _plain(value: str) -> list[Json]:
    return _inlines(page.lines(value)) if value else []


def _inlines(children: Sequence[b.Inline]) -> list[Json]:
    found: list[Json] = []
    for child in children:
        if isinstance(child, b.Text):
            found += _words(child.text)
        elif isinstance(child, b.Code):
            found.append({"kind": "code", "text": page.legal(child.text)})
        elif isinstance(child, b.Break):
            found.append({"kind": "break"})
        elif isinstance(child, b.Styled):
            found.append({"kind": child.style, "children": _inlines(child.children)})
        else:
            url, inside = page.target(page.legal(child.url)), _inlines(page.link_children(child))
            found += [{"kind": "link", "url": url, "children": inside}] if url else inside
    return found


def _words(value: str) -> list[Json]:
    parts = _LONG.split(page.legal(value))
    return [{"kind": "long" if odd % 2 else "text", "text": part} for odd, part in enumerate(parts) if part]


PDF = Outlet(
    name="pdf",
    title=N_("PDF for print"),
    suffix="pdf",
    media_type="application/pdf",
    render=render,
    text=text,
    preview=page_preview,
    pictures=True,
    longest=page.PHOTO_PIXELS,
    described=True,
    lacks=pdf_claims.unprintable,
    remarks=pdf_claims.remarks,
    order=31,
)
