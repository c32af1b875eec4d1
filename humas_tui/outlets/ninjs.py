"""ninjs 3.1: a release for the systems of newsrooms, as JSON (IPTC, approved at the Spring Meeting 2025).

Nothing is in it that the standard does not name: the schema refuses further fields. The number is an alternative
identifier; photos are associated items without an address, for they are handed over beside it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from ..i18n import N_
from ..model import Contact, Office, Photo, Release
from ..text import blocks as b
from ..text.count import count_words
from . import identity
from .html_fragment import fragment
from .outlet import Manuscript, Outlet, Passage, file_stem, verbatim
from .page import keywords, outline
from .sheet import compose

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"


def text(release: Release, office: Office) -> str:
    """The item as JSON, with one line feed at the end."""
    return json.dumps(_item(release, office), ensure_ascii=False, indent=2) + "\n"


def _item(release: Release, office: Office) -> dict[str, Any]:
    sheet = compose(release, office)
    return _filled(
        {
            "uri": identity.address(release, office),
            "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
            "type": "text",
            "representationType": "full",
            "version": str(release.revision),
            "firstCreated": identity.time(release.created),
            "versionCreated": identity.time(release.updated),
            "contentCreated": identity.time(release.created),
            "embargoedUntil": identity.time(release.embargo) if release.embargo else "",
            "pubStatus": "usable" if release.status in identity.USABLE else "withheld",
            "copyrightHolder": office.institution,
            "edNote": sheet.release_time,
            "language": identity.LANGUAGE,
            "title": sheet.title,
            "slugline": file_stem(release),
            "by": "; ".join(release.credits),
            "located": release.place,
            "headlines": _texts({"main": release.headline}),
            "descriptions": _texts(
                {"summary": release.summary, "message": release.key_message, "benefit": release.benefit}
            ),
            "bodies": _bodies(sheet.body),
            "people": [_contact(contact) for contact in release.contacts or office.contacts],
            "organisations": _named("issuer", office.institution) + _named("unit", office.unit),
            "places": _named("event", release.place),
            "subjects": _named("category", identity.category(release))
            + [{"name": word, "rel": "keyword"} for word in keywords(release)],
            "genres": [{"name": identity.GENRES[release.kind]}],
            "altIds": [{"role": "number", "value": release.number}] if release.number else [],
            "associations": [
                _photo(photo, number, release, office) for number, photo in enumerate(release.photos, 1)
            ],
        }
    )


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in item.items() if value}


def _texts(values: dict[str, str]) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in values.items() if value]


def _named(relation: str, name: str) -> list[dict[str, str]]:
    return [{"name": name, "rel": relation}] if name else []


def _bodies(body: tuple[b.Block, ...]) -> list[dict[str, Any]]:
    """The text twice: plain, and as HTML."""
    plain = b.plain_text(body)
    counted = {"charCount": len(plain), "wordCount": count_words(plain)}
    return [
        {"role": "main", "contentType": "text/plain", **counted, "value": plain},
        {"role": "main", "contentType": "text/html", **counted, "value": fragment(outline(body))},
    ]


def _contact(contact: Contact) -> dict[str, Any]:
    ways = {"phone": contact.phone, "email": contact.email}
    reached = [
        _filled({"type": kind, "role": contact.role, "value": value}) for kind, value in ways.items() if value
    ]
    return _filled({"name": contact.name or contact.role, "rel": "contact", "contactInfo": reached})


def _photo(photo: Photo, number: int, release: Release, office: Office) -> dict[str, Any]:
    return _filled(
        {
            "name": f"photo-{number}",
            "rel": "photo",
            "uri": f"{identity.address(release, office)}/foto/{number}",
            "type": "picture",
            "by": photo.photographer,
            "descriptions": _texts({"caption": photo.caption, "alt": photo.alt}),
            "altIds": [{"role": "file", "value": photo.file}],
        }
    )


def render(manuscript: Manuscript) -> bytes:
    """The item in UTF-8."""
    return text(manuscript.release, manuscript.office).encode()


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The very text."""
    return verbatim(text(release, office))


NINJS = Outlet(
    name="ninjs",
    title=N_("News item (ninjs)"),
    suffix="ninjs.json",
    media_type="application/json",
    render=render,
    text=text,
    preview=preview,
    for_people=False,
    order=40,
)
