"""As much of the Wayland protocol as a clipboard takes: a connection, its globals, messages with file descriptors.

Written from "The Wayland Protocol" (chapter 4, wire protocol), ``wayland.xml`` and the protocol *data control* of
wlroots (``wlr-data-control-unstable-v1``) with its heir (``ext-data-control-v1``), whose messages have the same
numbers. It lets a program without a window own the clipboard. Sway has it (tried with 1.7), KDE is said to,
GNOME has not.

A fault of the compositor or of what it says raises OSError.
"""

from __future__ import annotations

import array
import os
import socket
import struct
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MANAGERS: Final = ("ext_data_control_manager_v1", "zwlr_data_control_manager_v1")
SEAT: Final = "wl_seat"

# Requests and events by number, of the object that they go to or come from
CREATE_SOURCE, GET_DEVICE = 0, 1  # of a manager
SOURCE_OFFER, SOURCE_SEND, SOURCE_CANCELLED = 0, 0, 1
DEVICE_SET_SELECTION, DEVICE_OFFER, DEVICE_SELECTION = 0, 0, 1
OFFER_RECEIVE, OFFER_TYPE = 0, 0

#: Seconds for an answer of the compositor.
PATIENCE: Final = 2.0

_DISPLAY: Final = 1
_SYNC, _GET_REGISTRY, _ERROR, _BIND = 0, 1, 0, 0
_GLOBAL: Final = 0  # of the events of the registry; the other tells of one that went: a screen, a keyboard


@dataclass(frozen=True)
class Event:
    """What an object tells: its number, the number of the event, the bytes of its arguments."""

    sender: int
    number: int
    body: bytes

    @property
    def value(self) -> int:
        """The first argument, where that is a number."""
        return int(struct.unpack_from("=I", self.body)[0])

    def text(self, place: int = 0) -> str:
        """The argument at that byte, where that is a string."""
        (length,) = struct.unpack_from("=I", self.body, place)
        return self.body[place + 4 : place + 3 + length].decode("utf-8", "replace")


class Compositor:
    """A connection to the compositor that the environment names. Raises OSError."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        path = Path(environment.get("XDG_RUNTIME_DIR", ""), environment["WAYLAND_DISPLAY"])
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(PATIENCE)
        self._socket.connect(os.fspath(path))
        self._data = bytearray()
        self._descriptors: deque[int] = deque()
        self._last = _DISPLAY
        self._registry = self.new()
        self._globals: dict[str, int] = {}
        self.send(_DISPLAY, _GET_REGISTRY, struct.pack("=I", self._registry))
        self.settle()

    def close(self) -> None:
        """End the connection; the compositor forgets what was made over it."""
        self._socket.close()

    def wait_at_most(self, seconds: float | None) -> None:
        """How long an event is waited for: TimeoutError then. None: for ever."""
        self._socket.settimeout(seconds)

    def new(self) -> int:
        """A number for an object to be made."""
        self._last += 1
        return self._last

    def bind(self, *names: str) -> int:
        """An object for the first of these globals that there is, in its first version; 0: there is none."""
        for name in names:
            if name in self._globals:
                number = self.new()
                arguments = struct.pack("=I", self._globals[name]) + string(name) + struct.pack("=II", 1, number)
                self.send(self._registry, _BIND, arguments)
                return number
        return 0

    def send(self, to: int, number: int, body: bytes = b"", descriptor: int | None = None) -> None:
        """Make a request, with a file descriptor where it takes one."""
        message = struct.pack("=II", to, (8 + len(body)) << 16 | number) + body
        if descriptor is None:
            self._socket.sendall(message)
        else:
            socket.send_fds(self._socket, [message], [descriptor])

    def settle(self) -> list[Event]:
        """Wait until everything asked for was done; what was told meanwhile."""
        callback, told = self.new(), list[Event]()
        self.send(_DISPLAY, _SYNC, struct.pack("=I", callback))
        while (event := self.event()).sender != callback:
            told.append(event)
        return told

    def event(self) -> Event:
        """The next event. Raises ConnectionError for one that tells of an error."""
        sender, word = struct.unpack("=II", self._bytes(8))
        event = Event(sender, word & 0xFFFF, self._bytes((word >> 16) - 8))
        if sender == _DISPLAY and event.number == _ERROR:
            raise ConnectionError(event.text(8))
        if sender == self._registry and event.number == _GLOBAL:
            self._globals.setdefault(event.text(4), event.value)
        return event

    def descriptor(self) -> int:
        """The file descriptor that came with the last event."""
        return self._descriptors.popleft()

    def _bytes(self, size: int) -> bytes:
        while len(self._data) < size:
            data, ancillary, _flags, _address = self._socket.recvmsg(4_096, socket.CMSG_SPACE(28 * 4))
            if not data:
                raise ConnectionError("the compositor closed the connection")
            self._data += data
            for _level, _kind, content in ancillary:
                found = array.array("i")
                found.frombytes(content[: len(content) - len(content) % found.itemsize])
                self._descriptors.extend(found)
        taken = bytes(self._data[:size])
        del self._data[:size]
        return taken


def string(text: str) -> bytes:
    """A string as an argument: its length with the zero at its end, filled up to four bytes."""
    data = text.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + bytes(-len(data) % 4)
