"""The base file: ordinary TinyDB JSON with one document a line, and what is needed to check every line.

::

    {
    "releases":{
    "1":{…},
    "2":{…}
    },
    "_meta":{
    "1":{"format":1,"database":"…","generation":3,"sequence":120,"stamp":"…","before":["…"],"token":"…",
         "openings":{"…":120},"host":"laptop-humas","checksums":{"releases":"…"},"check":"…"}
    }
    }

(``_meta`` stands on one line.) ``sequence`` is the last record of the journal that is in it. ``stamp`` tells this
file from every other, ``before`` are the stamps of those it was made from. ``token`` is that of the opening that
wrote it, ``openings`` tells up to which record the segments of each opening that stood beside it then are in it.
So a file that another computer wrote meanwhile is known for what it is.

``checksums`` holds for each table the CRC-32 of its documents in their order, eight hexadecimal digits each (of
the key with its colon, then of the document); ``check`` is the CRC-32 of the line of ``_meta`` before it. So a
document can be read by itself and is known to be the one that was written: plain JSON cannot tell a flipped letter
from a word (of 2,000 single flipped bits in a plain TinyDB file 1,643 go unnoticed).
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from .disk import PIECE, READ, Disk
from .journal import Entry, Tables

FORMAT: Final = 1
META: Final = "_meta"
OPENS: Final = b"{\n"
TOGETHER: Final = 256 << 10

COMMA: Final = ord(",")
CLOSES: Final = ord("}")

#: Called with each document of the base as it goes by: table, key, and bytes with where its JSON is in them.
Look = Callable[[str, str, bytes, int, int], None]


class Meta(msgspec.Struct, kw_only=True):
    """What the file says of itself. The first version of the program wrote no stamps."""

    format: int = FORMAT
    database: str
    generation: int
    sequence: int
    stamp: str = ""
    before: list[str] = []
    token: str = ""
    openings: dict[str, int] | None = None
    host: str = ""
    checksums: dict[str, str] = {}


class DamagedDocumentError(Exception):
    """A document of the base file is not what was written."""


_encode = msgspec.json.Encoder().encode
_DOCUMENT: Final = re.compile(rb'"(?:(\d+)|(?:[^"\\]|\\.)*)":\{')
_KEY_AT_THE_END: Final = re.compile(rb'"(\d+)":$')
_NUMBERED: Final = re.compile(rb'"\d+":\{')
_META_LINE: Final = re.compile(rb'"1":(\{.*),"check":"([0-9a-f]{8})"\}')


class Base:
    """The base file, held open: documents by their place in it. What was opened stays readable when another
    file takes its name."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self.descriptor = -1
        self.disk = disk
        self.descriptor = disk.open(path, READ)
        self.starts: array[int] = array("Q")
        self.lengths: array[int] = array("I")
        self.checks: array[int] = array("I")

    def forget(self) -> None:
        """Forget the places: the file is gone through anew."""
        for column in (self.starts, self.lengths, self.checks):
            del column[:]

    def close(self) -> None:
        """Give the file back."""
        if self.descriptor >= 0:
            self.disk.close(self.descriptor)
            self.descriptor = -1

    def __del__(self) -> None:
        with suppress(OSError):
            self.close()

    def raw(self, place: int) -> bytes:
        """The JSON of a document as it is in the file, unchecked."""
        return self.read(self.starts[place], self.lengths[place])

    def key_before(self, place: int) -> str:
        """The key that stands before a document, for one that has it twice."""
        start = self.starts[place]
        match = _KEY_AT_THE_END.search(self.read(max(0, start - 64), min(start, 64)))
        return match[1].decode() if match is not None else ""

    def read(self, start: int, length: int) -> bytes:
        """So many bytes of the file; fewer where it has been cut short."""
        found = self.disk.read(self.descriptor, length, start)
        while len(found) < length and (
            more := self.disk.read(self.descriptor, length - len(found), start + len(found))
        ):
            found += more
        return found

    def document(self, key: str, place: int) -> bytes:
        """The JSON of a document. Raises DamagedDocumentError when it is not what was written."""
        found = self.raw(place)
        if check_of(key, found) != self.checks[place]:
            raise DamagedDocumentError(key)
        return found


@dataclass
class Scan:
    """What was found in a base file. ``bad`` are the lines that are none of this form; ``wrong`` the documents
    (table, key, right checksum) whose checksum is another; ``whole`` whether the file has its end, ``numbered``
    whether it has as many documents as it says, ``spoiled`` whether what it says cannot be believed."""

    tables: Tables = field(default_factory=dict)
    meta: Meta | None = None
    bad: list[bytes] = field(default_factory=list)
    wrong: list[tuple[str, str, int]] = field(default_factory=list)
    whole: bool = False
    numbered: bool = True
    spoiled: bool = False

    @property
    def sound(self) -> bool:
        """Whether everything is what was written, as far as it was looked at."""
        return self.meta is not None and self.whole and self.numbered and not self.bad and not self.wrong


def check_of(key: str, document: bytes) -> int:
    """The checksum of a document under its key."""
    return zlib.crc32(document, zlib.crc32(_encode(key) + b":"))


def scan(base: Base, look: Look | None = None, *, check: bool = True) -> Scan:
    """Find every document of an open base file and fill its places. Without ``check`` the documents' checksums
    are taken from the file, to be compared when each is read."""
    found = Scan()
    documents: dict[str, Entry] | None = None
    name = ""
    for offset, content, end in _pieces(base):
        at = 0
        while at < end:
            stop = content.find(b"\n", at)
            line_end = stop + 1
            match = _DOCUMENT.match(content, at)
            if match is not None and documents is not None and name != META:
                start, stop = match.end() - 1, stop - (content[stop - 1] == COMMA)
                key = match[1].decode() if match[1] else _name(content[at : start - 1])
                if key is not None and stop - start > 1 and content[stop - 1] == CLOSES:
                    documents[key] = len(base.starts)
                    base.starts.append(offset + start)
                    base.lengths.append(stop - start)
                    if check:  # what stands in the line from its start on is what the checksum is of
                        base.checks.append(zlib.crc32(content[at:stop]))
                    if look is not None:
                        look(name, key, content, start, stop)
                    at = line_end
                    continue
            name, documents = _read_other(found, content[at : line_end - 1], name, documents)
            at = line_end
    found.tables.pop(META, None)
    if found.meta is None:
        _find_meta(found, base)
    _compare(found, base, check)
    return found


def _read_other(
    found: Scan, line: bytes, name: str, documents: dict[str, Entry] | None
) -> tuple[str, dict[str, Entry] | None]:
    """A line without a document. Returns the table that is open behind it: its name, and what is in it so far."""
    if line == b"}" and documents is None:
        found.whole = True
    elif line in (b"}", b"},") and documents is not None:
        documents = None
    elif line.endswith(b":{") and (opened := _name(line[:-2])) is not None:
        name, documents = opened, found.tables.setdefault(opened, {})
    elif name == META and documents is not None:
        found.meta = _read_meta(line)
        found.spoiled = found.meta is None
    elif line and line != b"{":
        found.bad.append(line)
    return name, documents


def _find_meta(found: Scan, base: Base) -> None:
    """What the file says of itself may be there and right, under a name that is damaged."""
    name = next(reversed(found.tables), "")
    documents = found.tables.get(name, {})
    place = documents.get("1")
    if len(documents) == 1 and isinstance(place, int) and place == len(base.starts) - 1:
        found.meta = meta_of(base.raw(place))
    if found.meta is not None:  # the last of them, then
        del found.tables[name]
        found.bad.append(_encode(name))
        del base.starts[-1], base.lengths[-1], base.checks[-1:]


def documents_in(line: bytes) -> Iterator[tuple[str, bytes]]:
    """The key and the JSON of whatever may be a document in a damaged line: line ends may be missing in it."""
    starts = [match.start() for match in _NUMBERED.finditer(line)]
    for first, start in enumerate(starts):
        for stop in (*starts[first + 1 :], len(line) + 1):
            piece = line[start : stop - 1].rstrip(b",")
            match = _DOCUMENT.match(piece)
            if match is not None and match[1] and piece[-1] == CLOSES:
                yield match[1].decode(), piece[match.end() - 1 :]


def said_of(meta: Meta) -> dict[str, array[int]]:
    """The checksums of the documents, in their order, by table."""
    return {name: _from_hex(text) for name, text in meta.checksums.items()}


def _name(text: bytes) -> str | None:
    """A key or a table's name as JSON; None for what is none."""
    try:
        return msgspec.json.decode(text, type=str)
    except ValueError:
        return None


def _compare(found: Scan, base: Base, check: bool) -> None:
    """Hold the documents against the checksums of the file; unchecked, these are what each is held to later."""
    said = array("I")
    if found.meta is not None:
        sums = said_of(found.meta)
        counts = {name: len(documents) for name, documents in found.tables.items()}
        found.numbered = {name: len(some) for name, some in sums.items()} == counts
        for name in found.tables if found.numbered else ():
            said.extend(sums[name])
        found.numbered = found.numbered and len(said) == len(base.starts)  # otherwise a key stands there twice
    if check and found.meta is not None and found.numbered and base.checks != said:
        keys = ((name, key) for name, documents in found.tables.items() for key in documents)
        numbered = zip(keys, said, base.checks, strict=True)
        found.wrong.extend((name, key, right) for (name, key), right, is_now in numbered if right != is_now)
    elif not check and found.meta is not None and found.numbered:
        base.checks = said
    elif not check:
        names = {place: key for documents in found.tables.values() for key, place in documents.items()}
        base.checks.extend(check_of(names.get(place, ""), base.raw(place)) for place in range(len(base.starts)))


def _from_hex(text: str) -> array[int]:
    try:
        sums = array("I", bytes.fromhex(text))
    except ValueError:
        return array("I")
    if sys.byteorder == "little":
        sums.byteswap()
    return sums


def _to_hex(sums: array[int]) -> str:
    if sys.byteorder == "little":
        sums.byteswap()
    return sums.tobytes().hex()


def _read_meta(line: bytes) -> Meta | None:
    """What the file says of itself; None where that is not what was written."""
    match = _META_LINE.fullmatch(line.rstrip(b","))
    if match is None or b"%08x" % zlib.crc32(line[: match.end(1)]) != match[2]:
        return None
    try:
        return msgspec.json.decode(match[1] + b"}", type=Meta)
    except msgspec.DecodeError:
        return None


def meta_of(document: bytes) -> Meta | None:
    """The same, of the document of ``_meta`` as another program leaves it when it writes the file."""
    try:
        return _read_meta(b'"1":' + _encode(msgspec.json.decode(document)))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _pieces(base: Base) -> Iterator[tuple[int, bytes, int]]:
    """The file in pieces of whole lines: where each begins, its bytes, and where in these the last line ends."""
    position, size = 0, PIECE
    while content := base.read(position, size):
        end = content.rfind(b"\n") + 1
        if len(content) < size and end < len(content):
            content += b"\n"  # the last line has no end
            end = len(content)
        if end:
            yield position, content, end
            position, size = position + end, PIECE
        else:
            size *= 2


def pieces_of(tables: Tables, read: Callable[[str, Entry], tuple[bytes, int]], meta: Meta) -> Iterator[bytes]:
    """The base file's bytes. ``read`` gives the JSON of a document and its checksum; ``meta``, with the
    checksums added, stands at the end. Between pieces other threads get their turn."""
    gathered = [OPENS]
    size = 0
    meta.checksums = {}
    for name, documents in tables.items():
        gathered.append(_encode(name) + b":{\n")
        sums = array("I")
        last = len(documents) - 1
        for number, (key, entry) in enumerate(documents.items()):
            content, check = read(key, entry)
            sums.append(check)
            gathered.append(b"%s:%s%s" % (_encode(key), content, b",\n" if number < last else b"\n"))
            size += len(content)
            if size >= TOGETHER:
                yield b"".join(gathered)
                gathered, size = [], 0
        gathered.append(b"},\n")
        meta.checksums[name] = _to_hex(sums)
    line = b'"1":' + _encode(meta)[:-1]
    gathered.append(b'"_meta":{\n%s,"check":"%08x"}\n}\n}\n' % (line, zlib.crc32(line)))
    yield b"".join(gathered)
