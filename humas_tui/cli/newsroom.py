"""The way into the newsroom: the only place of the command line that imports Textual."""

from __future__ import annotations

import sys
from pathlib import Path

from ..errors import UsageError
from ..i18n import N_
from .output import on_terminal


def require_terminal() -> None:
    """Raise UsageError unless a person sits at both ends."""
    if not all(map(on_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        raise UsageError(
            N_("The newsroom needs a terminal.\nFor scripts there are commands: see “humas-tui --help”.")
        )


def open_on(data: Path, config: Path, language: str) -> int:
    """Open the newsroom on these files; return the exit code once it is closed."""
    from ..tui import open_newsroom

    return open_newsroom(data, config, language)
