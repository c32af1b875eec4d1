"""The data file: TinyDB over a storage that never leaves half a file."""

from .releases import ReleaseStore

__all__ = ["ReleaseStore"]
