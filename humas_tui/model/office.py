"""The office that sends: what is printed around every release."""

from __future__ import annotations

from msgspec import Struct

from .release import Contact


class Office(Struct, frozen=True, kw_only=True):
    """The profile of the sending office, as the settings hold it.

    ``separator`` stands between the dateline and the lead; ``dateline_note`` is printed in brackets behind
    the place (``CISARUA (HUMAS) – ``); ``logo`` is the path of a PNG or JPEG picture; ``time_zone`` is an
    IANA name: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). ``boilerplate`` is the
    closing "Tentang …" text, at most 100 words advised.
    """

    institution: str = ""
    unit: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""
    site: str = ""
    email: str = ""
    logo: str = ""
    separator: str = " – "
    dateline_note: str = ""
    end_mark: str = "***"
    time_zone: str = "Asia/Jakarta"
    boilerplate: str = ""
    contacts: tuple[Contact, ...] = ()
    hashtags: tuple[str, ...] = ()
