"""A program of its own: it offers HTML and plain text together on the clipboard of a Wayland compositor.

The owner lives on in a process of its own (see ``offer``); another connection reads both back and compares.
Standard input is a JSON object with ``html`` and ``text``, standard output the way, the exit code the result.
Errors are not caught: the last line of the traceback is the reason that the parent reports.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import struct
import sys
import threading
import time
from collections.abc import Mapping
from typing import Final

from . import wayland as w
from .offer import ARRIVED, HTML, NO_DISPLAY, NO_WAY, OTHER_TEXT, PLAIN, offered, stay

#: Seconds that those who are still fetching are waited for, once the clipboard is another's.
LAST_WAIT: Final = 5.0


class Owner:
    """Owns the clipboard and answers who asks."""

    def __init__(self, compositor: w.Compositor, contents: Mapping[str, bytes]) -> None:
        self._compositor = compositor
        self._contents = contents
        self._source = 0
        self._fetching: list[threading.Thread] = []

    def take(self) -> bool:
        """Become the owner; False where this compositor has no such protocol, or no seat."""
        link = self._compositor
        manager, device = _device(link)
        if not device:
            return False
        self._source = link.new()
        link.send(manager, w.CREATE_SOURCE, struct.pack("=I", self._source))
        for kind in self._contents:
            link.send(self._source, w.SOURCE_OFFER, w.string(kind))
        link.send(device, w.DEVICE_SET_SELECTION, struct.pack("=I", self._source))
        link.wait_at_most(w.PATIENCE)
        return True

    def serve(self) -> None:
        """Answer until the clipboard is another's and everybody who was fetching has all of it."""
        self._compositor.wait_at_most(None)
        while True:
            event = self._compositor.event()
            if event.sender != self._source:
                continue
            if event.number == w.SOURCE_CANCELLED:
                break
            if event.number == w.SOURCE_SEND:
                content = self._contents.get(event.text(), b"")
                # In a thread: one who reads slowly, or not at all, keeps nobody else waiting.
                thread = threading.Thread(target=_pour, args=(self._compositor.descriptor(), content), daemon=True)
                thread.start()
                self._fetching.append(thread)
        deadline = time.monotonic() + LAST_WAIT
        for thread in self._fetching:
            thread.join(max(0.0, deadline - time.monotonic()))


def fetched(compositor: w.Compositor, kind: str) -> bytes | None:
    """What the clipboard holds in that format, as any program gets it; None where it has none."""
    _manager, device = _device(compositor)
    offers: dict[int, list[str]] = {}
    current = 0
    for event in compositor.settle():
        if event.sender == device and event.number == w.DEVICE_OFFER:
            offers[event.value] = []
        elif event.sender == device and event.number == w.DEVICE_SELECTION:
            current = event.value
        elif event.sender in offers and event.number == w.OFFER_TYPE:
            offers[event.sender].append(event.text())
    if kind not in offers.get(current, ()):
        return None
    reading, writing = os.pipe()
    compositor.send(current, w.OFFER_RECEIVE, w.string(kind), writing)
    os.close(writing)
    with open(reading, "rb") as stream:  # noqa: PTH123 # it has no path
        return _read(stream.fileno())


def main() -> int:
    """Own the clipboard in a process that stays, read back, compare. Returns the exit code."""
    os.write(1, b"Wayland\n")
    given = json.load(sys.stdin.buffer)
    contents = offered(given["html"], given["text"])
    try:
        compositor = w.Compositor(os.environ)
    except (FileNotFoundError, ConnectionRefusedError, TimeoutError):
        return NO_DISPLAY
    owner = Owner(compositor, contents)
    if not owner.take():
        return NO_WAY
    result, end = OTHER_TEXT, stay(owner.serve)
    try:
        reader = w.Compositor(os.environ)
        if all(fetched(reader, kind) == contents[kind] for kind in (HTML, PLAIN[0])):
            result = ARRIVED
    finally:  # also where it could not be read back: what is said not to be copied is not to stay there
        if result == OTHER_TEXT:
            end()
    return result


def _device(compositor: w.Compositor) -> tuple[int, int]:
    """The manager and the device of the seat; 0, 0: there is none."""
    seat, manager = compositor.bind(w.SEAT), compositor.bind(*w.MANAGERS)
    if not (seat and manager):
        return 0, 0
    device = compositor.new()
    compositor.send(manager, w.GET_DEVICE, struct.pack("=II", device, seat))
    return manager, device


def _pour(descriptor: int, content: bytes) -> None:
    with contextlib.suppress(OSError), open(descriptor, "wb") as stream:  # it has no path
        stream.write(content)


def _read(descriptor: int) -> bytes:
    """Everything until the other end is closed; TimeoutError when nothing more comes."""
    pieces: list[bytes] = []
    while True:
        if not select.select([descriptor], [], [], w.PATIENCE)[0]:
            raise TimeoutError("the owner of the clipboard does not answer")
        piece = os.read(descriptor, 1 << 20)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


if __name__ == "__main__":
    sys.exit(main())
