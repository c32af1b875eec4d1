"""Paths as they are typed, pasted or dropped into a line, and gone on with while they are typed."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from textual.suggester import Suggester


class PathSuggester(Suggester):
    """Goes on with a path: the first folder or file of a wanted kind whose name begins as typed."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._suffixes = suffixes

    async def get_suggestion(self, value: str) -> str | None:
        """The path with what is missing; the folder is read in a thread, since it may lie on a network."""
        return await asyncio.to_thread(completed, value, self._suffixes)


def typed_path(text: str) -> Path:
    """The path that was typed, pasted, or dropped: terminals put it into quotes, escape its spaces, or make an
    address of it."""
    text = text.strip()
    if text.startswith("file://"):
        return Path(url2pathname(urlsplit(text).path))
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if os.name != "nt" and "\\" in text and not os.path.lexists(text):
        text = re.sub(r"\\(.)", r"\1", text)
    return _from_home(text)


def completed(value: str, suffixes: tuple[str, ...]) -> str | None:
    """``value`` with the rest of the first name in its folder that begins as it ends; None where there is none."""
    place = max(value.rfind("/"), value.rfind(os.sep))
    begun = value[place + 1 :]
    if place < 0 or not begun:
        return None
    try:
        with os.scandir(_from_home(value[: place + 1])) as found:
            names = sorted((entry.name, entry.is_dir()) for entry in found if entry.name.startswith(begun))
    except (OSError, ValueError):  # no such folder, a NUL in its name
        return None
    for name, folder in names:
        if wanted(name, folder, suffixes):
            return value + name[len(begun) :] + ("/" if folder else "")
    return None


def _from_home(text: str) -> Path:
    """The path, ``~`` being one's own folder, ``~name`` that of somebody, if there is one of that name."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def wanted(name: str, folder: bool, suffixes: tuple[str, ...]) -> bool:
    """Whether a folder's entry is shown: nothing hidden, nothing of another kind."""
    return not name.startswith(".") and (folder or name.lower().endswith(suffixes))
