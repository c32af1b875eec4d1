"""Which terminals show pictures, and textual-image for those that do: an extra that need not be there.

It is imported while the newsroom runs, when the first photo is to be seen. Left to itself it would ask the
terminal then what it can do, and Textual would take the answers for keys; so a terminal is judged by the names it
goes by, and the library is kept from asking. Names of the library are used here that it does not promise: its
range in `pyproject.toml` is narrow on purpose.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual_image.widget._base import Image as PictureWidget

#: Terminals with placeholders for pictures (kitty's graphics protocol), and with Sixel, by TERM and TERM_PROGRAM.
KITTY: Final = frozenset({"xterm-kitty", "xterm-ghostty"})
SIXEL: Final = frozenset({"foot", "foot-extra", "contour", "iTerm.app", "WezTerm"})
#: Programs between us and the terminal, which let through half of it.
BETWEEN: Final = ("TMUX", "STY", "ZELLIJ")


def protocol(environment: Mapping[str, str]) -> str:
    """``kitty``, ``sixel``, or nothing where it is not certain that pictures are shown."""
    if any(environment.get(name) for name in BETWEEN):
        return ""
    names = {environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")}
    if names & KITTY:
        return "kitty"
    return "sixel" if names & SIXEL or environment.get("KONSOLE_VERSION") else ""


@lru_cache(maxsize=1)
def picture_widget() -> type[PictureWidget] | None:
    """The widget of textual-image for this terminal; None where either is not there."""
    spoken = protocol(os.environ)
    if not spoken:
        return None
    try:
        with _unasked():
            from textual_image import _terminal
            from textual_image.widget import SixelImage, TGPImage
    except ImportError:
        return None
    with suppress(OSError, ValueError, ZeroDivisionError):  # the system does not say: the library has guessed
        rows, columns, width, height = _terminal.get_tiocgwinsz()  # type: ignore[attr-defined]
        size = _terminal.CellSize(width // columns, height // rows)
        if all(size):
            _terminal.get_cell_size._result = size  # type: ignore[attr-defined]
    return TGPImage if spoken == "kitty" else SixelImage


@contextmanager
def _unasked() -> Iterator[None]:
    """Standard output is no terminal meanwhile, as far as the library can see: it asks none then."""
    before = sys.__stdout__
    setattr(sys, "__stdout__", io.StringIO())  # noqa: B010  # Final, as far as mypy is told
    try:
        yield
    finally:
        setattr(sys, "__stdout__", before)  # noqa: B010
