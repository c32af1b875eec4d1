"""The values of the trade: a release, an office, a contact, a photo. Frozen, with pure functions."""

from .ident import is_identifier, new_identifier
from .office import Office
from .release import (
    CATEGORIES,
    KINDS,
    STATUSES,
    SUBJECTS,
    TONES,
    Category,
    Contact,
    Ignored,
    Kind,
    Photo,
    Release,
    Status,
    Subject,
    Tone,
    document_over,
    from_document,
    to_document,
)
from .version import REASONS, Discarded, Reason, Version

__all__ = [
    "CATEGORIES",
    "KINDS",
    "REASONS",
    "STATUSES",
    "SUBJECTS",
    "TONES",
    "Category",
    "Contact",
    "Discarded",
    "Ignored",
    "Kind",
    "Office",
    "Photo",
    "Reason",
    "Release",
    "Status",
    "Subject",
    "Tone",
    "Version",
    "document_over",
    "from_document",
    "is_identifier",
    "new_identifier",
    "to_document",
]
