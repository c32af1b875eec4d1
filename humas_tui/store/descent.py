"""Who the base file is: each names itself by a stamp of its own, and those it was made from."""

from __future__ import annotations

import platform
import secrets
from typing import Final

from .base import Meta
from .state import State

#: So many of the base files that one was made from are named in it: one that comes back from another computer is a
#: few generations ahead at most.
LINEAGE: Final = 50


class Descent:
    """The base file that is there now, and what the next one will say of itself. ``token`` names this opening,
    ``kept`` is the last record that is in the base file, ``beside`` what the journal found at the opening has."""

    def __init__(self) -> None:
        self.token = secrets.token_hex(4)
        self.take_up(State())

    def take_up(self, state: State) -> None:
        """Go on from what was opened."""
        self.database, self.stamp = state.database, state.stamp
        self.kept = state.kept
        self._generation, self._lineage, self._beside = state.generation, state.lineage, state.beside

    def next(self, sequence: int) -> Meta:
        """What a base file says that has every record up to ``sequence``."""
        return Meta(
            database=self.database,
            generation=self._generation + 1,
            sequence=sequence,
            stamp=secrets.token_hex(8),
            before=self._lineage[:LINEAGE],
            token=self.token,
            openings=self._beside | {self.token: sequence},
            host=platform.node().encode("ascii", "replace").decode(),
        )

    def succeed(self, meta: Meta) -> None:
        """The file that says this has the name now."""
        self._generation, self.kept, self.stamp = meta.generation, meta.sequence, meta.stamp
        self._lineage = [meta.stamp, *meta.before]

    def forget_openings(self) -> None:
        """The segments found at the opening were put aside: the next file need not tell what of them is in it."""
        self._beside = {}
