"""The real program on a terminal of its own: keys go in, what it paints comes out."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DEADLINE = 30.0  # seconds for anything to happen, on a machine with other things to do


class Terminal:
    """``python -m humas_tui`` on a pseudo-terminal of 120 columns and 36 rows. A thread reads what is painted."""

    def __init__(self, *words: str, environment: dict[str, str]) -> None:
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "humas_tui", *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # its terminal: losing it sends SIGHUP
            env={**inherited, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **environment},
        )
        os.close(slave)
        self._painted = bytearray()
        self._guard = threading.Lock()
        self._ended = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def painted(self) -> str:
        """Everything painted so far, without its escape sequences."""
        return re.sub(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])", "", self.raw)

    @property
    def raw(self) -> str:
        """Everything painted so far, as the terminal gets it."""
        with self._guard:
            return self._painted.decode("utf-8", "replace")

    def until(self, met: Callable[[], object], what: str) -> None:
        """Wait until ``met``. Fails after 30 s, naming ``what``."""
        end = time.monotonic() + DEADLINE
        while not met():
            if time.monotonic() > end:
                pytest.fail(f"never came: {what}\n{self.painted[-3000:]}")
            self._ended.wait(0.02)

    def shows(self, pattern: str, since: int = 0) -> int:
        """Wait until ``pattern`` is painted behind the place ``since``; returns the place behind it."""
        found: list[re.Match[str]] = []

        def met() -> bool:
            found[:] = re.compile(pattern).finditer(self.painted, since)
            return bool(found)

        self.until(met, pattern)
        return found[0].end()

    def type(self, text: str) -> None:
        """Press keys, as fast as the terminal takes them."""
        data = text.encode()
        while data:
            data = data[os.write(self.master, data) :]

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def lose(self) -> None:
        """The window is closed, the connection breaks: nobody holds the other end any more."""
        self._stop_reading()
        os.close(self.master)
        self.master = -1

    def wait(self) -> int:
        """The exit code, once the program has ended."""
        return self.process.wait(DEADLINE)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._stop_reading()
        if self.master >= 0:
            os.close(self.master)

    def _stop_reading(self) -> None:
        self._ended.set()
        self._reader.join()

    def _read(self) -> None:
        while not self._ended.is_set():
            ready, _, _ = select.select([self.master], [], [], 0.02)
            if not ready:
                continue
            try:
                data = os.read(self.master, 65536)
            except OSError:  # EIO: the program has closed its side
                return
            with self._guard:
                self._painted += data
