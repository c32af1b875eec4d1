"""The values of the trade: a release, an office, a contact, a photo. Frozen, with pure functions."""

from .ident import is_identifier, new_identifier
from .office import Office
from .release import (
    CATEGORIES,
    KINDS,
    STATUSES,
    SUBJECTS,
    Basis,
    Category,
    Contact,
    Ignored,
    Kind,
    OwnText,
    Photo,
    Release,
    Status,
    Subject,
    document_over,
    from_document,
    to_document,
    without_bases,
)
from .version import REASONS, Discarded, Reason, Version

__all__ = [
    "CATEGORIES",
    "KINDS",
    "REASONS",
    "STATUSES",
    "SUBJECTS",
    "Basis",
    "Category",
    "Contact",
    "Discarded",
    "Ignored",
    "Kind",
    "Office",
    "OwnText",
    "Photo",
    "Reason",
    "Release",
    "Status",
    "Subject",
    "Version",
    "document_over",
    "from_document",
    "is_identifier",
    "new_identifier",
    "to_document",
    "without_bases",
]
