"""What is in a data file, gone through document by document: what of it cannot be read, and what it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from ..model import Photo, Release, from_document
from .content import RELEASES, are_ours
from .history import TABLE as VERSIONS
from .history import unreadable_versions
from .journalled import JournalStorage

TRASH: Final = "trash"

_decode_release = msgspec.json.Decoder(Release).decode


@dataclass
class Examined:
    """How much there is, and what cannot be read or is not there: releases by identifier (else by their number in
    the table), versions by release and number, photos by the file that is named."""

    releases: int = 0
    versions: int = 0
    trash: int = 0
    photos: int = 0
    unreadable: list[str] = field(default_factory=list)
    unreadable_versions: list[str] = field(default_factory=list)
    unreadable_trash: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


class _Known(msgspec.Struct):
    """What is known of a release that this version of the program cannot read."""

    id: str = ""
    photos: tuple[Photo, ...] = ()


def is_ours(storage: JournalStorage) -> bool:
    """Whether this is a data file of this program: it has no release yet, or one that has a name."""
    if not are_ours(storage.tables):
        return False
    return not storage.tables.get(RELEASES) or any(
        _known(content).id for _key, content in storage.documents(RELEASES)
    )


def examine_documents(storage: JournalStorage, folder: Path) -> Examined:
    """Go through every document; photos are looked for in ``folder`` unless they are named absolutely. Raises
    StoreError."""
    found = Examined()
    photos: dict[str, None] = {}
    for key, content in storage.documents(RELEASES):
        found.releases += 1
        try:
            release: Release | _Known = _decode_release(content)
        except msgspec.ValidationError:
            release = _known(content)
            found.unreadable.append(release.id or f"#{key}")
        photos |= dict.fromkeys(photo.file for photo in release.photos)
    for _key, content in storage.documents(VERSIONS):
        count, damaged = unreadable_versions(msgspec.json.decode(content))
        found.versions += count
        found.unreadable_versions += damaged
    for key, content in storage.documents(TRASH):
        found.trash += 1
        if not _is_thrown(msgspec.json.decode(content)):
            found.unreadable_trash.append(f"#{key}")
    found.photos = len(photos)
    found.missing = [name for name in photos if not _is_there(folder, name)]
    return found


def _known(content: bytes) -> _Known:
    try:
        return msgspec.json.decode(content, type=_Known)
    except msgspec.ValidationError:
        return _Known(id=_named(content))


def _named(content: bytes) -> str:
    name = msgspec.json.decode(content).get("id")
    return name if isinstance(name, str) else ""


def _is_thrown(document: Any) -> bool:
    """Whether a document of the trash can be brought back."""
    try:
        from_document(document["document"])
        datetime.fromisoformat(document["time"])
    except (msgspec.ValidationError, KeyError, ValueError, TypeError):
        return False
    return True


def _is_there(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):  # a name that no system could have
        return False
