"""A web page that stands alone: one file with its pictures and its style in it, fit to print.

It loads nothing and runs nothing, and its Content-Security-Policy says so.
"""

from __future__ import annotations

from base64 import b64encode

from ..i18n import N_
from .html_fragment import fill, fragment, line
from .outlet import Manuscript, Outlet
from .page import PHOTO_PIXELS, Look, logo, outline, shots
from .picture import MEDIA_TYPES, Picture
from .sheet import CONTACTS_TITLE, compose, page_preview
from .txt import text


def render(manuscript: Manuscript) -> bytes:
    """The page in UTF-8. Of a photo that is not at hand the caption is shown.

    Raises UnreadableFileError when a photo or the logo is no picture.
    """
    sheet = compose(manuscript.release, manuscript.office)
    body = outline(sheet.body)
    opening = len(sheet.opening)
    page = fill(
        "release.html.j2",
        sheet=sheet,
        look=Look.of(manuscript.office),
        following=line(sheet.following),
        under_embargo=manuscript.release.embargo is not None,
        logo=_data_uri(logo(manuscript)),
        photos=[
            {"source": _data_uri(shot.picture), "alt": shot.alt, "caption": shot.caption}
            for shot in shots(sheet, manuscript)
        ],
        opening=fragment(body[:opening]),
        continuation=fragment(body[opening:]),
        contacts_title=CONTACTS_TITLE,
    )
    return page.encode()


def _data_uri(picture: Picture | None) -> str:
    """The picture as an address that holds it, or nothing."""
    if picture is None:
        return ""
    return f"data:{MEDIA_TYPES[picture.kind]};base64,{b64encode(picture.content).decode('ascii')}"


HTML = Outlet(
    name="html",
    title=N_("Web page (HTML)"),
    suffix="html",
    media_type="text/html",
    render=render,
    text=text,
    preview=page_preview,
    pictures=True,
    longest=PHOTO_PIXELS,
    described=True,
    order=22,
)
