"""The desk: the use cases of the newsroom. Screens and commands call it; it knows neither."""

from .desk import Desk
from .shelf import Shelf

__all__ = ["Desk", "Shelf"]
