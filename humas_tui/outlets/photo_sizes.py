"""The sizes in which the accounts show a photo, read from ``photo_sizes.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

SIZES_FILE: Final = Path(__file__).parent / "photo_sizes.toml"


@dataclass(frozen=True, slots=True)
class PhotoSize:
    """A size in pixels, and the accounts that show it. ``source`` and ``checked`` say where and when that was
    read."""

    width: int
    height: int
    accounts: tuple[str, ...]
    source: str
    checked: date

    @property
    def name(self) -> str:
        """``1080x1350``, as its folder in the kit is called."""
        return f"{self.width}x{self.height}"


@lru_cache(maxsize=1)
def photo_sizes() -> tuple[PhotoSize, ...]:
    """Every size, in the order of the file."""
    tables = tomllib.loads(SIZES_FILE.read_text(encoding="utf-8"))["size"]
    return tuple(PhotoSize(**{**table, "accounts": tuple(table["accounts"])}) for table in tables)
