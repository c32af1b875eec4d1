"""A program of its own: it puts HTML and plain text together on the clipboard of Windows, and reads both back.

Standard input is a JSON object with ``html`` and ``text``; standard output, exit code and errors are those of
``x11_child``. It was written from Microsoft's pages on the clipboard and on the HTML clipboard format (CF_HTML).
Untested on Windows: only what makes the bytes was ever run.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any, Final

ARRIVED: Final = 0
OTHER_TEXT: Final = 3

#: The name that Windows knows CF_HTML by.
HTML_FORMAT: Final = "HTML Format"
UNICODE_TEXT: Final = 13  # CF_UNICODETEXT
MOVEABLE: Final = 2  # GMEM_MOVEABLE: what a clipboard takes
#: Seconds before each try to open the clipboard, which one program at a time may have open.
TRIES: Final = (0.0, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64)

_HEAD: Final = (
    "Version:0.9\r\nStartHTML:{start_html:010d}\r\nEndHTML:{end_html:010d}\r\n"
    "StartFragment:{start_fragment:010d}\r\nEndFragment:{end_fragment:010d}\r\n"
)
_BEFORE: Final = "<html><body>\r\n<!--StartFragment-->"
_BEHIND: Final = "<!--EndFragment-->\r\n</body>\r\n</html>"


def html_format(html: str) -> bytes:
    """CF_HTML: a head that tells where, in bytes of UTF-8 from its own first one, page and fragment begin and end;
    then the page, with the fragment between two comments."""
    fragment, before, behind = html.encode(), _BEFORE.encode(), _BEHIND.encode()
    start = len(_HEAD.format(start_html=0, end_html=0, start_fragment=0, end_fragment=0))
    head = _HEAD.format(
        start_html=start,
        end_html=start + len(before) + len(fragment) + len(behind),
        start_fragment=start + len(before),
        end_fragment=start + len(before) + len(fragment),
    )
    return head.encode() + before + fragment + behind


def unicode_text(text: str) -> bytes:
    """CF_UNICODETEXT: UTF-16, lines ended as Windows does, a zero at the end."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return lines.encode("utf-16-le") + b"\0\0"


def main() -> int:
    """Put both there, read both back, compare. Returns the exit code."""
    os.write(1, b"Windows\n")
    given = json.load(sys.stdin.buffer)
    sent = {HTML_FORMAT: html_format(given["html"]), "": unicode_text(given["text"])}
    clipboard = _Clipboard()
    clipboard.put(sent)
    # A block of memory may be longer than what was asked for.
    held = clipboard.held(sent)
    return ARRIVED if all(held[name].startswith(content) for name, content in sent.items()) else OTHER_TEXT


class _Clipboard:
    """The clipboard, opened for a window of our own: one that nobody owns takes nothing (OpenClipboard).
    Formats go by their registered name; the empty one is plain text. What Windows refuses raises OSError."""

    def __init__(self) -> None:
        import ctypes

        self._c: Any = ctypes
        self._user: Any = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
        self._kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
        handle, number, size = ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t
        for library, name, result, arguments in (
            (self._user, "CreateWindowExW", handle, None),
            (self._user, "OpenClipboard", ctypes.c_int, (handle,)),
            (self._user, "EmptyClipboard", ctypes.c_int, ()),
            (self._user, "CloseClipboard", ctypes.c_int, ()),
            (self._user, "RegisterClipboardFormatW", number, (ctypes.c_wchar_p,)),
            (self._user, "SetClipboardData", handle, (number, handle)),
            (self._user, "GetClipboardData", handle, (number,)),
            (self._kernel, "GlobalAlloc", handle, (number, size)),
            (self._kernel, "GlobalLock", handle, (handle,)),
            (self._kernel, "GlobalUnlock", ctypes.c_int, (handle,)),
            (self._kernel, "GlobalSize", size, (handle,)),
        ):
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
        nothing = (0,) * 5 + (None,) * 4
        self._window = self._granted(self._user.CreateWindowExW(0, "STATIC", None, *nothing))

    def put(self, contents: dict[str, bytes]) -> None:
        """Replace everything there by these."""
        self._open()
        try:
            self._granted(self._user.EmptyClipboard())
            for name, content in contents.items():
                block = self._granted(self._kernel.GlobalAlloc(MOVEABLE, len(content)))
                self._c.memmove(self._granted(self._kernel.GlobalLock(block)), content, len(content))
                self._kernel.GlobalUnlock(block)
                self._granted(self._user.SetClipboardData(self._format(name), block))
        finally:
            self._user.CloseClipboard()

    def held(self, names: dict[str, bytes]) -> dict[str, bytes]:
        """What is there under each name."""
        self._open()
        try:
            return {name: self._content(self._user.GetClipboardData(self._format(name))) for name in names}
        finally:
            self._user.CloseClipboard()

    def _content(self, block: int | None) -> bytes:
        if not block:
            return b""
        place = self._granted(self._kernel.GlobalLock(block))
        try:
            return bytes(self._c.string_at(place, self._kernel.GlobalSize(block)))
        finally:
            self._kernel.GlobalUnlock(block)

    def _format(self, name: str) -> int:
        return int(self._granted(self._user.RegisterClipboardFormatW(name))) if name else UNICODE_TEXT

    def _open(self) -> None:
        for pause in TRIES:
            time.sleep(pause)
            if self._user.OpenClipboard(self._window):
                return
        self._granted(0)

    def _granted(self, result: Any) -> Any:
        """``result``, unless it is the nothing that tells a refusal."""
        if not result:
            raise self._c.WinError(self._c.get_last_error())
        return result


if __name__ == "__main__":
    sys.exit(main())
