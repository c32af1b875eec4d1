"""A backup as a file: one zip with the data file, the settings, and the files that these name.

::

    humas.json            the data file, as it was at that moment
    config.toml           the settings, if there were any
    files/photos/a.jpg    a file of the data folder, by its name there
    settings/logo.png     a file of the settings' folder, by its name there: the logo, word lists
    manifest.json         what is in it: of every other member its size and its SHA-256

Any program for zip files opens it. The manifest names everything there is; a member that it does not name is
foreign, one that it names and that is not there is lost. It stands at the end, where the checksums are known.
"""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import msgspec

from ..model.release import Moment

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
DATA: Final = "humas.json"
SETTINGS: Final = "config.toml"
#: What the names of members from the data folder begin with, and of those from the settings' folder.
FILES: Final = "files/"
BESIDE: Final = "settings/"

#: No backup has more members, and none gives more bytes for one of the file: deflate gives 1,032 at most, for
#: releases about 5; who wants to fill a disk needs hundreds.
MEMBERS: Final = 20_000
RATIO: Final = 200
#: Bytes of a photo: no outlet takes a larger one.
LARGEST_FILE: Final = 100_000_000
LARGEST_SETTINGS: Final = 1 << 20
LARGEST_MANIFEST: Final = 16 << 20
LONGEST_NAME: Final = 1000

#: What a photo may be called: a file of a backup is a picture, or the letterhead of the office, and nothing else.
#: The data file may lie in a folder from which a system starts programs.
PICTURES: Final = frozenset("jpg jpeg jpe png gif webp tif tiff bmp heic heif avif svg docx".split())
#: And beside the settings a word list (``language.lexicon`` knows the packed one).
_LIST: Final = re.compile(r"(?:.*/)?[^/]+\.txt|kamus\.txt\.gz")
_NO_NAME: Final = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]|\A[A-Za-z]:|(?:\A|/)(?:\.|/|\Z)")
#: What Windows can have in no name: it would be another file there, or a part of one (``a:b``), or a device.
_NO_NAME_ON_WINDOWS: Final = re.compile(
    r'[:*?"<>|]|[. ](?:/|\Z)|(?:\A|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./ ]|\Z)', re.IGNORECASE
)


class Member(msgspec.Struct, frozen=True):
    """What the manifest says of a member."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself. Two with one ``fingerprint`` hold the same releases, versions and trash.
    ``left_out`` are files that the releases name, with the reason (``ports.Absence``)."""

    format: int = FORMAT
    program: str
    time: Moment
    releases: int
    fingerprint: str
    members: dict[str, Member]
    left_out: dict[str, str] = {}


@dataclass(frozen=True)
class Source:
    """A member to be written: its name, and what gives its bytes in pieces, each time anew. ``dense`` ones, that
    is pictures, are not made smaller."""

    name: str
    pieces: Callable[[], Iterable[bytes]]
    dense: bool = False


class SqueezedError(Exception):
    """A member, which this names, became smaller than a reader believes."""


class _Pieces:
    """What a zip is written to, and taken from piece by piece."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        taken = b"".join(self._written)
        self._written.clear()
        return taken


def is_safe(name: str, *, lists: bool = False, on_windows: bool = False) -> bool:
    """Whether a name, with ``/`` between its parts, leads to a picture inside of whatever folder it is joined to,
    or to a word list where ``lists`` may be; ``on_windows``, whether there can be such a file there."""
    last = name.rpartition("/")[2]
    return (
        len(name) <= LONGEST_NAME
        and _NO_NAME.search(name) is None
        and (
            "." not in last
            or last.rpartition(".")[2].lower() in PICTURES
            or (lists and _LIST.fullmatch(name) is not None)
        )
        and not (on_windows and _NO_NAME_ON_WINDOWS.search(name))
    )


def bundle(
    sources: Iterable[Source], finish: Callable[[dict[str, Member]], Manifest], stored: Collection[str] = ()
) -> Iterator[bytes]:
    """The bytes of a backup, in pieces. ``finish`` makes the manifest of what was written: a source that raises
    OSError at once is left out. Those ``stored`` are not made smaller; SqueezedError is raised for one that must
    be among them."""
    out = _Pieces()
    members: dict[str, Member] = {}
    with zipfile.ZipFile(out, "w") as archive:  # type: ignore[call-overload] # it writes to it, and no more
        for source in sources:
            try:
                pieces = source.pieces()
            except OSError:
                continue  # gone, or not to be read
            head = _head(source.name, dense=source.dense or source.name in stored)
            size, digest = 0, hashlib.sha256()
            with archive.open(head, "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece)
                    size += len(piece)
                    digest.update(piece)
                    yield out.take()
            if head.compress_size * RATIO < size:
                raise SqueezedError(source.name)
            members[source.name] = Member(size, digest.hexdigest())
        manifest = msgspec.json.format(msgspec.json.encode(finish(members)))
        archive.writestr(_head(MANIFEST, dense=True), manifest)
        yield out.take()
    yield out.take()


def _head(name: str, *, dense: bool) -> zipfile.ZipInfo:
    """A plain file, its owner's alone when it is unpacked. Its time is that of the zip format's beginning: when
    all of it was made stands in the manifest."""
    head = zipfile.ZipInfo(name)
    head.compress_type = zipfile.ZIP_STORED if dense else zipfile.ZIP_DEFLATED
    head.external_attr = (stat.S_IFREG | 0o600) << 16
    return head
