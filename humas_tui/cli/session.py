"""What a command works with: the places it was given, and the desk over them, made when it is asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .output import on_terminal, tell

if TYPE_CHECKING:
    from ..desk import Checking, Desk, Shelf
    from ..desk.backups import Backups
    from ..model.settings import Settings


@dataclass(frozen=True)
class Session:
    """One run of the command: the data file, the settings file, the language (``id`` or ``en``)."""

    data: Path
    config: Path
    language: str

    @cached_property
    def settings(self) -> Settings:
        """The settings in force. Raises UsageError when their file is faulty."""
        from ..config import read_settings

        return read_settings(self.config)

    @cached_property
    def shelf(self) -> Shelf:
        """The releases, for a command that only looks at them. Raises StoreError."""
        from ..bootstrap import open_shelf

        return open_shelf(self.data, tell)

    @cached_property
    def checking(self) -> Checking:
        """The copy desk. Raises UsageError."""
        from ..bootstrap import make_checking

        return make_checking(self.settings, self.config)

    @cached_property
    def desk(self) -> Desk:
        """The desk with every release on its shelf. Raises StoreError or UsageError."""
        from ..bootstrap import make_desk

        terminal = _write_to_terminal if on_terminal(sys.stderr) else None
        desk = make_desk(self.data, self.config, self.settings, terminal)
        desk.open()
        return desk

    @cached_property
    def backups(self) -> Backups:
        """Backups, made and restored: neither releases nor settings are read for that before it begins."""
        from ..bootstrap import make_backups

        return make_backups(self.data, self.config)

    def close(self) -> None:
        """Write what was changed into the data file, and tell what was found wrong with it. Raises StoreError;
        nothing is lost then."""
        if "desk" in self.__dict__:
            store = self.desk.store
            only_looked = not store.writable
            store.close()
            for sentence in store.findings(lost=only_looked):
                tell(sentence)
        if "backups" in self.__dict__:
            self.backups.vault.close()


def _write_to_terminal(sequence: str) -> None:
    """An escape sequence for the terminal: by standard error, since standard output carries data."""
    sys.stderr.write(sequence)
    sys.stderr.flush()
