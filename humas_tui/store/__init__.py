"""The data file: TinyDB over a journal, so that a save costs the changed document and is never lost."""

from .releases import ReleaseStore

__all__ = ["ReleaseStore"]
