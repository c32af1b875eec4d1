"""The journal: segments beside the base file, to which every change is appended before it is called kept.

A segment is text. Its first line is ``HTJ1 <salt> <database> <token> <after> <over> <crc>``; each further line is
one transaction: ``<crc> <salt> <sequence> <payload>``, with ``payload`` the JSON of :class:`Changes`. ``crc`` is
the CRC-32 (eight hexadecimal digits) of the line behind it (of the line before it, in the head). A record
holds whole documents and names its salt, so each can be read by itself, whatever happened to its neighbours,
and bytes left over from an older file never pass for one. Behind the last record there are zeros, over which the
next ones are written. ``token`` is that of the opening that wrote it.
``after`` is the last sequence number that counts before this segment: records of earlier segments beyond it were
never confirmed, and are void. ``over`` is the stamp of the base file that the changes were made to (empty where
there was none): it tells that one from another that was written meanwhile.
"""

from __future__ import annotations

import re
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

MAGIC: Final = b"HTJ1"
#: What no record holds, and no single flipped bit makes of one: here a part of it never came to the disk.
ZEROS: Final = b"\0\0"
Entry = int | bytes
#: Tables by name, documents by key: their JSON, or their place in the base file.
Tables = dict[str, dict[str, Entry]]


class Changes(msgspec.Struct, omit_defaults=True):
    """What one transaction does, in this order: whole tables taken away, documents taken away, documents put
    (as their JSON). A table that is put nothing is made, empty. After a ``breach`` the base file was made from
    something else: what is there before it and in the journal does not lead to it."""

    clear: list[str] = []
    drop: dict[str, list[str]] = {}
    put: dict[str, dict[str, msgspec.Raw]] = {}
    breach: bool = False

    def add(self, later: Changes) -> None:
        """Do what ``later`` does too, in the same transaction."""
        for name in later.clear:
            self.drop.pop(name, None)
            self.put.pop(name, None)
            if name not in self.clear:
                self.clear.append(name)
        for name, keys in later.drop.items():
            self.drop.setdefault(name, []).extend(keys)
            for key in keys:
                self.put.get(name, {}).pop(key, None)
        for name, documents in later.put.items():
            self.put.setdefault(name, {}).update(documents)
        self.breach = self.breach or later.breach

    def apply(self, tables: Tables) -> None:
        """Do it to ``tables``."""
        for name in self.clear:
            tables.pop(name, None)
        for name, keys in self.drop.items():
            documents = tables.setdefault(name, {})
            for key in keys:
                documents.pop(key, None)
        for name, put in self.put.items():
            tables.setdefault(name, {}).update((key, bytes(document)) for key, document in put.items())

    def apply_for_now(self, tables: Tables) -> Callable[[], None]:
        """Do it to ``tables``. Returns what takes it back, as long as nothing else was done since."""
        whole = {name: tables.get(name) for name in self.clear}
        for name in self.drop:  # where a document stood is not known any more when it is gone
            if name not in whole:
                whole[name] = dict(tables[name]) if name in tables else None
        old: dict[str, dict[str, Entry | None]] = {}
        for name in {*self.clear, *self.drop, *self.put} - set(whole):
            there = tables.get(name)
            keys = (*self.drop.get(name, ()), *self.put.get(name, ()))
            old[name] = {key: there.get(key) for key in keys} if there is not None else {}
            if there is None:
                whole[name] = None
        self.apply(tables)

        def undo() -> None:
            for name, entries in old.items():
                for key, entry in entries.items():
                    if entry is None:
                        tables[name].pop(key, None)
                    else:
                        tables[name][key] = entry
            for name, documents in whole.items():
                if documents is None:
                    tables.pop(name, None)
                else:
                    tables[name] = documents

        return undo


class Header(NamedTuple):
    """The first line of a segment."""

    salt: bytes
    database: str
    token: str
    after: int
    over: str


class Record(NamedTuple):
    """One transaction, as it stands in a segment."""

    sequence: int
    changes: Changes


@dataclass
class Segment:
    """What could be read of one: the head (None where it is damaged), the records in their order, the pieces
    that are none, how many of these are records that were never finished, and the bytes up to the zeros."""

    header: Header | None = None
    records: list[Record] = field(default_factory=list)
    damaged: list[bytes] = field(default_factory=list)
    torn: int = 0
    size: int = 0


_encode = msgspec.json.Encoder().encode
_decode_changes = msgspec.json.Decoder(Changes).decode


def new_header(database: str, token: str, after: int, over: str) -> Header:
    """The head of a new segment, with a salt of its own."""
    return Header(secrets.token_hex(4).encode(), database, token, after, over)


def header_line(header: Header) -> bytes:
    """The head as it is written."""
    names = header.database.encode(), header.token.encode()
    line = b"%s %s %s %s %d %s" % (MAGIC, header.salt, *names, header.after, header.over.encode())
    return b"%s %08x\n" % (line, zlib.crc32(line))


def record_line(salt: bytes, sequence: int, changes: Changes) -> bytes:
    """A record as it is written. Raises TypeError or UnicodeEncodeError for what JSON cannot hold."""
    line = b"%s %d %s" % (salt, sequence, _encode(changes))
    return b"%08x %s\n" % (zlib.crc32(line), line)


def read_segment(content: bytes) -> Segment:
    """Read whatever can be read: each record by itself."""
    content = content.rstrip(b"\0")
    segment = Segment(size=len(content))
    if not content:
        return segment
    first, _, rest = content.partition(b"\n")
    segment.header = _read_header(first)
    salt = segment.header.salt if segment.header else _common_salt(content)
    if segment.header is None:
        if salt is None:
            segment.damaged.append(content)
            segment.torn = int(b"\n" not in content or not rest)
            return segment
        rest = content  # a head that lost its line end stands on one line with the first record
    assert salt is not None
    lines = rest.split(b"\n")
    last = lines.pop()  # empty, or never finished
    for line in lines:
        _read_line(segment, line, salt)
    damaged = len(segment.damaged)
    if last:
        _read_line(segment, last, salt)
    segment.torn = len(segment.damaged) - damaged + sum(ZEROS in piece for piece in segment.damaged[:damaged])
    return segment


def _read_header(line: bytes) -> Header | None:
    parts = line.split(b" ")
    if len(parts) != 7 or parts[0] != MAGIC or b"%08x" % zlib.crc32(line[:-9]) != parts[6]:
        return None
    return Header(parts[1], parts[2].decode(), parts[3].decode(), int(parts[4]), parts[5].decode())


def _read_line(segment: Segment, line: bytes, salt: bytes) -> None:
    """The record on a line; where it is none, those that stand on it with a damaged line end between, or behind
    zeros over which another one was never written."""
    record = _read_record(line, salt)
    if record is not None:
        segment.records.append(record)
        return
    for piece in _pieces(line, salt):
        record = _read_record(piece, salt) or _read_record(piece[:-1], salt)
        if record is not None:
            segment.records.append(record)
        elif piece.strip(b"\0"):
            segment.damaged.append(piece)


def _read_record(line: bytes, salt: bytes) -> Record | None:
    if line[8:9] != b" " or line[9:17] != salt or b"%08x" % zlib.crc32(line[9:]) != line[:8]:
        return None
    sequence, _, payload = line[18:].partition(b" ")
    try:
        return Record(int(sequence), _decode_changes(payload))
    except (ValueError, msgspec.MsgspecError):
        return None


def _pieces(line: bytes, salt: bytes) -> list[bytes]:
    """A line cut where records seem to begin."""
    starts = {match.start() for match in re.finditer(rb"[0-9a-f]{8} %s \d+ \{" % re.escape(salt), line)}
    return [line[start:stop] for start, stop in pairwise(sorted({0, *starts, len(line)}))]


def _common_salt(content: bytes) -> bytes | None:
    """The salt of the first record that holds, for a segment whose head is damaged."""
    for line in content.split(b"\n"):
        for candidate in (
            line[9:17],
            *(match[1] for match in re.finditer(rb"[0-9a-f]{8} ([0-9a-f]{8}) \d+ \{", line)),
        ):
            if len(candidate) == 8 and any(_read_record(piece, candidate) for piece in _pieces(line, candidate)):
                return candidate
    return None
