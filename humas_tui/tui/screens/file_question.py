"""Which file: a path to type, to paste or to drop, completed while it is typed; and folders to walk through."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.text import Text, TextType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import DirectoryTree, Input

from ...i18n import _
from ...text.clean import clean_line
from ..widgets.line import Line
from ..widgets.paths import PathSuggester, typed_path, wanted
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
        return [path for path in paths if wanted(path.name, path.is_dir(), self._suffixes)]


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
