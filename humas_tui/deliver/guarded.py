"""Run another program so that it can neither speak into the screen, nor hang it, nor die with its keys.

Clipboard tools leave a process behind that owns the clipboard and keeps whatever it inherited:

- a *pipe* on its standard output would hold us until the clipboard changes (pyperclip #116, xclip #154), so
  both outputs go to nameless temporary files, which nobody waits for;
- in our process group it would be killed by a later Ctrl+C (pyperclip #265), so it gets a session of its own,
  which has no terminal to write on either;
- a tool that never ends (wl-clipboard #224) is killed with all it started.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..errors import system_reason

MOST_READ = 65_536  # bytes of a program's talk: a sentence is wanted, no log


@dataclass(frozen=True)
class Outcome:
    """What a program did: its exit code (None: not started, or killed for being ``late``) and its talk."""

    code: int | None
    output: str = ""
    complaint: str = ""
    late: bool = False


def run(command: Sequence[str], data: bytes, environment: Mapping[str, str], timeout: float) -> Outcome:
    """Run ``command`` with ``data`` on its standard input, for at most ``timeout`` seconds. Never raises OSError.

    ``output`` is the first line of its standard output; ``complaint`` the last line on its standard error,
    or the system's reason why it could not be started.
    """
    with _scratch() as output, _scratch() as errors:
        try:
            process = _started(command, environment, subprocess.PIPE, output, errors)
        except OSError as error:
            return Outcome(None, complaint=system_reason(error))
        late = threading.Event()
        # Not communicate(timeout=…): it polls, 50 ms apart, and on Windows writes with no eye on the clock.
        clock = threading.Timer(timeout, _kill_all, (process, late))
        clock.start()
        try:
            with process:
                process.communicate(data)
        finally:
            clock.cancel()
        code = None if late.is_set() else process.returncode
        return Outcome(code, _line(output, 0), _line(errors, -1), late.is_set())


def launch(command: Sequence[str], environment: Mapping[str, str], timeout: float) -> Outcome:
    """Start ``command`` and leave it running; it is given ``timeout`` seconds to fail. Never raises OSError.

    Of one that runs on the outcome is ``late``."""
    with _scratch() as output, _scratch() as errors:
        try:
            process = _started(command, environment, subprocess.DEVNULL, output, errors)
        except OSError as error:
            return Outcome(None, complaint=system_reason(error))
        try:
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            # Somebody has to take note of its end.
            threading.Thread(target=process.wait, name="opened", daemon=True).start()
            return Outcome(None, late=True)
        return Outcome(code, _line(output, 0), _line(errors, -1))


def _started(
    command: Sequence[str], environment: Mapping[str, str], source: int, output: IO[bytes], errors: IO[bytes]
) -> subprocess.Popen[bytes]:
    """The process, in a session of its own. Raises OSError."""
    return subprocess.Popen(
        command,
        stdin=source,
        stdout=output,
        stderr=errors,
        env=dict(environment),
        start_new_session=True,
        creationflags=_no_window(),
    )


def _scratch() -> IO[bytes]:
    """A nameless file for a program's talk; with no room for one the talk is lost, but not the copy."""
    try:
        return tempfile.TemporaryFile()
    except OSError:
        return Path(os.devnull).open("r+b")


def _line(stream: IO[bytes], number: int) -> str:
    """The first (0) or last (-1) line that is not blank."""
    stream.seek(0)
    lines = [line.strip() for line in stream.read(MOST_READ).decode("utf-8", "replace").splitlines()]
    lines = [line for line in lines if line]
    return lines[number] if lines else ""


def _no_window() -> int:
    """On Windows a console of its own, unseen: the one we draw on is not the child's to touch."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _kill_all(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    """Time is up: kill the program and whatever it started in its session."""
    late.set()
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says the latter of the dead
            os.killpg(process.pid, signal.SIGKILL)
