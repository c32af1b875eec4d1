"""What the programs that own a clipboard of the Linux desktop have in common: the formats, the process that stays.

Such a clipboard is not given a text but lent one: whoever pastes asks its owner, in the format he likes best. So a
program leaves a process behind that answers until somebody else copies something, and reads both formats back.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from typing import Final

ARRIVED: Final = 0
# 1 and 2 are what Python itself exits with.
OTHER_TEXT: Final = 3  # read back: something else, or nothing
NOT_BRIDGED: Final = 4  # on the X11 clipboard, but not on that of Wayland
UNSEEN: Final = 5  # on the X11 clipboard; nothing here can read that of Wayland
NO_DISPLAY: Final = 6  # nobody answers there
NO_WAY: Final = 7  # a compositor that lets no program without a window set its clipboard

HTML: Final = "text/html"
#: What programs ask for who want plain text. Of ``TEXT`` the owner chooses the kind.
PLAIN: Final = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT")
#: Without it LibreOffice and others take the bytes of HTML for another encoding than UTF-8.
CHARSET: Final = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'


def offered(html: str, text: str) -> dict[str, bytes]:
    """What is offered, by the name it is asked for. ``STRING`` is Latin-1 (ICCCM 2.6.2)."""
    return {
        HTML: (CHARSET + html).encode(),
        **dict.fromkeys(PLAIN, text.encode()),
        "STRING": text.encode("latin-1", "replace"),
    }


def stay(serve: Callable[[], None]) -> Callable[[], None]:
    """Have a process of our own go on with ``serve`` until that returns. What is returned ends it before."""
    process = os.fork()
    if process == 0:
        _detach()
        with contextlib.suppress(OSError):  # the server is gone, or who was fetching
            serve()
        os._exit(0)
    return lambda: os.kill(process, signal.SIGKILL)


def _detach() -> None:
    """Keep nothing open that somebody may wait for, and no folder in use."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(null, number)
    os.chdir("/")
