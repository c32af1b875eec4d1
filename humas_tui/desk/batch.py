"""What came of an export of many: counted as it goes, told at the end. Nothing of a release is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from ..errors import RefusedError
from ..i18n import _, ngettext
from .releasing import Exported

#: So many of the sentences of what was not written are kept for the report; the rest is counted.
MOST_TOLD: Final = 200


@dataclass
class Tally:
    """How many files were written, refused by a gate, or failed. ``told`` are the first sentences of the latter
    two, a file each; ``code`` is the exit code of the first of them, 0 where there is none."""

    written: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    code: int = 0

    def add(self, exported: Exported) -> str:
        """Count what came of one file. Returns what is to be told of it; nothing where it was written."""
        error = exported.error
        if error is None:
            self.written += 1
            return ""
        counted = self.refused if isinstance(error, RefusedError) else self.failed
        counted[exported.outlet.name] += 1
        self.code = self.code or error.exit_code
        sentence = f"{exported.release.id}, {exported.outlet.name}: {error}"
        if len(self.told) < MOST_TOLD:
            self.told.append(sentence)
        return sentence

    @property
    def done(self) -> int:
        """How many files were dealt with."""
        return self.written + self.missing

    @property
    def missing(self) -> int:
        """How many were not written."""
        return self.refused.total() + self.failed.total()

    def summary(self) -> list[str]:
        """The report in lines: written, refused, failed, the latter two by outlet."""
        told = ngettext("{count} file written.", "{count} files written.", self.written)
        lines = [told.format(count=self.written)]
        for sentence, counted in ((_("Refused: {files}."), self.refused), (_("Failed: {files}."), self.failed)):
            if counted:
                files = ", ".join(f"{name} {count}" for name, count in sorted(counted.items()))
                lines.append(sentence.format(files=files))
        return lines
