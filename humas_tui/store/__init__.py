"""The data file: TinyDB over a storage that never leaves half a file."""

from .releases import ReleaseStore
from .rescue import rescue

__all__ = ["ReleaseStore", "rescue"]
