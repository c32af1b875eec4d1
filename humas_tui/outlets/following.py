"""Where the office can be followed: its accounts as one line, each a link where its address is known.

The addresses are those that the services themselves give a profile (their help pages, read 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import Office
from ..text import blocks as b
from ..text.clean import clean_line

OPENING: Final = "Ikuti kami: "
BETWEEN: Final = " · "
#: Name in the settings: as it is printed, and the address with the handle (without its mark) put in. A channel of
#: WhatsApp has no handle: its address is given.
SERVICES: Final[dict[str, tuple[str, str]]] = {
    "instagram": ("Instagram", "https://www.instagram.com/{}/"),
    "facebook": ("Facebook", "https://www.facebook.com/{}"),
    "x": ("X", "https://x.com/{}"),
    "threads": ("Threads", "https://www.threads.com/@{}"),
    "tiktok": ("TikTok", "https://www.tiktok.com/@{}"),
    "youtube": ("YouTube", "https://www.youtube.com/@{}"),
    "telegram": ("Telegram", "https://t.me/{}"),
    "whatsapp": ("WhatsApp", ""),
}
_HANDLE: Final = re.compile(r"@?([\w.-]{1,100})", re.ASCII)
_SCHEME: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def following(office: Office) -> tuple[b.Inline, ...]:
    """``Ikuti kami: Instagram @diskominfo · X @diskominfo``; nothing where the office has no account."""
    found: list[b.Inline] = []
    for name, handle in _accounts(office):
        found.append(b.Text(f"{BETWEEN if found else OPENING}{name} "))
        address, shown = address_of(name, handle), _SCHEME.sub("", handle).rstrip("/")
        found.append(b.Link(address, (b.Text(shown),)) if address else b.Text(shown))
    return tuple(found)


def addresses(office: Office) -> tuple[str, ...]:
    """The addresses of the accounts, as far as they are known."""
    return tuple(filter(None, (address_of(*account) for account in _accounts(office))))


def address_of(name: str, handle: str) -> str:
    """Where that account is found: an address that is given as it is (an outlet follows none that is unsound);
    nothing for a service that is not known and for what is no handle."""
    if _SCHEME.match(handle):
        return handle
    form = SERVICES.get(name.lower(), ("", ""))[1]
    match = _HANDLE.fullmatch(handle)
    return form.format(match[1]) if form and match else ""


def _accounts(office: Office) -> Iterator[tuple[str, str]]:
    """The name of each service as it is printed, and what the office is called there: the services that are known
    first, in their order; then the others."""
    written = {name.strip().lower(): (name, handle) for name, handle in office.accounts.items()}
    for key in dict.fromkeys((*SERVICES, *written)):
        name, handle = written.get(key, ("", ""))
        if handle := clean_line(handle):
            yield SERVICES.get(key, (clean_line(name), ""))[0], handle
