"""The release as it is printed: every part in print order, composed once for all outlets.

The order and the wording follow the practice of Indonesian government releases; there is no national form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..model import Contact, HeadRule, Kind, NumberPlace, Office, Photo, Release
from ..text import blocks as b
from ..text.dates import date_and_time
from .following import following
from .outlet import Passage, Run, remembered

LABELS: Final[dict[Kind, str]] = {
    Kind.SIARAN_PERS: "SIARAN PERS",
    Kind.KETERANGAN_PERS: "KETERANGAN PERS",
    Kind.KLARIFIKASI: "KLARIFIKASI",
    Kind.UNDANGAN_LIPUTAN: "UNDANGAN LIPUTAN",
    Kind.RALAT: "RALAT SIARAN PERS",
    Kind.PENARIKAN: "PENARIKAN SIARAN PERS",
}
CONTACTS_TITLE: Final = "Narahubung"


@dataclass(frozen=True)
class Sheet:
    """The parts of a release in print order; an empty part is not printed.

    ``letterhead`` holds the lines under institution and unit. ``body`` has the dateline in its first
    paragraph. ``boilerplate_title`` is ``Tentang …``. ``hashtags`` carry their mark. ``following`` names the
    accounts of the office. Where the number stands is for ``number_place`` to say: what is printed are the lines
    ``label_line``, ``number_line``, ``time_line`` and ``closing_number``.
    """

    institution: str
    unit: str
    letterhead: tuple[str, ...]
    logo: str
    label: str
    number: str
    release_time: str
    headline: str
    summary: str
    body: tuple[b.Block, ...]
    photos: tuple[Photo, ...]
    boilerplate_title: str
    boilerplate: str
    contacts: tuple[str, ...]
    credits: tuple[str, ...]
    hashtags: tuple[str, ...]
    end_mark: str
    following: tuple[b.Inline, ...] = ()
    number_place: NumberPlace = NumberPlace.BELOW

    @property
    def label_line(self) -> str:
        """The label, with the number where that stands beside it."""
        return _joined(" ", self.label, self._number_at(NumberPlace.LABEL))

    @property
    def number_line(self) -> str:
        """The number where it has a line of its own below the label."""
        return self._number_at(NumberPlace.BELOW)

    @property
    def time_line(self) -> str:
        """The time of release, behind the number where that stands beside it."""
        return _joined(" · ", self._number_at(NumberPlace.TIME), self.release_time)

    @property
    def closing_number(self) -> str:
        """The number where it stands before the end mark."""
        return self._number_at(NumberPlace.END)

    def _number_at(self, place: NumberPlace) -> str:
        return self.number if self.number_place is place else ""

    @property
    def opening(self) -> tuple[b.Block, ...]:
        """The body up to the end of its first paragraph: the photos are printed behind it."""
        for index, block in enumerate(self.body):
            if isinstance(block, b.Paragraph):
                return self.body[: index + 1]
        return ()

    @property
    def continuation(self) -> tuple[b.Block, ...]:
        """The body behind the opening."""
        return self.body[len(self.opening) :]

    @property
    def title(self) -> str:
        """What a document is called in its properties: the headline, or the label where there is none."""
        return self.headline or self.label


@remembered
def compose(release: Release, office: Office) -> Sheet:
    """The sheet of a release as the office prints it."""
    return Sheet(
        institution=office.institution,
        unit=office.unit,
        letterhead=_letterhead(office),
        logo=office.logo,
        label=LABELS[release.kind],
        number=f"Nomor: {release.number}" if release.number else "",
        release_time=_release_time(release, office),
        headline=release.headline,
        summary=release.summary,
        body=_with_dateline(b.parse(release.body), release, office),
        photos=release.photos,
        boilerplate_title=f"Tentang {office.unit or office.institution}" if office.boilerplate else "",
        boilerplate=office.boilerplate,
        contacts=tuple(contact_line(contact) for contact in release.contacts or office.contacts),
        credits=release.credits,
        hashtags=tuple("#" + tag.lstrip("#") for tag in release.hashtags or office.hashtags),
        end_mark=office.end_mark,
        following=following(office),
        number_place=office.number_place,
    )


def contact_line(contact: Contact) -> str:
    """``Rina Astuti, Kepala Subbagian Humas – 0812-0000-0101 – humas@kota.example``."""
    who = ", ".join(part for part in (contact.name, contact.role) if part)
    return " – ".join(part for part in (who, contact.phone, contact.email) if part)


def caption(photo: Photo) -> str:
    """``Petani menurunkan gabah. (Foto: Dimas Prakoso)``."""
    by = f"(Foto: {photo.photographer})" if photo.photographer else ""
    return " ".join(part for part in (photo.caption, by) if part)


def page_preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The printed page as passages: what docx, pdf and html show, part for part."""
    sheet = compose(release, office)
    return (
        *_plain(sheet.institution, "letterhead"),
        *_plain(sheet.unit, "unit"),
        *(passage for line in sheet.letterhead for passage in _plain(line, "small")),
        *_head_rule(office),
        *below_letterhead(sheet),
    )


def below_letterhead(sheet: Sheet) -> tuple[Passage, ...]:
    """The printed page without its letterhead."""
    passages = [
        *_plain(sheet.label_line, "label"),
        *_plain(sheet.number_line, "number"),
        *_plain(sheet.time_line, "number"),
        Passage(()),
        *_plain(sheet.headline, "headline"),
        *_plain(sheet.summary, "summary"),
        Passage(()),
    ]
    passages += block_passages(sheet.opening)
    passages += [passage for photo in sheet.photos for passage in _picture(photo)]
    passages += block_passages(sheet.continuation)
    if sheet.boilerplate:
        passages += [*_plain(sheet.boilerplate_title, "heading"), *_plain(sheet.boilerplate, "body"), Passage(())]
    if sheet.contacts:
        passages += [*_plain(CONTACTS_TITLE, "heading")]
        passages += [passage for line in sheet.contacts for passage in _plain(line, "body")]
        passages.append(Passage(()))
    if sheet.following:
        passages += [Passage(runs(sheet.following)), Passage(())]
    passages += [passage for line in sheet.credits for passage in _plain(line, "body")]
    return (*passages, *_plain(sheet.closing_number, "mark"), *_plain(sheet.end_mark, "mark"))


def block_passages(blocks: Sequence[b.Block], indent: int = 0, role: str = "body") -> tuple[Passage, ...]:
    """Blocks as passages of a preview, an empty passage behind each block."""
    passages: list[Passage] = []
    for block in blocks:
        if isinstance(block, b.Paragraph):
            passages.append(Passage(runs(block.children), role, indent=indent))
        elif isinstance(block, b.Heading):
            passages.append(Passage(runs(block.children), "heading", indent=indent))
        elif isinstance(block, b.Quotation):
            passages += block_passages(block.blocks, indent + 2, "quote")[:-1]
        elif isinstance(block, b.Listing):
            passages += _items(block, indent)
        elif isinstance(block, b.Verbatim):
            passages += [Passage((Run(line, "code"),), role, indent=indent) for line in block.text.split("\n")]
        else:
            passages.append(Passage((), "rule"))
        passages.append(Passage(()))
    return tuple(passages)


def runs(children: Sequence[b.Inline], style: str = "") -> tuple[Run, ...]:
    """Inlines as runs; of nested styles the inner one shows."""
    found: list[Run] = []
    for child in children:
        if isinstance(child, b.Text):
            found.append(Run(child.text, style))
        elif isinstance(child, b.Code):
            found.append(Run(child.text, "code"))
        elif isinstance(child, b.Break):
            found.append(Run("\n", style))
        else:
            found += runs(child.children, child.style if isinstance(child, b.Styled) else "link")
    return tuple(found)


def _items(listing: b.Listing, indent: int) -> list[Passage]:
    passages: list[Passage] = []
    for number, item in enumerate(listing.items):
        marker = "• " if listing.start is None else f"{listing.start + number}. "
        inside = list(block_passages(item, indent + len(marker), "item")[:-1]) or [Passage((), "item")]
        passages += [replace(inside[0], marker=marker), *inside[1:]]
    return passages


def _plain(text: str, role: str) -> tuple[Passage, ...]:
    return (Passage((Run(text),), role),) if text else ()


def _head_rule(office: Office) -> tuple[Passage, ...]:
    """The line below the letterhead, with the sign that it is drawn of."""
    sign = {HeadRule.DOUBLE: "═", HeadRule.SINGLE: "─"}.get(office.rule)
    return (Passage((Run(sign),), "rule"),) if sign else ()


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _picture(photo: Photo) -> tuple[Passage, ...]:
    shown = Passage((Run(photo.file),), "picture")
    return (shown, *_plain(caption(photo), "caption"), Passage(()))


def _letterhead(office: Office) -> tuple[str, ...]:
    reach = _joined(" · ", f"Telp. {office.phone}" if office.phone else "", office.site, office.email)
    return tuple(line for line in (office.lines or (office.address, reach)) if line.strip())


def _release_time(release: Release, office: Office) -> str:
    if release.embargo is not None:
        return f"EMBARGO sampai {date_and_time(release.embargo, office.time_zone)}"
    return "" if release.kind is Kind.UNDANGAN_LIPUTAN else "Untuk disiarkan segera"


def _with_dateline(body: tuple[b.Block, ...], release: Release, office: Office) -> tuple[b.Block, ...]:
    """The body with ``SUKAMAJU – `` opening its first paragraph, unless the text opens with it already."""
    place = release.place.strip().upper()
    for index, block in enumerate(body):
        if not isinstance(block, b.Paragraph):
            continue
        typed = rf"\s*{re.escape(place)}\s*(\([^)]*\)\s*)?[,–—-]"
        if not place or re.match(typed, b.plain(block.children), re.IGNORECASE):
            return body
        note = f" ({office.dateline_note})" if office.dateline_note else ""
        dateline = (b.Styled("strong", (b.Text(place + note),)), b.Text(office.separator))
        return (*body[:index], b.Paragraph((*dateline, *block.children)), *body[index + 1 :])
    return body
