"""A short mail as an address: ``mailto:?subject=…&body=…`` (RFC 6068), opened as a new message by a mail program.

It has no formatting and no attachments, and programs cut or refuse long ones: some 2,000 characters are what all
of them pass on (Internet Explorer took 2,083, Chrome about 2,000), so nothing longer is made. What does not fit
goes as the e-mail draft (``eml``). The address line is the officer's, as there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from ..i18n import _
from ..model import Office, Release
from ..text.clean import clean_line
from .sheet import CONTACTS_TITLE, Sheet, compose
from .story import one_line
from .txt import sheet_text

LONGEST: Final = 2_000  # characters of the address, encoded


@dataclass(frozen=True)
class Note:
    """The address, and whether the whole text is in it or only the short one."""

    address: str
    whole: bool

    @property
    def told(self) -> str:
        """What to tell who had a mail program called with it, in the language in use."""
        if self.whole:
            return _("The mail program was called with the whole text, without formatting and photos.")
        return _(
            "The mail program was called with headline, summary, message and contacts; the whole text is too long "
            "for that, and the e-mail draft (eml) has it."
        )


def note(release: Release, office: Office) -> Note | None:
    """A mail of the whole text, if an address can hold it; else of headline, summary, message and contacts, with
    what the release is and when it may be published. None where that is too long, too."""
    sheet = replace(compose(release, office), letterhead=())
    for body, whole in ((sheet_text(sheet), True), (_short(sheet, release), False)):
        made = address(clean_line(sheet.title), body)
        if len(made) <= LONGEST:
            return Note(made, whole)
    return None


def address(subject: str, body: str) -> str:
    """The address of a message to nobody yet, of any length. Lines end as in mail (RFC 6068, 5: ``%0D%0A``)."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:?subject={_encoded(subject)}&body={_encoded(lines)}"


def _encoded(text: str) -> str:
    """Everything but the unreserved characters as bytes of UTF-8; a plus sign too, which some read as a space."""
    return quote(text, safe="", errors="replace")


def _short(sheet: Sheet, release: Release) -> str:
    """What makes an editor call back."""
    message = one_line(release.key_message)
    parts = (
        (sheet.institution, sheet.unit),
        (sheet.label, sheet.number, sheet.release_time),
        (sheet.headline,),
        (sheet.summary,),
        (message if message != one_line(sheet.summary) else "",),
        (f"{CONTACTS_TITLE}:", *sheet.contacts) if sheet.contacts else (),
    )
    told = ("\n".join(line for line in part if line) for part in parts)
    return "\n\n".join(part for part in told if part) + "\n"
