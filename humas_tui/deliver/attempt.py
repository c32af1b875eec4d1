"""A way of copying that was tried, and the words of those that failed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..i18n import _

PATIENCE: Final = 3.0  # seconds a tool may take


@dataclass(frozen=True)
class Attempt:
    """One way tried; an empty ``failure`` means it worked."""

    way: str
    failure: str = ""


def failures(attempts: Sequence[Attempt]) -> tuple[tuple[str, str], ...]:
    """What was tried in vain, as the report has it."""
    return tuple((attempt.way, attempt.failure) for attempt in attempts if attempt.failure)


def without_kind(complaint: str) -> str:
    """The last line of a traceback, without the kind and the number of the error:
    ``ConnectionRefusedError: [Errno 111] Connection refused`` is ``Connection refused``."""
    return re.sub(r"^\w+Error: (\[\w+ \d+\] )?", "", complaint)


def too_slow() -> str:
    """The failure of a tool that had to be killed."""
    return _("no answer within {seconds} seconds").format(seconds=f"{PATIENCE:g}")
