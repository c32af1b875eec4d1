"""What a data file says, gathered while it is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..i18n import _
from ..text.clean import clean_line
from .base import Base, Meta
from .findings import Finding
from .journal import Segment, Tables

HOST: Final = 40  # characters of a computer's name that are shown


@dataclass
class State:
    """What a data file says. ``sequence`` is the last record in it, ``kept`` the last one in the base file
    (while it is opened: -1 where that is not known). ``stamp`` tells the base file from others; ``lineage`` are
    the stamps of those it was made from, the last one first, itself included. ``token`` is that of the opening
    that wrote it, on the computer ``host``; ``openings`` (None where it does not say) tells up to which record
    those of each opening are in it, ``beside`` the same of the segments of the journal.

    ``ours`` is whether this program ever wrote to it, ``edited`` whether another program wrote the base file,
    ``rewrite`` whether it must be made anew, ``sound``
    whether it may be kept as the file before, then, and ``forked`` whether the file before and the segments do not
    lead to this state. ``aside`` are files that hold damaged bytes, ``rivals`` base files that say something else,
    ``foreign`` segments of another data file."""

    tables: Tables = field(default_factory=dict)
    base: Base | None = None
    database: str = ""
    ours: bool = False
    stamp: str = ""
    lineage: list[str] = field(default_factory=list)
    token: str = ""
    openings: dict[str, int] | None = None
    beside: dict[str, int] = field(default_factory=dict)
    host: str = ""
    generation: int = 0
    kept: int = 0
    sequence: int = 0
    journal_size: int = 0
    edited: bool = False
    rewrite: bool = False
    sound: bool = False
    forked: bool = False
    checked: bool = True
    report: list[Finding] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    rivals: list[Path] = field(default_factory=list)
    foreign: list[Path] = field(default_factory=list)

    def descend(self, meta: Meta) -> None:
        """Take over what the base file says of itself."""
        self.database, self.generation = meta.database, meta.generation
        self.kept = self.sequence = meta.sequence
        self.stamp = meta.stamp or f"{meta.generation:08x}"
        self.lineage = [self.stamp, *meta.before]
        self.token, self.openings, self.host = meta.token, meta.openings, meta.host

    @property
    def where(self) -> str:
        """What wrote the base file: the name of a computer, or another program."""
        return clean_line(self.host)[:HOST] if self.host and not self.edited else _("another program")

    def document(self, table: str, key: str) -> bytes | None:
        """The JSON of a document, None where there is none. Raises DamagedDocumentError."""
        entry = self.tables.get(table, {}).get(key)
        if isinstance(entry, int):
            assert self.base is not None
            return self.base.document(key, entry)
        return entry

    def knows(self, segment: Segment) -> bool:
        """Whether the base file is the one that a segment was written over, or was made from that one."""
        header = segment.header
        if header is None:
            return True
        if self.database and self.database != header.database:
            return False
        return header.over in ("", *self.lineage) or (self.openings is None and not self.edited)

    def goes_on(self, segment: Segment) -> bool:
        """Whether a segment simply goes on where the base file ends, or was written on the way to it."""
        header = segment.header
        if header is None or header.over == self.stamp:
            return True
        return not self.edited if self.openings is None else header.token == self.token

    def included(self, segment: Segment) -> int:
        """The last record of a segment that is in the base file."""
        if segment.header is None or self.goes_on(segment):
            return self.kept
        return (self.openings or {}).get(segment.header.token, -1)

    def close(self) -> None:
        """Let the base file go."""
        if self.base is not None:
            self.base.close()
            self.base = None

    @property
    def count(self) -> int:
        """How many documents there are."""
        return sum(map(len, self.tables.values()))
