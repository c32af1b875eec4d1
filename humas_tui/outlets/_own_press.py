"""The press: the process in which templates of users are filled (see ``_own_child``), from the outside.

It is started when it is first needed (0.1 s), then asked again and again (1 ms), ended when an answer takes too
long, and started anew for the next. It ends with this program: nobody holds its standard input any more.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ..errors import system_reason
from ..i18n import _

CHILD: Final = Path(__file__).with_name("_own_child.py")
#: Seconds that a template may take. One that is meant well takes a thousandth of it.
LONGEST: Final = 1.5
#: Seconds until the process must be there: a cold disk, a virus scanner.
START: Final = 30.0
MOST_TOLD: Final = 200  # characters of what Jinja2 says
MOST_BYTES: Final = 16_000_000  # of an answer


class Spoilt(Exception):
    """A template was not filled; the text is the reason, half a sentence. ``final``: it would not be the next time
    either, and to find that out takes long."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final


class Press:
    """The process, one for all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def fill(self, request: Mapping[str, Any]) -> str:
        """The text that a request is answered with. Raises Spoilt."""
        with self._lock:
            try:
                if self._process is None:
                    self._process = self._start()
                answer = self._ask(self._process, request)
            except Spoilt:
                self._end()
                raise
        if "text" not in answer:
            raise Spoilt(told(answer), final=answer["wrong"] in ("large", "memory", "deep"))
        return str(answer["text"])

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", str(CHILD)],  # -P: “html” there is Python's, not the outlet beside it
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_no_window(),
            )
        except OSError as error:
            raise Spoilt(system_reason(error)) from error
        self._process = process
        _within(START, process, None)
        return process

    def _ask(self, process: subprocess.Popen[bytes], request: Mapping[str, Any]) -> dict[str, Any]:
        return _within(LONGEST, process, json.dumps(request).encode())

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not sent any more
                    stream.close()
        process.wait()


def _no_window() -> int:
    """On Windows a console of its own, unseen."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _within(seconds: float, process: subprocess.Popen[bytes], content: bytes | None) -> dict[str, Any]:
    """The answer to ``content``, or the first one. The process is killed when that takes longer: reading ends
    then, on every system. Raises Spoilt."""
    assert process.stdin is not None
    assert process.stdout is not None
    late = threading.Event()

    def kill() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(seconds, kill)
    clock.daemon = True
    clock.start()
    try:
        if content is not None:
            process.stdin.write(len(content).to_bytes(4, "big") + content)
            process.stdin.flush()
        length = int.from_bytes(process.stdout.read(4), "big")
        found = process.stdout.read(length) if length <= MOST_BYTES else b""
    except OSError:  # it is gone
        length, found = 0, b""
    finally:
        clock.cancel()
    if late.is_set():
        raise Spoilt(_("it takes longer than {seconds} seconds").format(seconds=seconds), final=True)
    if not length or len(found) < length:
        raise Spoilt(_("it broke off"), final=True)
    answer: dict[str, Any] = json.loads(found)
    return answer


def told(answer: Mapping[str, Any]) -> str:
    """Half a sentence on what is wrong."""
    reason = str(answer.get("reason", ""))[:MOST_TOLD]
    sentences = {
        "large": _("the text is too large"),
        "memory": _("it takes too much memory"),
        "deep": _("it calls itself without end"),
        "missing": _("there is no template “{name}” in this folder").format(name=reason),
        "forbidden": _("it asks for something that a template must not ({reason})").format(reason=reason),
    }
    sentence = sentences.get(answer["wrong"], reason)
    line = answer.get("line")
    return _("line {line}: {reason}").format(line=line, reason=sentence) if line else sentence


PRESS: Final = Press()
