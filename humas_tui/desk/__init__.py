"""The desk: the use cases of the newsroom. Screens and commands call it; it knows neither."""

from .desk import Desk
from .shelf import Hit, Shelf

__all__ = ["Desk", "Hit", "Shelf"]
