"""Making the base file anew, and what else is changed beside it: every step durable before the next."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ..errors import StoreError
from ..i18n import _
from .base import Base, Meta, check_of, pieces_of, scan
from .disk import CREATE, PIECE, READ, Disk, read_file, remove, write_all
from .findings import Finding
from .journal import Entry, Tables
from .places import CONFLICT, DAMAGED, Places
from .state import State


def write_base(disk: Disk, places: Places, tables: Tables, base: Base | None, meta: Meta) -> tuple[Base, Tables]:
    """Write the new file beside the old one, sync it, read it back and compare it with what was to be written.

    Returns it open, with the place of each document. Raises OSError or StoreError; no file is left then."""

    def content(key: str, entry: Entry) -> tuple[bytes, int]:
        if isinstance(entry, bytes):
            return entry, check_of(key, entry)
        assert base is not None
        return base.raw(entry), base.checks[entry]  # a damaged one is found when the file is read back

    remove(disk, places.new)
    descriptor = disk.open(places.new, CREATE)
    try:
        try:
            write_all(disk, descriptor, pieces_of(tables, content, meta))
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        fresh = Base(disk, places.new)
        found = scan(fresh, check=True)
        if not found.sound or found.meta != meta:
            fresh.close()
            raise StoreError(file=places.new, reason=_("what was written cannot be read back"))
    except BaseException:
        with suppress(OSError):
            remove(disk, places.new)
        raise
    return fresh, found.tables


def publish(disk: Disk, places: Places, *, keep_before: bool) -> None:
    """Give the new file its name; the old one stays as the file before, if it is worth that."""
    if keep_before:
        try:
            remove(disk, places.before_new)
            disk.link(places.base, places.before_new)
            disk.rename(places.before_new, places.before)
        except FileNotFoundError:
            pass  # there was none
        except OSError:  # no second names on this file system: for a moment there is only the file before
            disk.rename(places.base, places.before)
    disk.rename(places.new, places.base)
    disk.sync_folder(places.folder)


def retire(disk: Disk, places: Places, current: int, *, forget: bool) -> None:
    """Put the segments before ``current`` aside: they are in the base file, and with the file before they give
    it again. ``forget`` those that led to the file before."""
    names = disk.names(places.folder)
    if forget:
        for number in places.numbers(names, ".bak.j"):
            remove(disk, places.retired(number))
    for number in places.numbers(names, ".j"):
        if number < current:
            disk.rename(places.segment(number), places.retired(number))
    disk.sync_folder(places.folder)


def put_aside(disk: Disk, places: Places, state: State) -> list[Finding]:
    """Give damaged files, and those that say something else, a second name under which they stay; foreign
    segments have that name only. Returns what to tell of it. Raises OSError."""
    findings = []
    for paths, kind, code in (
        ([*state.aside, *state.foreign], DAMAGED, "set-aside"),
        (state.rivals, CONFLICT, "rival"),
    ):
        for path in dict.fromkeys(paths):
            if (kept := keep(disk, places, path, kind)) is not None:
                findings.append(Finding(code, kept.name))
    for path in state.foreign:
        disk.unlink(path)
    return findings


def keep(disk: Disk, places: Places, path: Path, kind: str) -> Path | None:
    """Give a file another name of that kind, under which it stays; None where it has one already. Raises
    OSError."""
    numbers = places.numbers(disk.names(places.folder), kind)
    for number in numbers:
        if _is_same(disk, path, places.beside(f"{kind}{number}")):
            return None
    target = places.beside(f"{kind}{max(numbers, default=0) + 1}")
    _copy(disk, path, target)
    disk.sync_folder(places.folder)
    return target


def _is_same(disk: Disk, one: Path, other: Path) -> bool:
    """Whether two names are of one file, or of one that was copied where there are no second names."""
    if disk.identity(one) == disk.identity(other):
        return True
    return disk.mark(one)[2] == disk.mark(other)[2] and read_file(disk, one) == read_file(disk, other)


def sweep(disk: Disk, places: Places) -> list[Finding]:
    """Take away what an end in the midst of ``write_base`` or ``publish`` leaves behind: a file that was not
    finished, a second name. Raises OSError."""
    return [Finding("leftover", path.name) for path in (places.new, places.before_new) if remove(disk, path)]


def _copy(disk: Disk, source: Path, target: Path) -> None:
    """A second name; where the file system has none, a second file."""
    with suppress(OSError):
        disk.link(source, target)
        return
    reading = disk.open(source, READ)
    try:
        writing = disk.open(target, CREATE)
        try:
            offset = 0
            while piece := disk.read(reading, PIECE, offset):
                offset = write_all(disk, writing, [piece], offset)
            disk.sync(writing)
        finally:
            disk.close(writing)
    finally:
        disk.close(reading)
