"""Identifiers of releases: sorted by time of creation, and short to type.

Nine characters count milliseconds since 2020 in Crockford's base 32 (crockford.com/base32.html, lower
case), four are random. The time stands first, so the identifiers sort by it; and because its first four
characters change every nine hours, four are mostly enough to name a release on the command line.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Final

ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)
TIME_LENGTH: Final = 9
LENGTH: Final = 13


def new_identifier(now: datetime) -> str:
    """An identifier for something made at ``now``: 13 characters of ``ALPHABET``."""
    milliseconds = max(0, int((now - EPOCH).total_seconds() * 1000))
    return _encode(milliseconds, TIME_LENGTH) + "".join(
        secrets.choice(ALPHABET) for _ in range(LENGTH - TIME_LENGTH)
    )


def is_identifier(text: str) -> bool:
    """Whether ``text`` has the form of a whole identifier."""
    return len(text) == LENGTH and all(character in ALPHABET for character in text)


def _encode(number: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        number, remainder = divmod(number, len(ALPHABET))
        digits = ALPHABET[remainder] + digits
    return digits
