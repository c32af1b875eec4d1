"""NewsML-G2 2.35: a release for the systems of newsrooms, as XML (IPTC, 2025-07), the text in it as XHTML."""

from __future__ import annotations

from ..i18n import N_
from ..model import Office, Release
from ..text import blocks as b
from . import identity
from .html_fragment import fill, fragment
from .outlet import Manuscript, Outlet, Passage, file_stem, verbatim
from .page import author, keywords, legal, outline
from .sheet import caption, compose


def text(release: Release, office: Office) -> str:
    """The item as XML, with one line feed at the end."""
    sheet = compose(release, office)
    item = fill(
        "newsml.xml.j2",
        release=release,
        office=office,
        sheet=sheet,
        address=identity.address(release, office),
        language=identity.LANGUAGE,
        time=identity.time,
        status="usable" if release.status in identity.USABLE else "withheld",
        provider=office.institution or author(sheet) or identity.domain(office) or identity.NO_DOMAIN,
        creator=author(sheet) or identity.domain(office) or identity.NO_DOMAIN,
        genre=identity.GENRES[release.kind],
        category=identity.category(release),
        keywords=keywords(release),
        slug=file_stem(release),
        file_name=f"{file_stem(release)}.{NEWSML.suffix}",
        photos=[shown for shown in map(caption, release.photos) if shown],
        body=xhtml(sheet.body),
    )
    return legal(item)


def xhtml(body: tuple[b.Block, ...]) -> str:
    """The body as elements of XHTML: HTML leaves some open, and has names for characters that XML has not."""
    markup = fragment(outline(body))
    for html, xml in (("<br>", "<br/>"), ("<hr>", "<hr/>"), ("&nbsp;", "\u00a0")):
        markup = markup.replace(html, xml)
    return markup


def render(manuscript: Manuscript) -> bytes:
    """The item in UTF-8."""
    return text(manuscript.release, manuscript.office).encode()


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The very text."""
    return verbatim(text(release, office))


NEWSML = Outlet(
    name="newsml",
    title=N_("News item (NewsML-G2)"),
    suffix="newsml.xml",
    media_type="application/vnd.iptc.g2.newsitem+xml",
    render=render,
    text=text,
    preview=preview,
    for_people=False,
    order=41,
)
