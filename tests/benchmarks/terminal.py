"""A program on a pseudo-terminal, timed as a person would see it: when what was waited for is on the screen.

The time is taken when its bytes are read, before they are parsed, so the emulator's own cost is not counted.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from types import TracebackType

import pyte

PRIVATE = re.compile(r"\x1b\[[<>=?][0-9;]*[a-zA-Z]*\$?[a-zA-Z]|\x1bP[^\x1b]*\x1b\\")


class Terminal:
    """A program in a terminal of 120 × 36."""

    def __init__(self, command: list[str], environment: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(120, 36)
        self.bytes = 0
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.started = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment})
            os.execvp(command[0], command)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)

    def read(self, seconds: float) -> float | None:
        """Take in what comes within that time; when it came, or None."""
        if not select.select([self.handle], [], [], seconds)[0]:
            return None
        try:
            data = os.read(self.handle, 1 << 16)
        except OSError:
            return None
        came = time.perf_counter()
        self.bytes += len(data)
        if b"\x1b[c" in data:
            self.write("\x1b[?62;22c")
        self._stream.feed(PRIVATE.sub("", self._decode(data)))
        return came

    def write(self, text: str) -> None:
        """Type."""
        os.write(self.handle, text.encode())

    def text(self) -> str:
        """The screen."""
        return "\n".join(self.screen.display)

    def wait(self, pattern: str, seconds: float = 20.0) -> float:
        """When the screen first matched. Ends the benchmark when it never does."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            came = self.read(0.05)
            if came is not None and re.search(pattern, self.text()):
                return came
        sys.exit(f"never on the screen: {pattern}\n{self.text()}")

    def rest(self, seconds: float) -> None:
        """Let it settle."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.read(0.01)

    def echo(self, character: str) -> float:
        """Milliseconds from a key to one more of that character on the screen."""
        before = self.text().count(character)
        sent = time.perf_counter()
        self.write(character)
        while time.perf_counter() - sent < 5:
            came = self.read(0.05)
            if came is not None and self.text().count(character) != before:
                return (came - sent) * 1000
        sys.exit("a key was never echoed")
