"""Plain text: what a journalist pastes from a mail or a file. Paragraphs are single lines.

A hard line end inside a paragraph is the commonest complaint about pasted releases, so none is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from ..i18n import N_
from ..model import Office, Release
from ..text import blocks as b
from .outlet import Manuscript, Outlet, Passage, verbatim
from .sheet import CONTACTS_TITLE, Sheet, caption, compose


def text(release: Release, office: Office) -> str:
    """The whole release as plain text, parts parted by a blank line, with one line feed at the end."""
    return sheet_text(compose(release, office))


def sheet_text(sheet: Sheet) -> str:
    """A sheet as plain text, parts parted by a blank line, with one line feed at the end."""
    head = "\n".join(part for part in (sheet.institution, sheet.unit, *sheet.letterhead) if part)
    label = "\n".join(part for part in (sheet.label, sheet.number, sheet.release_time) if part)
    parts = [head, label, sheet.headline, sheet.summary, *body_parts(sheet.body), *closing_parts(sheet)]
    return "\n\n".join(part for part in parts if part) + "\n"


def body_parts(blocks: Sequence[b.Block]) -> list[str]:
    """Blocks as paragraphs of plain text; a list is one part."""
    parts = []
    for block in blocks:
        if isinstance(block, b.Paragraph | b.Heading):
            parts.append(inline_text(block.children))
        elif isinstance(block, b.Quotation):
            parts.append("\n".join("> " + line for line in "\n\n".join(body_parts(block.blocks)).split("\n")))
        elif isinstance(block, b.Listing):
            parts.append("\n".join(_item(block, number) for number in range(len(block.items))))
        elif isinstance(block, b.Verbatim):
            parts.append(block.text)
        else:
            parts.append("* * *")
    return parts


def inline_text(children: Sequence[b.Inline]) -> str:
    """Inlines as plain text, with the address behind a link unless the text is the address."""
    parts = []
    for child in children:
        if isinstance(child, b.Link):
            shown, address = inline_text(child.children), link_address(child)
            parts.append(f"{shown} ({address})" if shown and address else shown or address)
        elif isinstance(child, b.Styled):
            parts.append(inline_text(child.children))
        elif isinstance(child, b.Break):
            parts.append("\n")
        else:
            parts.append(child.text)
    return "".join(parts)


def link_address(link: b.Link) -> str:
    """The address to print behind the words of a link; empty where the words are the address already."""
    address = link.url.removeprefix("mailto:")
    return "" if inline_text(link.children) in (address, link.url, unquote(address)) else address


def closing_parts(sheet: Sheet) -> list[str]:
    """What follows the body in a text: photos, boilerplate, contacts, credits, end mark."""
    about = f"{sheet.boilerplate_title}\n{sheet.boilerplate}" if sheet.boilerplate else ""
    contacts = "\n".join((f"{CONTACTS_TITLE}:", *sheet.contacts)) if sheet.contacts else ""
    return [*photo_lines(sheet), about, contacts, "\n".join(sheet.credits), sheet.end_mark]


def photo_lines(sheet: Sheet) -> list[str]:
    """A line for each photo, which a text cannot show: ``Foto: Petani menurunkan gabah. (Foto: Dimas)``."""
    return [f"Foto: {caption(photo) or photo.file}" for photo in sheet.photos]


def _item(listing: b.Listing, number: int) -> str:
    marker = "- " if listing.start is None else f"{listing.start + number}. "
    lines = "\n".join(body_parts(listing.items[number])).split("\n")
    return marker + ("\n" + " " * len(marker)).join(lines)


def render(manuscript: Manuscript) -> bytes:
    """The text in UTF-8."""
    return text(manuscript.release, manuscript.office).encode()


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The very text."""
    return verbatim(text(release, office))


TXT = Outlet(
    name="txt",
    title=N_("Plain text"),
    suffix="txt",
    media_type="text/plain",
    render=render,
    text=text,
    preview=preview,
    order=20,
)
