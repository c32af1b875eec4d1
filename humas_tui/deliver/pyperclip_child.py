"""A program of its own, run by path: pyperclip copies standard input, reads it back and compares.

It says what pyperclip chose on standard output and the result as its exit code. Errors are not caught: the
last line of the traceback is the reason the parent reports. It imports nothing of this package, so that it
starts fast.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable

ARRIVED = 0
# 1 and 2 are what Python itself exits with.
OTHER_TEXT = 3  # read back: something else, or nothing
NO_TOOL = 4  # pyperclip knows no way here
NOT_LASTING = 5  # the way pyperclip chose forgets the text when this process ends

# Seconds before each further look. xclip's parent may end before its child has told the X server who owns the
# clipboard; then an early look finds the text that was there before (seen now and then under Xvfb).
LOOKS = (0.01, 0.02, 0.04, 0.08, 0.16)

# The names that people know, for pyperclip's functions copy_…
TOOLS = {
    "wl": "wl-copy",
    "wsl": "clip.exe",
    "windows": "Windows",
    "osx_pbcopy": "pbcopy",
    "osx_pyobjc": "macOS",
    "dev_clipboard": "/dev/clipboard",
    "qt": "Qt",
}


def arrived(sent: str, found: str) -> bool:
    """Whether ``found`` is the text sent, but for the kind and number of line ends that tools change.

    Nothing found is never a proof: pyperclip reads an unreachable clipboard as an empty text.
    """
    sent, found = (text.replace("\r\n", "\n").rstrip("\n") for text in (sent, found))
    return bool(found) and sent == found


def read_back(sent: str, paste: Callable[[], str]) -> bool:
    """Whether the clipboard holds ``sent``, now or within 0.3 s."""
    if arrived(sent, paste()):
        return True
    for pause in LOOKS:
        time.sleep(pause)
        if arrived(sent, paste()):
            return True
    return False


def main() -> int:
    """Copy, read back, compare. Returns the exit code."""
    import pyperclip

    copy, paste = pyperclip.determine_clipboard()  # type: ignore[no-untyped-call]  # it has no hints here
    if not copy:
        return NO_TOOL
    way = copy.__name__.removeprefix("copy_")
    with contextlib.suppress(OSError):  # a full disk must not stop the copy
        os.write(1, TOOLS.get(way, way).encode() + b"\n")
    if way == "qt":
        return NOT_LASTING
    text = sys.stdin.buffer.read().decode()
    copy(text)
    return ARRIVED if read_back(text, paste) else OTHER_TEXT


if __name__ == "__main__":
    sys.exit(main())
