"""The desk: the use cases of the newsroom. Screens and commands call it; it knows neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checking import Checking
    from .desk import Desk
    from .shelf import Shelf

__all__ = ["Checking", "Desk", "Shelf"]


def __getattr__(name: str) -> type:
    """Each when it is asked for: the shelf alone, which ``humas-tui list`` needs, takes 60 ms less."""
    if name == "Checking":
        from .checking import Checking

        return Checking
    if name == "Desk":
        from .desk import Desk

        return Desk
    if name == "Shelf":
        from .shelf import Shelf

        return Shelf
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
