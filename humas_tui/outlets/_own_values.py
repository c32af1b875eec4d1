"""What a template of a user works with: names and plain values, as ``docs/own-outlets.md`` lists them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ..model import Office, Release
from ..text import dates
from .html_fragment import fragment
from .page import author, outline
from .sheet import caption, compose, contact_line
from .story import story
from .txt import body_parts


def values(release: Release, office: Office) -> dict[str, Any]:
    """Texts, lists of texts, and tables of texts: nothing that has a method of ours."""
    sheet = compose(release, office)
    told = story(release, office)
    paragraphs = body_parts(sheet.body)
    return {
        "institution": sheet.institution,
        "unit": sheet.unit,
        "author": author(sheet),
        "city": office.city,
        "address": office.address,
        "phone": office.phone,
        "site": office.site,
        "email": office.email,
        "letterhead": list(sheet.letterhead),
        "id": release.id,
        "kind": release.kind.value,
        "status": release.status.value,
        "category": release.category.value,
        "label": sheet.label,
        "number": release.number or "",
        "release_time": sheet.release_time,
        "headline": sheet.headline,
        "title": sheet.title,
        "summary": sheet.summary,
        "place": release.place,
        "date": day(release.event_date or release.created.date()),
        "embargo": moment(release.embargo, office) if release.embargo else None,
        "created": moment(release.created, office),
        "updated": moment(release.updated, office),
        "body": "\n\n".join(paragraphs),
        "paragraphs": paragraphs,
        "body_markdown": release.body,
        "body_html": fragment(outline(sheet.body)),
        "key_message": release.key_message,
        "benefit": release.benefit,
        "quote": told.quote,
        "photos": [
            {"file": one.file, "caption": caption(one), "alt": one.alt or one.caption} for one in sheet.photos
        ],
        "boilerplate_title": sheet.boilerplate_title,
        "boilerplate": sheet.boilerplate,
        "contacts": [
            {"name": one.name, "role": one.role, "phone": one.phone, "email": one.email, "line": contact_line(one)}
            for one in release.contacts or office.contacts
        ],
        "credits": list(sheet.credits),
        "hashtags": list(sheet.hashtags),
        "tags": list(release.tags),
        "end_mark": sheet.end_mark,
    }


def day(found: date) -> dict[str, str]:
    """A day in the forms that are asked for."""
    return {
        "iso": found.isoformat(),
        "long": dates.long_date(found),
        "short": dates.short_date(found),
        "numbers": f"{found.day}/{found.month}/{found.year}",
        "weekday": dates.weekday(found),
    }


def moment(found: datetime, office: Office) -> dict[str, str]:
    """A time as the clocks of the office show it: its day, and the whole of it."""
    local = found.astimezone(ZoneInfo(office.time_zone))
    return day(local.date()) | {
        "iso": local.isoformat(timespec="seconds"),
        "long": dates.date_and_time(found, office.time_zone),
    }
