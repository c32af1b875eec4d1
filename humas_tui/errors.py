"""The error tree: what can go wrong, the sentence for the user, and the exit code of the command line.

    HumasError
    ├── UsageError            2  the words of the command, or a value given, are off
    ├── NotFoundError         3  no such release, file, outlet, template
    │   ├── UnreadableFileError  a file given by the user cannot be read as what it claims to be
    │   ├── FaultyOutletError    an outlet of the user's own is not as it must be
    │   └── MissingPhotoError    a photo of the release is not where it should be
    ├── StoreError            4  the data file cannot be read, written or locked: nothing was changed
    │   ├── ForeignFileError     it is not a file of this program
    │   ├── LockedError          another program is writing to it
    │   └── UnwritableError      it, or another file to be written, cannot be written
    ├── RefusedError          5  a gate says no; the message names each reason
    └── StoppedError          1  long work was stopped before its end

A sentence is a message id of ``i18n`` with named places, filled and translated when the error is shown.
"""

from __future__ import annotations

from typing import Final

from .i18n import N_, _


class HumasError(Exception):
    """Something went wrong that the user can be told in a sentence or two.

    ``sentence`` is a message id; ``details`` fill its named places.
    """

    exit_code = 1
    sentence = N_("Something went wrong: {reason}")

    def __init__(self, sentence: str | None = None, **details: object) -> None:
        if sentence is not None:
            self.sentence = sentence
        self.details = details
        super().__init__(self.sentence, details)

    def __str__(self) -> str:
        return _(self.sentence).format(**self.details)


class UsageError(HumasError):
    """The words of a command, or a value, are off."""

    exit_code = 2
    sentence = N_("Wrong command: {reason}")


class NotFoundError(HumasError):
    """What was named does not exist."""

    exit_code = 3
    sentence = N_("There is no {what} “{name}”.")


class UnreadableFileError(NotFoundError):
    """A file given by the user is there, but cannot be read as what it claims to be."""

    sentence = N_("{file} cannot be read: {reason}")


class FaultyOutletError(NotFoundError):
    """An outlet that the user made cannot be used: its declaration or its template is off."""

    sentence = N_("The outlet in {file} cannot be used: {reason}")


class MissingPhotoError(NotFoundError):
    """A photo of the release is not where it should be."""

    sentence = N_("The photo {file} of this release is missing. Put it back, or remove it from the release.")


class StoreError(HumasError):
    """The data file cannot be read, written or locked; nothing was changed."""

    exit_code = 4
    sentence = N_("The data file {file} cannot be used: {reason}")


class ForeignFileError(StoreError):
    """The data file is not one of this program."""

    sentence = N_("{file} is not a data file of humas-tui ({reason}). It was left untouched.")


class LockedError(StoreError):
    """Another program is the writer of the data file. ``owner`` says which."""

    sentence = N_("The data file {file} is open in another window ({owner}). Close it there first.")


class UnwritableError(StoreError):
    """A file could not be written; what was there before is still there."""

    sentence = N_("{file} cannot be written: {reason}")


class RefusedError(HumasError):
    """A gate says no; ``reason`` names each ground."""

    exit_code = 5
    sentence = N_("Refused: {reason}")


class StoppedError(HumasError):
    """Long work was stopped; there is nothing of it."""

    sentence = N_("It was stopped.")


#: What Linux and macOS say most often (message ids); what else they say is passed on as it is.
REASONS: Final = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("No space left on device"),
    N_("Read-only file system"),
    N_("File name too long"),
    N_("File too large"),
    N_("Disk quota exceeded"),
    N_("Too many open files"),
    N_("Input/output error"),
)


def system_reason(error: OSError) -> str:
    """The operating system's word on why, without numbers and paths: ``No space left on device``; those of
    ``REASONS`` in the language of the interface."""
    return _(error.strerror) if error.strerror else type(error).__name__
