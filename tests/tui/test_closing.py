"""Closing: a large file takes seconds to be made anew, and who waits is told what for."""

from __future__ import annotations

import gc
import io
import sys
import threading
from pathlib import Path

import pytest

from humas_tui import tui
from humas_tui.tui.app import HumasApp


class Told(io.StringIO):
    """Standard error; ``anything`` is set once something was said."""

    def __init__(self) -> None:
        super().__init__()
        self.anything = threading.Event()

    def write(self, text: str) -> int:
        written = super().write(text)
        self.anything.set()
        return written


def left_at_once(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The newsroom is left as soon as it is opened. Returns what is said on standard error. (No fixture: pytest
    puts its own standard error in place behind these.)"""
    told = Told()
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setattr(HumasApp, "run", lambda self: 0)
    monkeypatch.setattr(gc, "disable", lambda: None)  # until the first picture, which never stands here
    return told


def test_what_takes_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = left_at_once(monkeypatch)
    monkeypatch.setattr(tui, "SILENCE", 0)
    monkeypatch.setattr(HumasApp, "close_desk", lambda self: "" if told.anything.wait(30) else "never told")
    assert tui.open_newsroom(tmp_path / "humas.json", tmp_path / "config.toml", "en") == 0
    assert told.getvalue() == f"Writing everything into {tmp_path / 'humas.json'} …\n"


def test_what_is_done_at_once_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = left_at_once(monkeypatch)
    monkeypatch.setattr(tui, "SILENCE", 60)
    assert tui.open_newsroom(tmp_path / "humas.json", tmp_path / "config.toml", "en") == 0
    assert told.getvalue() == ""
