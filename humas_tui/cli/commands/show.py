"""``humas-tui show``: one release."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from ...i18n import N_, _
from ..command import Argument, Command
from ..output import one_line, put_json, put_text, to_terminal
from ..session import Session

if TYPE_CHECKING:
    from ...model import Contact, OwnText, Photo, Release

ID = Argument("ID", N_("the release: its ID, four characters of it at least, or “latest”"))


def run(session: Session, words: Namespace) -> int:
    """Print the release: its fields a line each, then its body; or as a JSON object."""
    release = session.shelf.named(words.id)
    if words.json:
        from ...model import to_document

        put_json(to_document(release))
    elif to_terminal():
        _print_styled(labelled(release), release.body)
    else:
        head = "\n".join(f"{label}: {value}" for label, value in labelled(release))
        put_text("\n\n".join(filter(None, (head, release.body))))
    return 0


def labelled(release: Release) -> list[tuple[str, str]]:
    """Label and value of every field but the body that is filled; values stand on one line, made safe."""
    from ...model import CATEGORIES, KINDS, STATUSES, TONES

    fields = [
        (_("ID"), release.id),
        (_("Headline"), release.headline),
        (_("Summary"), release.summary),
        (_("Kind"), _(KINDS[release.kind])),
        (_("Status"), _(STATUSES[release.status])),
        (_("Category"), _(CATEGORIES[release.category])),
        (_("Number"), release.number or ""),
        (_("Place"), release.place),
        (_("Date of the event"), release.event_date.isoformat() if release.event_date else ""),
        (_("Embargo until"), _moment(release.embargo)),
        (_("Policy message"), release.key_message),
        (_("Benefit for citizens"), release.benefit),
        (_("Tone"), ", ".join(_(TONES[tone]) for tone in release.tones)),
        *((_("Contact"), _contact(contact)) for contact in release.contacts),
        *((_("Credit"), credit) for credit in release.credits),
        *((_("Photo"), _photo(photo)) for photo in release.photos),
        (_("Hashtags"), " ".join(f"#{hashtag}" for hashtag in release.hashtags)),
        (_("Tags"), ", ".join(release.tags)),
        *((_("Own text"), _own_text(own, release)) for own in release.texts),
        (_("Created"), _moment(release.created)),
        (_("Updated"), _moment(release.updated)),
        (_("Revision"), str(release.revision)),
    ]
    return [(label, one_line(value)) for label, value in fields if value]


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(sep=" ", timespec="minutes") if moment else ""


def _contact(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.name, contact.role, contact.phone, contact.email)))


def _own_text(own: OwnText, release: Release) -> str:
    told = _("{outlet}; the release has changed since") if own.changed(release) else "{outlet}"
    return told.format(outlet=own.outlet)


def _photo(photo: Photo) -> str:
    from ...model import SUBJECTS

    told = [photo.caption] if photo.caption else []
    if photo.shows:
        whom = ", ".join(_(SUBJECTS[subject]) for subject in photo.shows)
        told.append(
            _("shows {whom}; permission: {consent}").format(whom=whom, consent=photo.consent)
            if not photo.unpermitted
            else _("shows {whom} without permission").format(whom=whom)
        )
    return f"{photo.file} ({'; '.join(told)})" if told else photo.file


def _print_styled(fields: list[tuple[str, str]], body: str) -> None:
    """Print with bold labels, broken between words at the width of the terminal."""
    from rich.console import Console
    from rich.text import Text

    from ...text.clean import clean

    console = Console(markup=False, highlight=False, emoji=False)
    for label, value in fields:
        console.print(Text.assemble((f"{label}: ", "bold"), value))
    if body:
        console.print(Text("\n" + clean(body).rstrip("\n")))


SHOW = Command(
    name="show",
    help=N_("show one release"),
    run=run,
    order=20,
    arguments=(ID, Argument("--json", N_("as a JSON object"))),
)
