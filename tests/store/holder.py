"""Another program that has the data file open, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from humas_tui.store import ReleaseStore
store = ReleaseStore(Path(sys.argv[1]))
store.claim()
print("held", flush=True)
sys.stdin.readline()
store.close()
print("closed", flush=True)
"""


class Holder:
    """It writes from the moment this is made until it is told to end, or killed."""

    def __init__(self, data: Path) -> None:
        self.process = python(HOLD, str(data))
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "held\n"

    def end(self) -> None:
        """Have it close the file, as a window does."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "closed\n"
        self.process.wait(30)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def close(self) -> None:
        """At the end of a test, whatever became of it."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


def python(code: str, *words: str) -> subprocess.Popen[str]:
    """Python in a process of its own, with the package to be found."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
