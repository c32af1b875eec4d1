"""What opening a data file finds that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ..i18n import N_, _

#: Code → sentence (message id). ``{file}`` is a name beside the data file.
SENTENCES: Final[dict[str, str]] = {
    "edited": N_("{file} was written by another program. What it says now counts."),
    "base-damaged": N_(
        "{file} was damaged. It was made anew from the copy before and the journal; nothing is lost."
    ),
    "base-missing": N_("{file} was gone. It was made anew from the copy before and the journal; nothing is lost."),
    "base-incomplete": N_(
        "{file} was damaged or gone, and what there is to make it anew is not complete. The newest text of "
        "{count} documents may be lost."
    ),
    "document-restored": N_("{count} damaged documents in {file} were taken from the copy before, as they were."),
    "document-damaged": N_("{count} documents in {file} are damaged and may differ from what was written."),
    "document-lost": N_("{count} lines of {file} cannot be read."),
    "record-torn": N_("{file} ends in a save that was never finished. It was not confirmed."),
    "record-damaged": N_("{file} holds {count} damaged saves that cannot be read."),
    "records-missing": N_("{file}: {count} saves are missing before this one."),
    "segment-foreign": N_("{file} belongs to another data file. It was put aside."),
    "conflict": N_(
        "{file} was written by another program while saves of this one were not in it yet. The saves count; the "
        "file as it was is kept."
    ),
    "renumbered": N_("{count} documents that another program added to {file} have new numbers."),
    "leftover": N_("{file} was left behind by an earlier end and has been removed."),
    "set-aside": N_("The damaged bytes are kept in {file}."),
    "sync-failed": N_(
        "The disk refused to confirm a save in {file}. The text was written again elsewhere and is safe."
    ),
}


@dataclass(frozen=True)
class Finding:
    """One of them. ``lost`` where text may be lost; the bytes themselves are never thrown away."""

    code: str
    file: str
    lost: bool = False
    count: int = 0
    details: dict[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """It, for the user."""
        return _(SENTENCES[self.code]).format(file=self.file, count=self.count, **self.details)
