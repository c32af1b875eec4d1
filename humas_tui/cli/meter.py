"""The line on a terminal's standard error that tells how far long work has come.

No bar of rich: what it printed would have to be kept until its end, since paths go to the same screen by another
way. This line is taken away before a path is written and put back behind it. It needs no escape sequence.
"""

from __future__ import annotations

import shutil
import sys
from time import monotonic
from types import TracebackType
from typing import Final, Self

from ..text.clean import clean_line
from .output import on_terminal

#: Seconds between two changes of the line: a person reads no faster, and a slow connection has to carry it.
PACE: Final = 0.1


class Meter:
    """The line; ``with`` takes it away at the end. Silent where standard error is no terminal, or not wanted."""

    def __init__(self, *, wanted: bool) -> None:
        self._seen = wanted and on_terminal(sys.stderr)
        self._length = 0
        self._told_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def tell(self, line: str) -> None:
        """Show ``line``, unless another was shown a moment ago."""
        if not self._seen or monotonic() - self._told_at < PACE:
            return
        self.clear()
        self._told_at = monotonic()
        shown = clean_line(line)[: shutil.get_terminal_size().columns - 1]
        self._length = len(shown)
        self._write(shown)

    def clear(self) -> None:
        """Take the line away, for what else is written."""
        if self._length:
            self._write("\r" + " " * self._length + "\r")
            self._length = 0

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
