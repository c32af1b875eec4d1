"""WhatsApp: the release as one message for the group of journalists.

Compact: no letterhead, no boilerplate, no captions; the photos are sent beside it. The end mark stays, since
a long message is folded, and one that was cut short must be noticed.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..i18n import N_
from ..model import Basis, Office, Release
from ..text import blocks as b
from .account import account
from .sheet import CONTACTS_TITLE, Sheet, compose
from .whatsapp_marks import fenced, lines, plain_lines

RULE = "———"  # hyphens and asterisks could be taken for a list


def text(release: Release, office: Office) -> str:
    """The message, its parts parted by a blank line, without a line feed at the end."""
    sheet = compose(release, office)
    parts = [
        _head(sheet, under_embargo=release.embargo is not None),
        _plain(sheet.headline, "strong"),
        _plain(sheet.summary, "emphasis"),
        *("\n".join(block_lines(block)) for block in sheet.body),
        "\n".join((*plain_lines(CONTACTS_TITLE, "strong"), *_each(sheet.contacts))) if sheet.contacts else "",
        "\n".join(_each(sheet.credits)),
        _plain(" ".join(sheet.hashtags)),
        _plain(sheet.end_mark),
    ]
    return "\n\n".join(part for part in parts if part.strip())


def block_lines(block: b.Block, depth: int = 0) -> list[str]:
    """A block as lines of a message. ``depth`` counts the lists and quotations around it: WhatsApp nests none
    of its own, so inner ones are drawn with characters."""
    if isinstance(block, b.Paragraph):
        return lines(block.children)
    if isinstance(block, b.Heading):
        return lines(block.children, "strong")
    if isinstance(block, b.Quotation):
        inside = [line for inner in block.blocks for line in block_lines(inner, depth + 1)]
        return ["> " + line.removeprefix("> ") for line in inside if line.strip()]
    if isinstance(block, b.Listing):
        return [line for number in range(len(block.items)) for line in _item(block, number, depth)]
    if isinstance(block, b.Verbatim):
        if depth:
            return [fenced(line) for line in block.text.split("\n") if line.strip()]
        return fenced(block.text).split("\n") if block.text.strip() else []
    return [RULE]


def _item(listing: b.Listing, number: int, depth: int) -> list[str]:
    inside = [line for block in listing.items[number] for line in block_lines(block, depth + 1)]
    if not inside:
        return []
    if listing.start is None:
        marker = "– " if depth else "- "
    else:
        marker = f"{listing.start + number}) " if depth else f"{listing.start + number}. "
    first, *others = (line.removeprefix("> ") for line in inside)
    return [marker + first, *("  " + line for line in others)]


def _head(sheet: Sheet, under_embargo: bool) -> str:
    sender = " · ".join(part for part in (sheet.institution, sheet.unit) if part)
    embargo = _plain(sheet.release_time, "strong") if under_embargo else ""
    parts = (_plain(sheet.label, "strong"), _plain(sender), _plain(sheet.number), embargo)
    return "\n".join(part for part in parts if part)


def _plain(line: str, style: str = "") -> str:
    return "\n".join(plain_lines(line, style))


def _each(fields: Sequence[str]) -> list[str]:
    return [_plain(field) for field in fields]


WHATSAPP = account("whatsapp", N_("WhatsApp"), text, order=10, reads=Basis.__struct_fields__, tells_embargo=True)
