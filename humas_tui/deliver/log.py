"""What went out over a limit, or with photos not permitted: a line of JSON each, beside the data file."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..errors import UnwritableError, system_reason
from ..model import Release
from ..ports import Clock

SUFFIX: Final = ".log"


class DiskLog:
    """The ``Log`` of ports.py: ``humas.json.log`` beside ``humas.json``, readable by its owner alone."""

    def __init__(self, data: Path, clock: Clock, who: str) -> None:
        self._file = data.with_name(data.name + SUFFIX)
        self._clock = clock
        self._who = who

    def forced(self, release: Release, outlet: str, reasons: Sequence[str]) -> None:
        """Add a line, and see that it is on the disk. Raises UnwritableError."""
        entry = {
            "time": self._clock.now().isoformat(timespec="seconds"),
            "who": self._who,
            "release": release.id,
            "revision": release.revision,
            "outlet": outlet,
            "reasons": list(reasons),
        }
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        try:
            # One write, at the end whatever other processes add meanwhile: a line is never torn by another.
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab", buffering=0) as stream:
                stream.write(line.encode("utf-8", "replace"))
                os.fsync(stream.fileno())
        except OSError as error:
            raise UnwritableError(file=self._file, reason=system_reason(error)) from error
