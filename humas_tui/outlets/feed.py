"""A feed for the website with the release as its entry (Atom 1.0, RFC 4287).

The website puts the entry into its own feed, or several of these together.
"""

from __future__ import annotations

from ..i18n import N_
from ..model import Office, Release
from . import identity
from .html_fragment import fill
from .newsml import xhtml
from .outlet import Manuscript, Outlet, Passage, verbatim
from .page import author, keywords, legal
from .sheet import compose


def text(release: Release, office: Office) -> str:
    """The feed as XML, with one line feed at the end."""
    sheet = compose(release, office)
    feed = fill(
        "feed.xml.j2",
        sheet=sheet,
        language=identity.LANGUAGE,
        address=identity.address(release, office),
        author=author(sheet) or identity.domain(office) or identity.NO_DOMAIN,
        site=identity.site_address(office),
        updated=identity.time(release.updated),
        published=identity.published(release),
        summary=release.summary,
        categories=(identity.category(release), *keywords(release)),
        body=xhtml(sheet.body),
    )
    return legal(feed)


def render(manuscript: Manuscript) -> bytes:
    """The feed in UTF-8."""
    return text(manuscript.release, manuscript.office).encode()


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The very text."""
    return verbatim(text(release, office))


FEED = Outlet(
    name="feed",
    title=N_("Feed of the website (Atom)"),
    suffix="atom",
    media_type="application/atom+xml",
    render=render,
    text=text,
    preview=preview,
    for_people=False,
    order=42,
)
