"""What an examination of a data file gives: an overview, and what was found, by what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from .findings import Finding


class Mark(Enum):
    """How it stands with one thing."""

    FINE = "fine"
    REPAIRED = "repaired"

    WRONG = "wrong"


@dataclass(frozen=True)
class Check:
    """One line of the overview: what was looked at (a message id), how it stands, and what was seen."""

    topic: str
    mark: Mark
    told: str


@dataclass
class Diagnosis:
    """What was found. ``problems`` were not repaired, or text may be lost; ``repaired`` are as they should be
    again; ``notes`` need nothing. ``hindrance`` tells why nothing could be repaired now."""

    data: Path
    checks: list[Check] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    repaired: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    hindrance: str = ""

    @property
    def ok(self) -> bool:
        """Whether everything is as it should be, by now."""
        return not self.problems

    def add(self, topic: str, told: str, *, wrong: list[Finding], repaired: list[Finding] | None = None) -> None:
        """Add a line to the overview, and what was found with it."""
        mark = Mark.WRONG if wrong else Mark.REPAIRED if repaired else Mark.FINE
        self.checks.append(Check(topic, mark, told))
        self.problems += wrong
        self.repaired += repaired or []
