"""What is handed to Windows and macOS, as far as it can be tried elsewhere: the bytes, the calls in order."""

from __future__ import annotations

import ctypes
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.deliver import macos, windows_child
from humas_tui.deliver.formatted import handed_over
from humas_tui.ports import CopyState

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


# CF_HTML, by Microsoft's "HTML Clipboard Format": four offsets in bytes from the first one of the head


def test_the_html_format_to_the_byte() -> None:
    assert windows_child.html_format("<p>“a” ✅</p>") == (
        b"Version:0.9\r\n"
        b"StartHTML:0000000105\r\n"
        b"EndHTML:0000000193\r\n"
        b"StartFragment:0000000139\r\n"
        b"EndFragment:0000000157\r\n"
        b"<html><body>\r\n<!--StartFragment--><p>\xe2\x80\x9ca\xe2\x80\x9d \xe2\x9c\x85</p><!--EndFragment-->\r\n"
        b"</body>\r\n</html>"
    )


@given(TEXTS)
def test_the_offsets_lead_to_page_and_fragment(html: str) -> None:
    made = windows_child.html_format(html)
    at = {name.decode(): int(place) for name, place in re.findall(rb"(\w+):(\d{10})\r\n", made[:105])}
    assert made[at["StartFragment"] : at["EndFragment"]].decode() == html
    page = made[at["StartHTML"] : at["EndHTML"]]
    assert page.startswith(b"<html>")
    assert page.endswith(b"</html>")
    assert at["EndHTML"] == len(made)


def test_plain_text_to_the_byte() -> None:
    assert windows_child.unicode_text("a\n✅") == b"a\0\r\0\n\0\x05\x27\0\0"
    assert windows_child.unicode_text("a\r\nb") == windows_child.unicode_text("a\nb")


class Windows:
    """The functions of the clipboard, as their pages tell. ``taken`` is how often it is open elsewhere first."""

    def __init__(self, taken: int = 0, *, loses: bool = False) -> None:
        self.taken, self.loses = taken, loses
        self.opened, self.owner = False, 0
        self.held: dict[int, int] = {}
        self.blocks: dict[int, ctypes.Array[ctypes.c_char]] = {}
        self.names: list[str] = []

    def library(self, name: str, use_last_error: bool) -> SimpleNamespace:
        functions = [part for part in dir(self) if part[0].isupper()]
        return SimpleNamespace(**{part: _callable(getattr(self, part)) for part in functions})

    def CreateWindowExW(self, *arguments: object) -> int:
        assert len(arguments) == 12
        return 7

    def OpenClipboard(self, window: int) -> int:
        assert not self.opened
        self.taken -= 1
        self.opened = self.taken < 0
        self.owner = window
        return int(self.opened)

    def CloseClipboard(self) -> int:
        self.opened = False
        return 1

    def EmptyClipboard(self) -> int:
        assert self.opened
        assert self.owner
        self.held.clear()
        return 1

    def RegisterClipboardFormatW(self, name: str) -> int:
        self.names.append(name)
        return 49_300

    def GlobalAlloc(self, flags: int, size: int) -> int:
        assert flags == 2
        block = ctypes.create_string_buffer(size + 8)  # more than was asked for
        self.blocks[id(block)] = block
        return id(block)

    def GlobalLock(self, block: int) -> int:
        return ctypes.addressof(self.blocks[block])

    def GlobalUnlock(self, block: int) -> int:
        return 0

    def GlobalSize(self, block: int) -> int:
        return len(self.blocks[block])

    def SetClipboardData(self, number: int, block: int) -> int:
        assert self.opened
        self.held[number] = block
        return block

    def GetClipboardData(self, number: int) -> int | None:
        assert self.opened
        return None if self.loses else self.held[number]


def _callable(method: Callable[..., Any]) -> Callable[..., Any]:
    """A function that takes attributes, as those of ctypes do."""
    return lambda *arguments: method(*arguments)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Callable[[Windows], int]:
    """Runs the program for Windows on these functions; its exit code."""

    def run(system: Windows) -> int:
        given_to_it = json.dumps({"html": "<p>✅</p>", "text": "✅\n"}).encode()
        monkeypatch.setattr(ctypes, "WinDLL", system.library, raising=False)
        monkeypatch.setattr(ctypes, "get_last_error", lambda: 5, raising=False)
        monkeypatch.setattr(ctypes, "WinError", lambda number: OSError(number, "Access is denied."), raising=False)
        monkeypatch.setattr(windows_child, "TRIES", (0.0, 0.0, 0.0))
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(given_to_it)))
        monkeypatch.setattr("os.write", lambda _file, data: len(data))
        return windows_child.main()

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="it has the real ones")
def test_both_formats_go_there_and_are_read_back(windows: Callable[[Windows], int]) -> None:
    system = Windows(taken=2)
    assert windows(system) == windows_child.ARRIVED
    held = {number: system.blocks[block].raw for number, block in system.held.items()}
    assert held[49_300].startswith(windows_child.html_format("<p>✅</p>"))
    assert held[13].startswith(windows_child.unicode_text("✅\n"))
    assert set(system.names) == {"HTML Format"}
    assert not system.opened


@pytest.mark.skipif(sys.platform == "win32", reason="it has the real ones")
def test_a_clipboard_that_stays_taken_or_forgets(windows: Callable[[Windows], int]) -> None:
    with pytest.raises(OSError, match="Access is denied"):
        windows(Windows(taken=9))
    assert windows(Windows(loses=True)) == windows_child.OTHER_TEXT


@pytest.mark.skipif(sys.platform == "win32", reason="there it would work")
def test_a_failure_there_is_told_without_its_traceback() -> None:
    state, attempt = handed_over("<b>a</b>", "a", {}, "win32")
    assert (state, attempt.way) == (CopyState.FILE, "Windows")
    assert attempt.failure == "module 'ctypes' has no attribute 'WinDLL'"


# macOS


@given(TEXTS, TEXTS)
def test_the_script_is_ascii_and_says_both(html: str, text: str) -> None:
    lines = macos.script(html, text).splitlines()
    assert all(line.isascii() for line in lines)
    sent = json.loads(lines[1].removeprefix("var sent = ").removesuffix(";"))
    assert sent == {"public.html": '<meta charset="utf-8">' + html, "public.utf8-plain-text": text}


@pytest.mark.skipif(shutil.which("node") is None, reason="needs a JavaScript")
@pytest.mark.parametrize(("forgets", "said"), [("false", "sama"), ("true", "")])
def test_the_script_against_a_pasteboard_of_our_own(forgets: str, said: str) -> None:
    """``$`` makes an NSString of a string, ``ObjC.unwrap`` a string of it; a method without arguments is called by
    its name alone."""
    script = json.dumps(macos.script("<b>“✅”</b>", "“✅” '\\\" </script> 1"))
    pasteboard = f"""
        const ObjC = {{import: () => null, unwrap: found => found === undefined ? undefined : found.text}};
        const held = {{lama: 1}};
        const $ = text => ({{text}});
        $.NSPasteboard = {{generalPasteboard: {{
            get clearContents() {{ delete held.lama; }},
            setStringForType(string, kind) {{ if (!{forgets}) held[kind] = string; }},
            stringForType: kind => held[kind],
        }}}};
        const result = eval({script});
        if ("lama" in held) throw "not cleared";
        console.log(result);
    """
    found = subprocess.run(["node", "-e", pasteboard], capture_output=True, text=True, timeout=60)
    assert (found.stderr, found.stdout.strip()) == ("", said)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("script", "state", "failure"),
    [
        ("cat >/dev/null; echo sama", CopyState.CERTAIN, ""),
        ("cat >/dev/null; echo", CopyState.FILE, "the text could not be read back"),
        ("echo execution error >&2; exit 1", CopyState.FILE, "execution error"),
    ],
)
def test_what_osascript_says_is_believed_only_when_it_read_it_back(
    script: str, state: CopyState, failure: str, tmp_path: Path, bare: dict[str, str]
) -> None:
    (tmp_path / "osascript").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "osascript").chmod(0o755)
    environment = bare | {"PATH": f"{tmp_path}:{bare['PATH']}"}
    found, attempt = handed_over("<b>a</b>", "a", environment, "darwin")
    assert (found, attempt.failure) == (state, failure)
