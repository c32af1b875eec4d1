"""What opening a data file finds that is not as it should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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
        "{file} was written elsewhere ({where}) while saves of this computer were not in it yet. Both were put "
        "together. Where they differ, what was saved here counts. Documents that differ: {count}."
    ),
    "renumbered": N_(
        "{file} was written elsewhere ({where}) while saves of this computer were not in it yet. Documents from "
        "there that have new numbers: {count}."
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
    "document-damaged": N_(
        "Damaged documents in {file} that may differ from what was written: {count} ({names})."
    ),
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
    # What only an examination finds.
    "unwritable": N_("{file} cannot be written: {name}."),
    "release-unreadable": N_(
        "Releases in {file} that this version of the program cannot read and leaves as they are: {count} "
        "({names})."
    ),
    "version-unreadable": N_("Earlier versions in {file} whose text cannot be read: {count} ({names})."),
    "trash-unreadable": N_("Deleted releases in {file} that cannot be brought back: {count} ({names})."),
    "photo-missing": N_("Photos that releases name and that are not in {file}: {count} ({names})."),
    "copy-damaged": N_("{file}, the copy before, is damaged. It is made anew with the next changes."),
    "copy-renewed": N_("{file}, the copy before, was damaged. It was made anew."),
    "backup-damaged": N_("{file}, the newest backup, is damaged. Make a new one: humas-tui backup"),
    "wide": N_("Others can read files in {file}: {count} ({names})."),
    "narrowed": N_("Others could read files in {file}, now only you can: {count} ({names})."),
    "scarce": N_("The disk of {file} is nearly full: {name} are left. Making the data file anew may fail."),
    "kept-damaged": N_("{file} holds damaged bytes that were put aside ({size}, {day})."),
    "kept-conflict": N_("{file} is another version of the data file that was kept ({size}, {day})."),
    "kept-rescued": N_(
        "{file} holds a text that could not be saved once ({size}, {day}). “humas-tui import” brings it in."
    ),
    "kept-elsewhere": N_(
        "{file} seems to be another version of the data file, left by a program that synchronises ({size}, {day})."
    ),
}

#: What is said instead while nothing is repaired.
PENDING: Final[dict[str, str]] = {
    "replaced": N_("{file} was replaced by another file while saves were still to be put into it."),
    "conflict": N_(
        "{file} was written elsewhere ({where}) while saves of this computer were not in it yet. Documents that "
        "differ: {count}."
    ),
    "base-damaged": N_(
        "{file} is damaged. It can be made anew from the copy before and the journal; nothing is lost."
    ),
    "base-missing": N_(
        "{file} is gone. It can be made anew from the copy before and the journal; nothing is lost."
    ),
    "document-restored": N_("Damaged documents in {file} that the copy before has as they were: {count}."),
    "segment-foreign": N_("{file} belongs to another data file. Saves in it: {count}."),
}


#: So many names are told; of more, that there are more.
NAMES: Final = 3


def names_of(names: Sequence[str]) -> dict[str, str]:
    """The details of a finding about things with names."""
    return {"names": ", ".join(names[:NAMES]) + (" …" if len(names) > NAMES else "")}


@dataclass(frozen=True)
class Finding:
    """One of them. ``lost`` where text may be lost; the bytes themselves are never thrown away. ``done``: what the
    sentence says was done about it."""

    code: str
    file: str
    lost: bool = False
    count: int = 0
    details: dict[str, str] = field(default_factory=dict)
    done: bool = True

    def not_done(self) -> Finding:
        """The same, found where nothing can be done about it now."""
        return replace(self, done=False)

    @property
    def sentence(self) -> str:
        """It, for the user."""
        sentence = SENTENCES[self.code] if self.done else PENDING.get(self.code, SENTENCES[self.code])
        return _(sentence).format(file=self.file, count=self.count, **self.details)
