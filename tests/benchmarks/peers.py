"""The peers: bare Textual programs, run as ``python -m tests.benchmarks.peers panes|area FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Markdown, OptionList, TextArea


class ThreePanes(App[None]):
    """A list, an editor, a preview: the least that a three-pane program can be."""

    CSS = "OptionList { width: 36; } TextArea { width: 1fr; } Markdown { width: 1fr; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(*(f"Rilis {number}" for number in range(50)))
            yield TextArea(self._text, soft_wrap=True)
            yield Markdown(self._text)


class Area(App[None]):
    """A text area on the whole screen."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield TextArea(self._text, soft_wrap=True)


if __name__ == "__main__":
    text = Path(sys.argv[2]).read_text(encoding="utf-8")
    (ThreePanes(text) if sys.argv[1] == "panes" else Area(text)).run()
