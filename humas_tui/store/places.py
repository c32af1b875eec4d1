"""The names of everything that belongs to a data file. All stand beside it and begin with its name."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DAMAGED: Final = ".damaged-"
CONFLICT: Final = ".conflict-"


@dataclass(frozen=True)
class Places:
    """For the data file ``humas.json``: ``humas.json.bak`` is the file before this one,
    ``humas.json.j000042`` a segment of the journal, ``humas.json.bak.j000041`` one that leads from the file
    before to this one, ``humas.json.damaged-1`` what was found damaged, ``humas.json.conflict-1`` a data file that
    was written elsewhere and says something else."""

    base: Path

    @classmethod
    def of(cls, path: Path) -> Places:
        """Those of the file that ``path`` names, by whatever name: links are followed."""
        return cls(Path(os.path.realpath(path)))

    @property
    def folder(self) -> Path:
        """Where they stand."""
        return self.base.parent

    def beside(self, addition: str) -> Path:
        """The data file's name with an addition."""
        return self.base.with_name(self.base.name + addition)

    @property
    def before(self) -> Path:
        """The base file before this one."""
        return self.beside(".bak")

    @property
    def before_new(self) -> Path:
        """The same, for the moment until it has its name."""
        return self.beside(".bak~")

    @property
    def new(self) -> Path:
        """A base file being written."""
        return self.beside(".tmp")

    @property
    def lock(self) -> Path:
        """What the one writer holds."""
        return self.beside(".lock")

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.beside(".backups")

    @property
    def restoring(self) -> Path:
        """The folder where a backup is laid out before it takes the place of what is there."""
        return self.beside(".restoring")

    def segment(self, number: int) -> Path:
        """A segment of the journal."""
        return self.beside(f".j{number:06}")

    def retired(self, number: int) -> Path:
        """A segment that is in the base file."""
        return self.beside(f".bak.j{number:06}")

    def damaged(self, number: int) -> Path:
        """Damaged bytes, kept."""
        return self.beside(f"{DAMAGED}{number}")

    def conflict(self, number: int) -> Path:
        """A data file that says something else than ours, kept."""
        return self.beside(f"{CONFLICT}{number}")

    def numbers(self, names: list[str], kind: str) -> list[int]:
        """The numbers of the names of a kind: ``.j``, ``.bak.j``, DAMAGED or CONFLICT."""
        pattern = re.compile(re.escape(self.base.name + kind) + r"(\d+)")
        return sorted(int(match[1]) for match in map(pattern.fullmatch, names) if match)
