"""A program of its own: it offers HTML and plain text together on the clipboard of an X11 display.

The owner lives on in a process of its own (see ``offer``); another connection reads both back and compares. Under
Wayland that process is a program of Xwayland, whose selection the compositor takes over or not (Sway 1.7: while a
window of Xwayland has the focus, and only then), so there ``wl-paste`` has to find the HTML too.

Standard input is a JSON object with ``html`` and ``text``, standard output the way, the exit code the result.
Errors are not caught: the last line of the traceback is the reason that the parent reports.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from . import x11
from .offer import ARRIVED, HTML, NO_DISPLAY, NOT_BRIDGED, OTHER_TEXT, PLAIN, UNSEEN, offered, stay

#: Seconds that one who stopped fetching halfway is waited for, once the clipboard is another's.
LAST_WAIT: Final = 5.0
#: Seconds before each look at the clipboard of Wayland.
LOOKS: Final = (0.02, 0.04, 0.08, 0.16, 0.2)
#: What ``wl-paste`` complains of (2.1) where it could look and there is nothing, or nothing in that format.
NOTHING_THERE: Final = (b"No selection", b"Nothing is copied", b"No suitable type")


@dataclass
class _Transfer:
    """A value on its way piece by piece, into one property."""

    kind: int
    data: bytes
    sent: int = 0


class Owner:
    """Owns the clipboard and answers who asks. MULTIPLE, which nobody pastes with, is refused."""

    def __init__(self, display: x11.Display, contents: Mapping[str, bytes]) -> None:
        self._display = display
        self._clipboard = display.atom("CLIPBOARD")
        self._targets, self._timestamp = display.atom("TARGETS"), display.atom("TIMESTAMP")
        self._incr, utf8 = display.atom("INCR"), display.atom("UTF8_STRING")
        self._contents = {display.atom(name): content for name, content in contents.items()}
        self._kinds = {target: target for target in self._contents} | {display.atom("TEXT"): utf8}
        self._window = display.window()
        self._transfers: dict[tuple[int, int], _Transfer] = {}
        self._time = self._now()

    def take(self) -> bool:
        """Become the owner; whether that was granted."""
        self._display.own(self._window, self._clipboard, self._time)
        return self._display.owner(self._clipboard) == self._window

    def serve(self) -> None:
        """Answer until the clipboard is another's and everybody who was fetching has all of it."""
        owning = True
        while owning or self._transfers:
            event = self._display.event()
            if event[0] == x11.SELECTION_REQUEST:
                self._request(*struct.unpack_from("<IIIIII", event, 4))
            elif event[0] == x11.PROPERTY_NOTIFY and event[16] == 1:  # deleted: the next piece is wanted
                self._go_on(*struct.unpack_from("<II", event, 4))
            elif event[0] == x11.SELECTION_CLEAR:
                owning = False
                self._display.wait_at_most(LAST_WAIT)

    def _now(self) -> int:
        """The server's time, as a change of a property tells it: an owner must name one (ICCCM 2.1)."""
        self._display.put(self._window, x11.STRING, x11.STRING, b"")
        while (event := self._display.event())[0] != x11.PROPERTY_NOTIFY:
            pass
        return int(struct.unpack_from("<I", event, 12)[0])

    def _request(self, time: int, _owner: int, window: int, selection: int, target: int, name: int) -> None:
        name = name or target  # a program of old has no property of its own (ICCCM 2.2)
        display = self._display
        if target == self._targets:
            known = (self._targets, self._timestamp, *self._contents)
            display.put(window, name, x11.ATOM, struct.pack(f"<{len(known)}I", *known), 32)
        elif target == self._timestamp:
            display.put(window, name, x11.INTEGER, struct.pack("<I", self._time), 32)
        elif target not in self._contents:
            name = 0
        elif len(data := self._contents[target]) <= display.most:
            display.put(window, name, self._kinds[target], data)
        else:
            self._transfers[window, name] = _Transfer(self._kinds[target], data)
            display.watch(window)
            display.put(window, name, self._incr, struct.pack("<I", len(data)), 32)
        display.answer(time, window, selection, target, name)

    def _go_on(self, window: int, name: int) -> None:
        """The next piece of a long value; behind the last one an empty one (ICCCM 2.7.2)."""
        transfer = self._transfers.get((window, name))
        if transfer is None:
            return
        piece = transfer.data[transfer.sent : transfer.sent + self._display.most]
        transfer.sent += len(piece)
        self._display.put(window, name, transfer.kind, piece)
        if not piece:
            del self._transfers[window, name]


def fetched(display: x11.Display, target: str) -> bytes | None:
    """What the clipboard holds in that format, as any program gets it; None where it has none."""
    window, name = display.window(), display.atom("HUMAS_TUI")
    display.ask(window, display.atom("CLIPBOARD"), display.atom(target), name)
    while (event := display.event())[0] != x11.SELECTION_NOTIFY:
        pass
    if struct.unpack_from("<I", event, 20)[0] == 0:
        return None
    kind, data = display.get(window, name)
    long = kind == display.atom("INCR")
    display.drop(window, name)
    if not long:
        return data
    pieces = []
    while piece := _next_piece(display, window, name):
        pieces.append(piece)
    return b"".join(pieces)


def _next_piece(display: x11.Display, window: int, name: int) -> bytes:
    while True:
        event = display.event()
        changed = event[0] == x11.PROPERTY_NOTIFY and struct.unpack_from("<II", event, 4) == (window, name)
        if changed and event[16] == 0:  # a new value
            piece = display.get(window, name)[1]
            display.drop(window, name)
            return piece


def seen_by_wayland(html: bytes) -> int:
    """ARRIVED, when ``wl-paste`` finds that HTML within half a second: the compositor has to ask for it first.
    NOT_BRIDGED, when it finds another or none; UNSEEN, when it cannot look (``This seat has no keyboard``)."""
    result = UNSEEN
    for pause in LOOKS:
        time.sleep(pause)
        try:
            found = subprocess.run(["wl-paste", "--no-newline", "--type", HTML], capture_output=True, timeout=1)
        except (FileNotFoundError, subprocess.TimeoutExpired):
            return UNSEEN
        if found.stdout == html:
            return ARRIVED
        if found.returncode == 0 or any(word in found.stderr for word in NOTHING_THERE):
            result = NOT_BRIDGED
    return result


def main() -> int:
    """Own the clipboard in a process that stays, read back, compare. Returns the exit code."""
    os.write(1, b"X11\n")
    given = json.load(sys.stdin.buffer)
    contents = offered(given["html"], given["text"])
    try:
        display = _opened()
    except (FileNotFoundError, ConnectionRefusedError, TimeoutError):
        return NO_DISPLAY
    owner = Owner(display, contents)
    if not owner.take():
        return OTHER_TEXT
    result, end = OTHER_TEXT, stay(lambda: _serve(owner, display))
    try:
        result = _judged(contents)
    finally:  # also where it could not be read back: what is said not to be copied is not to stay there
        # Where Wayland did not take it over it stays for programs of X11: once its owner is gone, Sway would empty
        # its own clipboard too, with what was there before.
        if result == OTHER_TEXT:
            end()
    return result


def _serve(owner: Owner, display: x11.Display) -> None:
    display.wait_at_most(None)
    owner.serve()


def _opened() -> x11.Display:
    return x11.Display(os.environ["DISPLAY"], os.environ)


def _judged(contents: Mapping[str, bytes]) -> int:
    reader = _opened()
    if any(fetched(reader, target) != contents[target] for target in (HTML, PLAIN[0])):
        return OTHER_TEXT
    if not os.environ.get("WAYLAND_DISPLAY"):
        return ARRIVED
    return seen_by_wayland(contents[HTML])


if __name__ == "__main__":
    sys.exit(main())
