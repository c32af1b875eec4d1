"""What workers tell the newsroom. They never touch a widget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from textual.message import Message

from ..errors import HumasError
from ..ports import CopyReport


@dataclass
class Kept(Message):
    """What these identifiers stand for is durable, as of ``at``."""

    identifiers: frozenset[str]
    at: datetime


@dataclass
class KeepFailed(Message):
    """Saving failed; ``rescued`` tells where the text was put, if anywhere."""

    identifiers: frozenset[str]
    error: HumasError
    rescued: str


@dataclass
class Copied(Message):
    """A text was copied; or refused."""

    report: CopyReport | None
    error: HumasError | None = None
