"""Which file to bring in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.text import Text, TextType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import DirectoryTree, Input

from ...i18n import _
from ...importers import importers
from ...text.clean import clean_line
from ..widgets.line import Line
from .dialog import Dialog, words


class Importable(DirectoryTree):
    """Folders, and the files that can be brought in."""

    def process_label(self, label: TextType) -> Text:
        """A name as it can be shown: it may hold anything but a slash."""
        return super().process_label(Text(clean_line(str(label)) or "?", end="", no_wrap=True))

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Nothing hidden, nothing of another kind."""
        known = tuple(suffix for importer in importers() for suffix in importer.suffixes)
        return [
            path
            for path in paths
            if not path.name.startswith(".") and (path.is_dir() or path.name.lower().endswith(known))
        ]


class ImportFile(Dialog[Path]):
    """A path to type or paste, and the folders to walk through."""

    def compose(self) -> ComposeResult:
        """The line and the tree."""
        with self.frame(_("Import a file"), _("Enter choose · Tab to the folders · Esc close")):
            with Horizontal(classes="question"):
                yield words(_("File"))
                yield Line(
                    placeholder=_("path of a docx, md, txt, html or eml file"),
                    compact=True,
                    id="path",
                    classes="-submits",
                )
            yield Importable(Path.home(), id="tree")

    def on_mount(self) -> None:
        """A path can be pasted at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip("'\"").removeprefix("file://")
        if typed:
            self.dismiss(Path(typed).expanduser())

    @on(DirectoryTree.FileSelected)
    def _selected(self, event: DirectoryTree.FileSelected) -> None:
        self.dismiss(event.path)

    def on_key(self, event: events.Key) -> None:
        """In the tree, up and down walk it."""
        if isinstance(self.focused, Importable) and event.key in ("up", "down"):
            event.prevent_default()
