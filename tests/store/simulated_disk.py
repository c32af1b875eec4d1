"""A disk in memory that can lose its power after any call, and forgets then what a real one may forget.

What may be there after that: of a file, what was synced, and of everything written since any part, torn at
sectors, in any order, with nothing or rubbish where it is missing; of the folder, the names as they were at its
last sync, and of every change of names since any part. The rules are those of Pillai et al., OSDI 2014, at their
worst; real file systems promise more.
"""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

from humas_tui.store.disk import Disk

SECTOR = 512


class Call(NamedTuple):
    """A call that changed something. ``inode`` is the file's, 0 where the folder was changed."""

    kind: str
    inode: int = 0
    offset: int = 0
    data: bytes = b""
    source: str = ""
    target: str = ""


@dataclass
class Contents:
    """What a disk holds: names with the files behind them."""

    names: dict[str, int] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)


class SimulatedDisk(Disk):
    """One folder. ``calls`` is everything that changed it, in order."""

    def __init__(self, contents: Contents | None = None) -> None:
        self.start = contents or Contents()
        self._names = dict(self.start.names)
        self._files = {inode: bytearray(content) for inode, content in self.start.files.items()}
        self._open: dict[int, int] = {}
        self._next = max(self._files, default=0) + 1
        self._descriptor = 100
        self.calls: list[Call] = []

    def open(self, path: Path, flags: int) -> int:
        inode = self._names.get(path.name)
        if flags & os.O_CREAT:
            if inode is not None:
                raise FileExistsError(17, "File exists", str(path))
            inode = self._next
            self._next += 1
            self._names[path.name], self._files[inode] = inode, bytearray()
            self.calls.append(Call("create", inode, target=path.name))
        if inode is None:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        self._descriptor += 1
        self._open[self._descriptor] = inode
        return self._descriptor

    def close(self, descriptor: int) -> None:
        del self._open[descriptor]

    def size(self, descriptor: int) -> int:
        return len(self._files[self._open[descriptor]])

    def read(self, descriptor: int, size: int, offset: int) -> bytes:
        return bytes(self._files[self._open[descriptor]][offset : offset + size])

    def write(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
        inode = self._open[descriptor]
        self.calls.append(Call("write", inode, offset, bytes(data)))
        _put(self._files[inode], offset, bytes(data))
        return len(data)

    def truncate(self, descriptor: int, size: int) -> None:
        inode = self._open[descriptor]
        self.calls.append(Call("truncate", inode, size))
        del self._files[inode][size:]

    def sync(self, descriptor: int) -> None:
        self.calls.append(Call("sync", self._open[descriptor]))

    def sync_folder(self, folder: Path) -> None:
        self.calls.append(Call("sync folder"))

    def rename(self, source: Path, target: Path) -> None:
        self.calls.append(Call("rename", source=source.name, target=target.name))
        _change(self._names, self.calls[-1], strict=True)

    def link(self, source: Path, target: Path) -> None:
        if target.name in self._names:
            raise FileExistsError(17, "File exists", str(target))
        self.calls.append(Call("link", source=source.name, target=target.name))
        _change(self._names, self.calls[-1], strict=True)

    def unlink(self, path: Path) -> None:
        self.calls.append(Call("unlink", source=path.name))
        _change(self._names, self.calls[-1], strict=True)

    def names(self, folder: Path) -> list[str]:
        return sorted(self._names)

    def restrict(self, path: Path) -> None:
        pass

    def identity(self, path: Path) -> tuple[int, int]:
        if path.name not in self._names:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return 0, self._names[path.name]

    def mark(self, file: Path | int) -> tuple[int, int, int, int]:
        inode = self._open[file] if isinstance(file, int) else self.identity(file)[1]
        return 0, inode, len(self._files[inode]), zlib.crc32(self._files[inode])

    def at(self, calls: int) -> Contents:
        """What it held behind so many calls."""
        names = dict(self.start.names)
        files = {inode: bytearray(content) for inode, content in self.start.files.items()}
        for call in self.calls[:calls]:
            if call.source or call.target:
                _change(names, call)
            if call.inode:
                files[call.inode] = _written(files.get(call.inode, bytearray()), [call])
        return Contents(names, {inode: bytes(files[inode]) for inode in names.values()})

    def contents(self) -> Contents:
        """What it holds now."""
        return Contents(dict(self._names), {inode: bytes(content) for inode, content in self._files.items()})

    def after_power_cut(
        self, calls: int, chance: Random, *, ignore_sync: bool = False, ignore_folder_sync: bool = False
    ) -> Contents:
        """What may be found after the power was lost behind so many calls; with ``ignore_…`` as if the program had
        never made these."""
        done = self.calls[:calls]
        files = {inode: bytearray(content) for inode, content in self.start.files.items()}
        for inode in {call.inode for call in done if call.inode}:
            own = [call for call in done if call.inode == inode]
            synced = 0 if ignore_sync else _behind_last(own, "sync")
            files[inode] = _written(files.get(inode, bytearray()), own[:synced])
            _lose_some(files[inode], own[synced:], chance)
        names = dict(self.start.names)
        changes = [call for call in done if call.target or call.source or call.kind == "sync folder"]
        synced = 0 if ignore_folder_sync else _behind_last(changes, "sync folder")
        for call in changes[:synced]:
            _change(names, call)
        some = chance.random()  # all of them, none, or any
        for call in changes[synced:]:
            if some < 0.25 or (some < 0.8 and chance.random() < 0.5):
                _change(names, call)
        return Contents(names, {inode: bytes(files.get(inode, b"")) for inode in names.values()})


def _behind_last(calls: list[Call], kind: str) -> int:
    return max((number for number, call in enumerate(calls, 1) if call.kind == kind), default=0)


def _change(names: dict[str, int], call: Call, *, strict: bool = False) -> None:
    """Change names as a call did; one whose file is not there (its making was forgotten) changes nothing."""
    if call.kind == "create":
        names[call.target] = call.inode
    elif call.source in names:
        inode = names[call.source] if call.kind == "link" else names.pop(call.source)
        if call.target:
            names[call.target] = inode
    elif strict:
        raise FileNotFoundError(2, "No such file or directory", call.source)


def _written(content: bytearray, calls: list[Call]) -> bytearray:
    for call in calls:
        if call.kind == "write":
            content[call.offset : call.offset + len(call.data)] = call.data
        elif call.kind == "truncate":
            del content[call.offset :]
    return content


def _lose_some(content: bytearray, calls: list[Call], chance: Random) -> None:
    """Do to a file some of what was never synced."""
    mood = chance.random()  # everything arrived, nothing did, or anything
    for call in calls:
        fate = 1.0 if mood < 0.2 else 0.0 if mood < 0.35 else chance.random()
        if call.kind == "truncate" and fate > 0.5:
            del content[call.offset :]
        elif call.kind == "write" and fate > 0.6:
            _put(content, call.offset, call.data)
        elif call.kind == "write" and fate > 0.2:
            _put_torn(content, call, chance)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _put_torn(content: bytearray, call: Call, chance: Random) -> None:
    """Some sectors of a write; where the file has grown over one that did not arrive, there is nothing or
    rubbish."""
    end = call.offset + len(call.data)
    grown = chance.random() < 0.5
    at = call.offset
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        if chance.random() < 0.5:
            _put(content, at, call.data[at - call.offset : stop - call.offset])
        elif grown and stop > len(content):
            _put(content, at, bytes(stop - at) if chance.random() < 0.5 else chance.randbytes(stop - at))
        at = stop
