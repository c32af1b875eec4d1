"""A release to be pasted with its formatting, and the same in plain text for programs that take none.

Both say what the web page says, but for the letterhead: it belongs to the sheet of paper, and what this is pasted
into, a letter or a mail, has its own or needs none. Photos are named by their captions, as in a mail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Office, Release
from .html_fragment import fill, fragment, line
from .page import outline
from .sheet import CONTACTS_TITLE, compose
from .txt import photo_lines, sheet_text


@dataclass(frozen=True)
class Formatted:
    """A fragment of HTML and its plain text."""

    html: str
    text: str


def formatted(release: Release, office: Office) -> Formatted:
    """The release as elements without classes or styles, every character of it escaped; and as plain text."""
    sheet = replace(compose(release, office), institution="", unit="", letterhead=(), logo="")
    html = fill(
        "formatted.html.j2",
        sheet=sheet,
        under_embargo=release.embargo is not None,
        body=fragment(outline(sheet.body)),
        captions=photo_lines(sheet),
        contacts_title=CONTACTS_TITLE,
        following=line(sheet.following),
    )
    return Formatted(html.strip(), sheet_text(sheet))
