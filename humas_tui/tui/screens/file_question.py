"""Which file: a path to type, to paste or to drop, completed while it is typed; and folders to walk through."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from rich.text import Text, TextType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.suggester import Suggester
from textual.widgets import DirectoryTree, Input

from ...i18n import _
from ...text.clean import clean_line
from ..widgets.line import Line
from .dialog import Dialog, words


class FileTree(DirectoryTree):
    """Folders, and the files whose names end in one of ``suffixes`` (lower case, with their point)."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        super().__init__(Path.home(), id="tree")
        self._suffixes = suffixes

    def process_label(self, label: TextType) -> Text:
        """A name as it can be shown: it may hold anything but a slash."""
        return super().process_label(Text(clean_line(str(label)) or "?", end="", no_wrap=True))

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Nothing hidden, nothing of another kind."""
        return [path for path in paths if _wanted(path.name, path.is_dir(), self._suffixes)]


class PathSuggester(Suggester):
    """Goes on with a path: the first folder or file of a wanted kind whose name begins as typed."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._suffixes = suffixes

    async def get_suggestion(self, value: str) -> str | None:
        """The path with what is missing; the folder is read in a thread, since it may lie on a network."""
        return await asyncio.to_thread(completed, value, self._suffixes)


class FileQuestion(Dialog[Path]):
    """Asks for a file of one of the kinds that ``suffixes`` name."""

    def __init__(self, title: str, placeholder: str, suffixes: tuple[str, ...]) -> None:
        super().__init__()
        self._title = title
        self._placeholder = placeholder
        self._suffixes = suffixes

    def compose(self) -> ComposeResult:
        """The line and the tree."""
        with self.frame(self._title, _("Enter choose · Tab complete, or to the folders · Esc close")):
            with Horizontal(classes="question"):
                yield words(_("File"))
                yield Line(
                    placeholder=self._placeholder,
                    suggester=PathSuggester(self._suffixes),
                    compact=True,
                    id="path",
                    classes="-submits",
                )
            yield FileTree(self._suffixes)

    def on_mount(self) -> None:
        """A path can be pasted at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(typed_path(event.value))

    @on(DirectoryTree.FileSelected)
    def _selected(self, event: DirectoryTree.FileSelected) -> None:
        self.dismiss(event.path)

    def on_key(self, event: events.Key) -> None:
        """In the tree, up and down walk it; in the line, Tab takes what is suggested."""
        if isinstance(self.focused, FileTree) and event.key in ("up", "down"):
            event.prevent_default()
        if isinstance(self.focused, Input) and event.key == "tab" and self._take_suggestion(self.focused):
            event.prevent_default()
            event.stop()

    def _take_suggestion(self, line: Input) -> bool:
        """Whether there was one. The key that goes right takes it at the end of a line."""
        before = line.value
        line.action_end()
        line.action_cursor_right()
        return line.value != before


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
        if _wanted(name, folder, suffixes):
            return value + name[len(begun) :] + ("/" if folder else "")
    return None


def _from_home(text: str) -> Path:
    """The path, ``~`` being one's own folder, ``~name`` that of somebody, if there is one of that name."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _wanted(name: str, folder: bool, suffixes: tuple[str, ...]) -> bool:
    return not name.startswith(".") and (folder or name.lower().endswith(suffixes))
