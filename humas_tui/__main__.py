"""The door: ``humas-tui``, or ``python -m humas_tui``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

INTERRUPTED: Final = 130  # what shells give for Ctrl+C: 128 + SIGINT


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words of the command line say (those of this process by default); return the exit code."""
    try:
        from .cli.program import run

        return run(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    raise SystemExit(main())
