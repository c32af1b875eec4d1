"""The office that sends: what is printed around every release."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from ..i18n import N_
from .release import Contact


class Paper(StrEnum):
    """The sheet that a release is printed on: A4 (210 × 297 mm), or F4, also called Folio (215 × 330 mm)."""

    A4 = "a4"
    F4 = "f4"


class Font(StrEnum):
    """The letters of the page: Arial, or Times New Roman."""

    SANS = "sans"
    SERIF = "serif"


class HeadRule(StrEnum):
    """The line that closes the letterhead: a thin one over a thick one, a single one, or none."""

    DOUBLE = "double"
    SINGLE = "single"
    NONE = "none"


class NumberPlace(StrEnum):
    """Where the number is printed: in a line of its own below the label, on the line of the label (SIARAN PERS
    Nomor: …), on that of the release time, or at the end, before the end mark."""

    BELOW = "below"
    LABEL = "label"
    TIME = "time"
    END = "end"


#: What each value is called on the screen (message ids).
PAPERS: Final[dict[Paper, str]] = {
    Paper.A4: N_("A4, 210 × 297 mm"),
    Paper.F4: N_("F4 (Folio), 215 × 330 mm"),
}
FONTS: Final[dict[Font, str]] = {
    Font.SANS: N_("Arial, without serifs"),
    Font.SERIF: N_("Times New Roman, with serifs"),
}
HEAD_RULES: Final[dict[HeadRule, str]] = {
    HeadRule.DOUBLE: N_("double: thin and thick"),
    HeadRule.SINGLE: N_("single"),
    HeadRule.NONE: N_("none"),
}
NUMBER_PLACES: Final[dict[NumberPlace, str]] = {
    NumberPlace.BELOW: N_("below the label"),
    NumberPlace.LABEL: N_("beside the label"),
    NumberPlace.TIME: N_("beside the release time"),
    NumberPlace.END: N_("at the end, before the end mark"),
}


class Office(Struct, frozen=True, kw_only=True):
    """The profile of the sending office, as the settings hold it.

    ``separator`` stands between the dateline and the lead; ``dateline_note`` is printed in brackets behind
    the place (``CISARUA (HUMAS) – ``); ``logo`` is the path of a PNG or JPEG picture, ``letterhead`` that of
    a Word document (DOCX) in which releases are written instead of under our own letterhead; ``time_zone`` is an
    IANA name: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). ``boilerplate`` is the
    closing "Tentang …" text, at most 100 words advised. ``lines`` are printed below the unit as they stand; where
    there are none, address and what reaches the office are. ``accounts`` gives the handle (``@diskominfo``) or the
    address by the name of the service: ``instagram``, ``x``.
    """

    institution: str = ""
    unit: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""
    site: str = ""
    email: str = ""
    logo: str = ""
    letterhead: str = ""
    lines: tuple[str, ...] = ()
    rule: HeadRule = HeadRule.DOUBLE
    paper: Paper = Paper.A4
    font: Font = Font.SANS
    number_place: NumberPlace = NumberPlace.BELOW
    separator: str = " – "
    dateline_note: str = ""
    end_mark: str = "***"
    time_zone: str = "Asia/Jakarta"
    boilerplate: str = ""
    contacts: tuple[Contact, ...] = ()
    hashtags: tuple[str, ...] = ()
    accounts: dict[str, str] = {}
