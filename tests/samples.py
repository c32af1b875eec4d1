"""The sample newsroom (``sample_data``) as values, for tests."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from humas_tui.model import Office, Release, from_document
from humas_tui.outlets import Manuscript
from humas_tui.text import front_matter

FOLDER = Path(__file__).parent.parent / "sample_data"
STEMS = tuple(sorted(path.stem for path in (FOLDER / "releases").glob("*.md")))


@lru_cache(maxsize=1)
def office() -> Office:
    """The office that sends the samples."""
    tables = tomllib.loads((FOLDER / "profile.toml").read_text(encoding="utf-8"))
    return msgspec.convert(tables["office"], Office)


@lru_cache(maxsize=32)
def release(stem: str) -> Release:
    """The sample release of that file name without suffix."""
    fields, body = front_matter.split((FOLDER / "releases" / f"{stem}.md").read_text(encoding="utf-8"))
    return from_document({**fields, "body": body})


def changed(stem: str, **changes: Any) -> Release:
    """A sample with some of its fields changed."""
    return msgspec.structs.replace(release(stem), **changes)


def blank(**fields: Any) -> Release:
    """A release that holds nothing but ``fields``."""
    moment = datetime(2026, 11, 18, 9, tzinfo=timezone(timedelta(hours=7)))
    return Release(id="06a2abe4gr2ra", created=moment, updated=moment, **fields)


def manuscript(stem: str, picture: bytes | None = None) -> Manuscript:
    """A sample with its pictures, or with ``picture`` in the place of each."""
    names = [office().logo, *(photo.file for photo in release(stem).photos)]
    found = {
        name: picture or (FOLDER / name).read_bytes() for name in names if picture or (FOLDER / name).is_file()
    }
    return Manuscript(release(stem), office(), found)
