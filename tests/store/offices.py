"""An office on the disk, backed up and restored: data, settings, photos; and backups that somebody forged."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import stat
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from humas_tui.config import SettingsFile
from humas_tui.model import Photo, Release
from humas_tui.store import ReleaseStore
from humas_tui.store.bundle import DATA, MANIFEST, Manifest, Member
from humas_tui.store.disk import Disk
from humas_tui.store.vault import BackupVault
from tests.samples import FOLDER, STEMS, blank, release

#: The releases that a furnished office has.
ALL = {release(stem).id: release(stem) for stem in STEMS}
#: No sample has it.
OTHER = "06b1y0yph7arc"
NOW = datetime(2026, 11, 22, 9, 45, tzinfo=UTC)
PHOTO = release(STEMS[1]).photos[0].file
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


@dataclass(frozen=True)
class Office:
    """Data and settings each in a folder of their own, which lie in ``folder``."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data" / "humas.json"

    @property
    def config(self) -> Path:
        return self.folder / "settings" / "config.toml"

    @property
    def before(self) -> Path:
        """Where a restore puts the backup of what was there."""
        return BackupVault(ReleaseStore(self.data), SettingsFile(self.config)).folder / "sebelum.zip"

    def store(self, disk: Disk | None = None) -> ReleaseStore:
        return ReleaseStore(self.data, disk)

    def vault(self, store: ReleaseStore | None = None) -> BackupVault:
        return BackupVault(store or self.store(), SettingsFile(self.config))

    def releases(self) -> dict[str, Release]:
        return {one.id: one for one in self.store().all()}

    def put(self, *releases: Release) -> None:
        with self.store() as store:
            store.put(releases)

    def back_up(self, name: str = "cadangan.zip") -> Path:
        """A backup, outside of both folders."""
        return self.vault().write(self.folder / name, NOW).path

    def restore(self, file: Path, store: ReleaseStore | None = None, before: Path | None = None) -> Any:
        """As the command does it: the data file is let go afterwards."""
        vault = self.vault(store)
        try:
            return vault.restore(file, NOW, "rina", before or self.before)
        finally:
            vault.close()

    def contents(self) -> dict[str, bytes]:
        """Every file of the office, by its name; not the backups, the lock, the journal and the file before."""
        found = {}
        for top in (self.data.parent, self.config.parent):
            for path in top.rglob("*"):
                name = str(path.relative_to(self.folder))
                if path.is_file() and not any(
                    part in name for part in (".json.lock", ".json.j", ".json.bak", ".backups/")
                ):
                    found[name] = path.read_bytes()
        return found


def furnished(folder: Path) -> Office:
    """An office with every sample, one photo, a logo beside the settings, and settings."""
    office = Office(folder)
    (office.data.parent / "photos").mkdir(parents=True)
    office.config.parent.mkdir()
    shutil.copyfile(FOLDER / PHOTO, office.data.parent / PHOTO)
    shutil.copyfile(FOLDER / "logo.png", office.config.parent / "logo.png")
    shutil.copyfile(FOLDER / "profile.toml", office.config)
    office.put(*map(release, STEMS))
    return office


def small(folder: Path, *photos: str, **fields: Any) -> Office:
    """An office with one release and no settings; each of its photos is there where it can be."""
    office = Office(folder)
    for name in photos:
        path = office.data.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG + name.encode())
    office.put(another(photos=tuple(Photo(file=name) for name in photos), **fields))
    return office


def another(**fields: Any) -> Release:
    """A release that is none of the samples."""
    return msgspec.structs.replace(blank(**fields), id=OTHER)


# -- forged backups ----------------------------------------------------------------------------------------------

Content = tuple[str | zipfile.ZipInfo, bytes]


def image(*releases: Release) -> bytes:
    """A data file with these releases, as a program that knows TinyDB only writes it."""
    documents = {str(number): msgspec.to_builtins(one) for number, one in enumerate(releases, 1)}
    return msgspec.json.encode({"releases": documents})


def manifest(members: Mapping[str, bytes], **changes: Any) -> bytes:
    """The manifest of these members."""
    said = {name: Member(len(content), hashlib.sha256(content).hexdigest()) for name, content in members.items()}
    true = Manifest(program="0", time=NOW, releases=1, fingerprint="", members=said)
    return msgspec.json.encode(msgspec.to_builtins(true) | changes)


def forged(
    path: Path, *extra: Content, data: bytes | None = None, told: Mapping[str, bytes] | None = None
) -> Path:
    """A backup with the members ``data`` and ``extra``; its manifest tells of all, or of those ``told``."""
    members: list[Content] = [(DATA, image(another(headline="Palsu")) if data is None else data), *extra]
    named = {_name(name): content for name, content in members} if told is None else told
    write_zip(path, [*members, (MANIFEST, manifest(named))])
    return path


def write_zip(path: Path, members: Iterable[Content]) -> None:
    """A zip with these members, whatever their names, twice where they come twice."""
    import warnings

    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of a name that comes twice
        for name, content in members:
            archive.writestr(name, content)


def raw_name(name: str, kind: int = 0) -> zipfile.ZipInfo:
    """A member of exactly that name, which Python would change, and of a kind of file."""
    head = zipfile.ZipInfo("x")
    head.filename = head.orig_filename = name
    head.external_attr = kind << 16
    return head


def a_link(name: str) -> zipfile.ZipInfo:
    """A member that is a symbolic link."""
    return raw_name(name, stat.S_IFLNK | 0o777)


def patched(path: Path, find: bytes, change: bytes, *, everywhere: bool = True) -> Path:
    """The file with some bytes changed for as many others."""
    assert len(find) == len(change)
    content = path.read_bytes()
    assert find in content
    path.write_bytes(content.replace(find, change, -1 if everywhere else 1))
    return path


def _name(name: str | zipfile.ZipInfo) -> str:
    return name if isinstance(name, str) else name.filename


def in_memory(path: Path) -> zipfile.ZipFile:
    """A backup, opened by Python's own reader."""
    return zipfile.ZipFile(io.BytesIO(path.read_bytes()))


def mode(path: Path) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)
