"""Whether the folder of the data file is one that other computers write to as well.

Locks do not cross computers there, and programs that synchronise copy the data file and its journal at different
moments. So the newsroom says so once, and ``doctor`` each time; nothing is refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from .findings import Finding

MOUNTS: Final = Path("/proc/self/mountinfo")

#: What folders are called that a program keeps in step with others, also with a name behind it:
#: ``OneDrive - Pemkot``, ``GoogleDrive-humas@kota.example``, ``Dropbox (Humas)``.
_NAMES: Final = {
    "OneDrive": "OneDrive",
    "SkyDrive": "OneDrive",
    "Dropbox": "Dropbox",
    "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive",
    "My Drive": "Google Drive",
    "iCloud Drive": "iCloud",
    "iCloudDrive": "iCloud",
    "com~apple~CloudDocs": "iCloud",
    "Mobile Documents": "iCloud",
    "Nextcloud": "Nextcloud",
    "ownCloud": "ownCloud",
}
_NAMED: Final = re.compile(rf"({'|'.join(map(re.escape, _NAMES))})(?: ?[-(].*)?", re.IGNORECASE)
_BY_LOWER: Final = {name.lower(): program for name, program in _NAMES.items()}

#: What such a program leaves in the topmost folder that it keeps in step.
_MARKS: Final = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
#: Variables of Windows that name the folders of OneDrive.
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

#: Kinds of file systems that lie on another computer: those of Linux's ``Documentation/filesystems`` and of
#: common FUSE programs.
_NETWORK: Final = frozenset(
    "9p afs beegfs ceph cifs coda davfs glusterfs gpfs lustre ncpfs nfs nfs4 orangefs smb2 smb3 smbfs".split()
)
#: FUSE file systems that lie on this one.
_LOCAL_FUSE: Final = frozenset(
    "bindfs cryfs encfs exfat fuse-overlayfs gocryptfs lxcfs mergerfs ntfs ntfs-3g squashfuse unionfs".split()
)


@dataclass(frozen=True)
class Mount:
    """A file system: the folder that it begins at, and its kind (``ext4``, ``nfs4``, ``fuse.sshfs``)."""

    folder: str
    kind: str


def warning(data: Path) -> Finding | None:
    """What to tell of the folder of a data file on this computer; None where it is an ordinary one."""
    folder = Path(os.path.realpath(data)).parent
    return shared_by(folder, os.environ, read_mounts(), os.path.lexists)


def shared_by(
    folder: PurePath,
    environment: Mapping[str, str],
    mounts: Iterable[Mount],
    there: Callable[[PurePath], bool] = lambda path: False,
) -> Finding | None:
    """Who else writes to a folder; ``there`` tells whether a path exists."""
    program = _synchronised_by(folder, environment, there)
    if program:
        return Finding("synchronised", str(folder), details={"name": program})
    kind = _network_kind(folder, mounts)
    return Finding("network", str(folder), details={"name": kind}) if kind else None


def _synchronised_by(folder: PurePath, environment: Mapping[str, str], there: Callable[[PurePath], bool]) -> str:
    for variable in _VARIABLES:
        place = environment.get(variable)
        if place and folder.is_relative_to(place):
            return "OneDrive"
    for part in reversed(folder.parts):
        match = _NAMED.fullmatch(part)
        if match is not None:
            return _BY_LOWER[match[1].lower()]
    for parent in (folder, *folder.parents):
        for mark, program in _MARKS.items():
            if there(parent / mark):
                return program
    return ""


def _network_kind(folder: PurePath, mounts: Iterable[Mount]) -> str:
    """The kind of the file system where it is one of another computer; empty where it is not."""
    if folder.drive.startswith("\\\\"):
        return "SMB"
    kind, length = "", -1
    for mount in mounts:  # the one mounted last covers those before it
        if folder.is_relative_to(mount.folder) and len(mount.folder) >= length:
            kind, length = mount.kind, len(mount.folder)
    name, _, program = kind.partition(".")
    if name == "fuse":
        return "" if program in _LOCAL_FUSE else program or name
    return kind if kind in _NETWORK else ""


def read_mounts(path: Path = MOUNTS) -> list[Mount]:
    """The file systems of this computer; none where the system does not tell (Linux does)."""
    try:
        lines = path.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:  # proc(5): ID, parent, device, root, folder, options, further fields, "-", kind, source, …
        fields, _, behind = line.partition(" - ")
        parts = fields.split(" ")
        if len(parts) > 4 and behind:
            folder = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), parts[4])
            found.append(Mount(folder, behind.split(" ")[0]))
    return found
