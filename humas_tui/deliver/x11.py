"""As much of the X11 protocol as a clipboard takes: a connection, windows without a picture, properties, events.

Written from "X Window System Protocol" (X Consortium Standard, X version 11, release 6.8), appendix B for the
bytes, and the ICCCM, section 2, for selections. There is no tool that offers HTML and plain text together:
``xclip -t text/html`` has no plain text for a program that asks for it, and a binding (python-xlib, GTK, Qt) is
a large thing to depend on for the few kinds of message that are needed here.

A fault of the server or of what it says raises OSError.
"""

from __future__ import annotations

import contextlib
import re
import socket
import struct
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

# Events
PROPERTY_NOTIFY: Final = 28
SELECTION_CLEAR: Final = 29
SELECTION_REQUEST: Final = 30
SELECTION_NOTIFY: Final = 31

# Atoms that every server knows by these numbers
ATOM: Final = 4
INTEGER: Final = 19
STRING: Final = 31

#: Seconds for an answer of the server.
PATIENCE: Final = 2.0
#: A request has at most 65,535 units of four bytes, and a server may take no more than 4,096 of them.
LEAST_REQUEST: Final = 16_384
MOST_AT_ONCE: Final = 65_536

_PROPERTY_CHANGES: Final = 0x400000  # the event mask PropertyChange
_INPUT_ONLY: Final = 2
_COOKIE: Final = b"MIT-MAGIC-COOKIE-1"
_GENERIC_EVENT: Final = 35


class Display:
    """A connection to the X server of that name (``:0``, ``localhost:10.0``). Raises OSError.

    ``most`` is how many bytes a property is given at once."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        host, number = _parts(name)
        self._socket, setup = _connected(host, number, environment)
        self._events: deque[bytes] = deque()
        self._ids: int = struct.unpack_from("<I", setup, 4)[0]
        vendor, longest = struct.unpack_from("<HH", setup, 16)
        formats = setup[21]
        self._root: int = struct.unpack_from("<I", setup, 32 + vendor + -vendor % 4 + 8 * formats)[0]
        self.most = min(max(longest * 4, LEAST_REQUEST) - 64, MOST_AT_ONCE)

    def close(self) -> None:
        """End the connection; the server forgets what was made over it."""
        self._socket.close()

    def wait_at_most(self, seconds: float | None) -> None:
        """How long an answer or an event is waited for: TimeoutError then. None: for ever."""
        self._socket.settimeout(seconds)

    def atom(self, name: str) -> int:
        """The number of a name (InternAtom)."""
        data = name.encode("ascii")
        self._send(16, 0, struct.pack("<HH", len(data), 0) + data)
        return int(struct.unpack_from("<I", self._reply(), 8)[0])

    def window(self) -> int:
        """A new window that is never shown, and whose properties are watched (CreateWindow)."""
        self._ids += 1
        values = (self._ids, self._root, 0, 0, 1, 1, 0, _INPUT_ONLY, 0, 0x800, _PROPERTY_CHANGES)
        self._send(1, 0, struct.pack("<IIhhHHHHIII", *values))
        return self._ids

    def watch(self, window: int) -> None:
        """Be told when a property of somebody's window changes (ChangeWindowAttributes)."""
        self._send(2, 0, struct.pack("<III", window, 0x800, _PROPERTY_CHANGES))

    def put(self, window: int, name: int, kind: int, data: bytes, size: int = 8) -> None:
        """Give a property a value of items of so many bits (ChangeProperty)."""
        head = struct.pack("<IIIB3xI", window, name, kind, size, len(data) // (size // 8))
        self._send(18, 0, head + data)

    def drop(self, window: int, name: int) -> None:
        """Delete a property (DeleteProperty)."""
        self._send(19, 0, struct.pack("<II", window, name))

    def get(self, window: int, name: int) -> tuple[int, bytes]:
        """The type of a property and its value, up to a gigabyte (GetProperty)."""
        self._send(20, 0, struct.pack("<IIIII", window, name, 0, 0, 1 << 28))
        reply = self._reply()
        kind, _after, items = struct.unpack_from("<III", reply, 8)
        return int(kind), reply[32 : 32 + items * reply[1] // 8]

    def own(self, window: int, selection: int, time: int) -> None:
        """Have a selection (SetSelectionOwner)."""
        self._send(22, 0, struct.pack("<III", window, selection, time))

    def owner(self, selection: int) -> int:
        """The window that has a selection (GetSelectionOwner); 0: none."""
        self._send(23, 0, struct.pack("<I", selection))
        return int(struct.unpack_from("<I", self._reply(), 8)[0])

    def ask(self, window: int, selection: int, target: int, name: int) -> None:
        """Have the owner of a selection put it into a property (ConvertSelection)."""
        self._send(24, 0, struct.pack("<IIIII", window, selection, target, name, 0))

    def answer(self, time: int, window: int, selection: int, target: int, name: int) -> None:
        """Tell a window that its wish was met, in that property (0: that it was not; SendEvent)."""
        event = struct.pack("<BxHIIIII8x", SELECTION_NOTIFY, 0, time, window, selection, target, name)
        self._send(25, 0, struct.pack("<II", window, 0) + event)

    def event(self) -> bytes:
        """The next event, 32 bytes. What the server complains of is passed over: a window may be gone any time."""
        while not self._events:
            self._take(self._packet())
        return self._events.popleft()

    def _reply(self) -> bytes:
        while True:
            packet = self._packet()
            if packet[0] == 0:
                raise ConnectionError(f"X error {packet[1]} (request {packet[10]})")
            if packet[0] == 1:
                return packet
            self._take(packet)

    def _take(self, packet: bytes) -> None:
        if packet[0] > 1:
            self._events.append(bytes([packet[0] & 0x7F]) + packet[1:])

    def _packet(self) -> bytes:
        """An error (0), a reply (1, of any length) or an event."""
        head = _read(self._socket, 32)
        if head[0] not in (1, _GENERIC_EVENT):
            return head
        return head + _read(self._socket, struct.unpack_from("<I", head, 4)[0] * 4)

    def _send(self, opcode: int, detail: int, body: bytes) -> None:
        body += bytes(-len(body) % 4)
        self._socket.sendall(struct.pack("<BBH", opcode, detail, 1 + len(body) // 4) + body)


def _parts(name: str) -> tuple[str, int]:
    """Host (empty: this computer) and number of a display."""
    found = re.fullmatch(r"(.*):(\d+)(?:\.\d+)?", name)
    if found is None:
        raise ConnectionError(f"{name!r} is no X display")
    host = found[1].strip("[]")
    return "" if host in ("", "unix") else host, int(found[2])


def _connected(host: str, number: int, environment: Mapping[str, str]) -> tuple[socket.socket, bytes]:
    """A connection that was let in, and what the server told of itself. Each key that may fit is tried."""
    refusal = ""
    for cookie in (*_cookies(number, environment), b""):
        link = _socket(host, number)
        name = _COOKIE if cookie else b""
        link.sendall(
            struct.pack("<BxHHHH2x", 0x6C, 11, 0, len(name), len(cookie)) + _padded(name) + _padded(cookie)
        )
        head = _read(link, 8)
        told = _read(link, struct.unpack_from("<H", head, 6)[0] * 4)
        if head[0] == 1:
            return link, told
        link.close()
        refusal = refusal or told[: head[1]].decode("latin-1").strip()
    raise PermissionError(refusal or "the X server lets nobody in")


def _socket(host: str, number: int) -> socket.socket:
    if host:
        return socket.create_connection((host, 6000 + number), PATIENCE)
    link = socket.socket(socket.AF_UNIX)
    link.settimeout(PATIENCE)
    link.connect(f"/tmp/.X11-unix/X{number}")
    return link


def _cookies(number: int, environment: Mapping[str, str]) -> Iterator[bytes]:
    """The keys for that display, this computer's own first. The file is one of libXau: numbers big-endian."""
    file = environment.get("XAUTHORITY") or Path(environment.get("HOME", "/"), ".Xauthority")
    content = b""
    with contextlib.suppress(OSError):
        content = Path(file).read_bytes()
    found, place = [], 0
    with contextlib.suppress(struct.error):  # a file that ends in the middle
        while place < len(content):
            fields, place = [], place + 2
            for _field in range(4):
                (length,) = struct.unpack_from(">H", content, place)
                fields.append(content[place + 2 : place + 2 + length])
                place += 2 + length
            found.append(fields)
    own = socket.gethostname().encode()
    for _address, display, name, cookie in sorted(found, key=lambda fields: fields[0] != own):
        if name == _COOKIE and display in (b"", str(number).encode()):
            yield cookie


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _read(link: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = link.recv(min(size - len(data), 1 << 20))
        if not piece:
            raise ConnectionError("the X server closed the connection")
        data += piece
    return bytes(data)
