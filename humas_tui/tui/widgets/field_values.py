"""Fields of a release as an officer types them: shown as one line of text, read back to values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from ...i18n import N_
from ...model import Contact, Office, Release
from ...text.clean import clean_line
from ...text.dates import parse_date, parse_moment

#: Between several contacts or credits on one line.
SEPARATOR: Final = " | "


class InvalidField(ValueError):
    """What was typed is no value of the field; the argument is a message id that says what is."""


@dataclass(frozen=True)
class Field:
    """A field: how it is called, what belongs there, its value as text and back.

    ``parse`` raises InvalidField. ``limit`` is the advised number of characters."""

    name: str
    label: str
    hint: str
    show: Callable[[Release, Office], str]
    parse: Callable[[str, Office], Any]
    limit: int = 0


def _text(name: str) -> Callable[[Release, Office], str]:
    return lambda release, office: clean_line(str(getattr(release, name)))


def _line(text: str, office: Office) -> str:
    return clean_line(text)


def _show_date(release: Release, office: Office) -> str:
    day = release.event_date
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def _parse_date(text: str, office: Office) -> Any:
    day = parse_date(text)
    if day is None and text.strip():
        raise InvalidField(N_("a date such as 18/11/2026"))
    return day


def _show_embargo(release: Release, office: Office) -> str:
    if release.embargo is None:
        return ""
    from zoneinfo import ZoneInfo

    moment = release.embargo.astimezone(ZoneInfo(office.time_zone))
    return f"{moment.day}/{moment.month}/{moment.year} {moment:%H.%M}"


def _parse_embargo(text: str, office: Office) -> Any:
    moment = parse_moment(text, office.time_zone)
    if moment is None and text.strip():
        raise InvalidField(N_("a date and time such as 1/12/2026 09.00"))
    return moment


def shown_contacts(contacts: Iterable[Contact]) -> str:
    """``name; role; phone; e-mail`` of each."""
    lines = ("; ".join((c.name, c.role, c.phone, c.email)).rstrip("; ") for c in contacts)
    return clean_line(SEPARATOR.join(lines))


def _show_contacts(release: Release, office: Office) -> str:
    return shown_contacts(release.contacts)


def contacts_of(text: str) -> tuple[Contact, ...]:
    """The people that a line names. Raises InvalidField."""
    contacts = []
    for entry in entries(text):
        parts = [part.strip() for part in entry.split(";")]
        if len(parts) > 4:
            raise InvalidField(N_("name; role; phone; e-mail – and | between two people"))
        contacts.append(Contact(**dict(zip(("name", "role", "phone", "email"), parts, strict=False))))
    return tuple(contacts)


def _parse_contacts(text: str, office: Office) -> tuple[Contact, ...]:
    return contacts_of(text)


def _show_credits(release: Release, office: Office) -> str:
    return clean_line(SEPARATOR.join(release.credits))


def _parse_credits(text: str, office: Office) -> tuple[str, ...]:
    return tuple(entries(text))


def shown_hashtags(tags: Iterable[str]) -> str:
    """The tags with their mark."""
    return clean_line(" ".join("#" + tag for tag in tags))


def _show_hashtags(release: Release, office: Office) -> str:
    return shown_hashtags(release.hashtags)


def _parse_hashtags(text: str, office: Office) -> tuple[str, ...]:
    return hashtags_of(text)


def hashtags_of(text: str) -> tuple[str, ...]:
    """The tags of a line, without their mark."""
    return tuple(tag for tag in (word.strip("#") for word in re.split(r"[\s,]+", clean_line(text))) if tag)


def entries(text: str) -> list[str]:
    """What a line holds between its separators."""
    return [entry for entry in (clean_line(part) for part in text.split("|")) if entry]


HEADLINE: Final = Field(
    "headline",
    N_("Headline"),
    N_("Headline: active, at most 12 words, no full stop"),
    _text("headline"),
    _line,
    80,
)
FIELDS: Final[tuple[Field, ...]] = (
    Field("summary", N_("Summary"), N_("One sentence, at most 160 characters"), _text("summary"), _line, 160),
    Field("place", N_("Place"), N_("Place of the event; opens the lead"), _text("place"), _line),
    Field("event_date", N_("Date"), N_("Day of the event, such as 18/11/2026"), _show_date, _parse_date),
    Field("key_message", N_("Message"), N_("Policy message, one sentence"), _text("key_message"), _line),
    Field("benefit", N_("Benefit"), N_("Who is helped, how, cost, deadline, place"), _text("benefit"), _line),
    Field("contacts", N_("Contacts"), N_("name; role; phone; e-mail"), _show_contacts, _parse_contacts),
    Field("credits", N_("Credits"), N_("Writer: … | Photographer: …"), _show_credits, _parse_credits),
    Field("hashtags", N_("Hashtags"), N_("at most five"), _show_hashtags, _parse_hashtags),
    Field("embargo", N_("Embargo"), N_("until, such as 1/12/2026 09.00"), _show_embargo, _parse_embargo),
)
