"""What opening a data file finds that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ..i18n import N_, _

#: Code → sentence (message id). ``{file}`` is a name beside the data file.
SENTENCES: Final[dict[str, str]] = {
    "edited": N_("{file} was written by another program. What it says now counts."),
    "elsewhere": N_(
        "{file} was written by another computer or program while it is open here. What you write is saved; both "
        "are put together when this window is closed."
    ),
    "replaced": N_(
        "{file} was replaced by another file while saves were still to be put into it. It was made anew as it was "
        "here; nothing is lost."
    ),
    "conflict": N_(
        "{file} was written by another computer or program while saves of this one were not in it yet. Both were "
        "put together. Where they differ, what was saved here counts. Documents that differ: {count}."
    ),
    "renumbered": N_(
        "{file} was written by another computer or program while saves of this one were not in it yet. Documents "
        "of the other one that have new numbers: {count}."
    ),
    "base-damaged": N_(
        "{file} was damaged. It was made anew from the copy before and the journal; nothing is lost."
    ),
    "base-missing": N_("{file} was gone. It was made anew from the copy before and the journal; nothing is lost."),
    "base-incomplete": N_(
        "{file} was damaged or gone, and what there is to make it anew is not complete. Documents that may not be "
        "the newest: {count}; others may be missing."
    ),
    "document-restored": N_(
        "Damaged documents in {file} that were taken from the copy before, as they were: {count}."
    ),
    "document-damaged": N_("Damaged documents in {file} that may differ from what was written: {count}."),
    "document-lost": N_("Documents in {file} that cannot be read any more: {count}."),
    "record-torn": N_("{file} ends in a save that was never finished. It was not confirmed."),
    "record-damaged": N_("Damaged saves in {file} that cannot be read: {count}."),
    "records-missing": N_("Saves that are missing before {file}: {count}."),
    "segment-foreign": N_("{file} belongs to another data file. It was put aside. Saves in it: {count}."),
    "leftover": N_("{file} was left behind by an earlier end and has been removed."),
    "set-aside": N_("The damaged bytes are kept in {file}."),
    "rival": N_("The other version is kept in {file}. It can be looked at with the option --data."),
    "synchronised": N_(
        "{file} is kept in step with other computers by {name}. Where two of them write, they get in each other's "
        "way. A folder of this computer alone is safer: see --data and HUMAS_TUI_DATA."
    ),
    "network": N_(
        "{file} lies on another computer ({name}). There it is not certain that only one window writes. A folder "
        "of this computer alone is safer: see --data and HUMAS_TUI_DATA."
    ),
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
