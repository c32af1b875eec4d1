"""JSON-LD: what search engines read of a release on the website (schema.org, NewsArticle).

It goes into a ``script`` element of type ``application/ld+json``; ``</`` is written so that it does not end one.
"""

from __future__ import annotations

import json
from typing import Any

from ..i18n import N_
from ..model import Office, Release
from ..text import blocks as b
from ..text.count import count_words
from . import identity
from .following import addresses
from .outlet import Manuscript, Outlet, Passage, verbatim
from .page import keywords, target
from .sheet import compose


def text(release: Release, office: Office) -> str:
    """The description as JSON, with one line feed at the end."""
    found = json.dumps(_article(release, office), ensure_ascii=False, indent=2)
    return found.replace("</", "<\\/") + "\n"


def _article(release: Release, office: Office) -> dict[str, Any]:
    sheet = compose(release, office)
    plain = b.plain_text(sheet.body)
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": identity.address(release, office),
        "identifier": release.number,
        "genre": identity.GENRES[release.kind],
        "headline": sheet.title,
        "description": release.summary,
        "articleSection": identity.category(release),
        "articleBody": plain,
        "wordCount": count_words(plain),
        "inLanguage": identity.LANGUAGE,
        "dateCreated": identity.time(release.created),
        "datePublished": identity.published(release),
        "dateModified": identity.time(release.updated),
        "keywords": list(keywords(release)),
        "contentLocation": {"@type": "Place", "name": release.place} if release.place else None,
        "author": _organization(office.unit or office.institution, office, accounts=True),
        "publisher": _organization(office.institution or office.unit, office),
    }
    return {name: value for name, value in article.items() if value}


def _organization(name: str, office: Office, *, accounts: bool = False) -> dict[str, Any] | None:
    """The accounts are those of the office that writes."""
    if not name:
        return None
    found = {
        "@type": "GovernmentOrganization",
        "name": name,
        "url": identity.site_address(office),
        "sameAs": [address for address in addresses(office) if target(address)] if accounts else [],
    }
    return {key: value for key, value in found.items() if value}


def render(manuscript: Manuscript) -> bytes:
    """The description in UTF-8."""
    return text(manuscript.release, manuscript.office).encode()


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The very text."""
    return verbatim(text(release, office))


JSONLD = Outlet(
    name="jsonld",
    title=N_("For search engines (JSON-LD)"),
    suffix="jsonld",
    media_type="application/ld+json",
    render=render,
    text=text,
    preview=preview,
    for_people=False,
    order=43,
)
