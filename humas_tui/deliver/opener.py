"""Programs of the desktop, opened from the terminal: the mail program for an address, the browser for a page.

Not ``webbrowser``: it prints, and where there is no desktop it starts a browser for the terminal (lynx, w3m) in
the middle of the screen. Whether the program that was called has shown anything, no system tells.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import Final

from ..errors import NotFoundError, system_reason
from ..i18n import N_, _
from . import guarded

#: Seconds in which a program that cannot open something is expected to say so. One that opens a browser may run as
#: long as the browser does.
PATIENCE: Final = 1.5


class SystemOpener:
    """The ``Opener`` of ports.py. ``environment`` stands in for ``os.environ``."""

    def __init__(self, environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> None:
        self._environment = os.environ if environment is None else environment
        self._platform = platform

    def refusal(self) -> str:
        """Why nothing can be opened from here; empty where there is a desktop."""
        given = self._environment
        desktop = given.get("DISPLAY") or given.get("WAYLAND_DISPLAY")
        if (given.get("SSH_CONNECTION") or given.get("SSH_TTY")) and not desktop:
            return _("over SSH there is no desktop")
        if self._platform in ("win32", "darwin"):
            return ""
        if not desktop:
            return _("there is no desktop")
        if shutil.which("xdg-open", path=given.get("PATH")) is None:
            return _("xdg-open is not installed")
        return ""

    def open(self, target: str) -> None:
        """Have the desktop open ``target``. Raises NotFoundError. Takes up to 1.5 seconds."""
        reason = self.refusal() or self._failure(target)
        if reason:
            raise NotFoundError(N_("Nothing can be opened from here: {reason}."), reason=reason)

    def _failure(self, target: str) -> str:
        """Open ``target``; what went wrong, if anything."""
        if sys.platform == "win32":
            try:
                os.startfile(target)
            except OSError as error:
                return system_reason(error)
            return ""
        tool = "open" if self._platform == "darwin" else "xdg-open"
        outcome = guarded.launch((tool, target), self._environment, PATIENCE)
        if outcome.code == 0 or outcome.late:
            return ""
        # xdg-open complains with the whole of an address, which may be 2,000 characters.
        return outcome.complaint if outcome.code is None else _("no program was found for it")
