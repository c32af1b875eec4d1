"""Formatted copies: HTML with the plain text beside it, so that Word and mail get the one and WhatsApp the other.

A clipboard holds a text in several formats at once, and whoever pastes takes the best he knows. The common tools
offer one: ``xclip -t text/html`` has no plain text, ``wl-copy -t text/html`` gives the source of the HTML to those
who ask for plain text. Both would be half a copy, so neither is used:

- Linux: a process of our own that owns the clipboard of Wayland (``wayland_child``), or, where the compositor lets
  nobody without a window do that (GNOME), and under X11, that of the X server (``x11_child``);
- Windows: CF_HTML and CF_UNICODETEXT (``windows_child``); macOS: NSPasteboard by osascript (``macos``).
  These two are untested: there was no such system to run them on.

Elsewhere (over SSH without a display, on a console, under WSL) it is not done at all, and the page in the file can
be opened in a browser and copied there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ..i18n import _
from ..ports import CopyReport, CopyState
from . import guarded, macos, offer
from .attempt import PATIENCE, Attempt, too_slow, without_kind

FILE_NAME: Final = "salinan-terakhir.html"
#: The folder that this package lies in, for a child to find it in, wherever Python was started.
_ROOT: Final = str(Path(__file__).parents[2])


def page(html: str) -> str:
    """The fragment as a page that a browser shows right, wherever its file lies."""
    return (
        f'<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>Humas</title>\n</head>\n'
        f"<body>\n{html}\n</body>\n</html>\n"
    )


def handed_over(html: str, text: str, environment: Mapping[str, str], platform: str) -> tuple[CopyState, Attempt]:
    """Put both on the system's clipboard. How sure it is that they arrived (FILE: they did not), and the way."""
    if reason := impossible(environment, platform):
        return CopyState.FILE, Attempt(_("formatting"), reason)
    if platform == "darwin":
        script = macos.script(html, text).encode()
        return _judged_macos(guarded.run(macos.COMMAND, script, environment, PATIENCE))
    data = json.dumps({"html": html, "text": text}).encode()
    if platform == "win32":
        return _judged(_run("windows_child", data, environment))
    if environment.get("WAYLAND_DISPLAY"):
        outcome = _run("wayland_child", data, environment)
        if outcome.code not in (offer.NO_WAY, offer.NO_DISPLAY):
            return _judged(outcome)
        if not environment.get("DISPLAY"):
            return CopyState.FILE, Attempt("Wayland", _("this desktop (Wayland) takes it by Xwayland only"))
    return _judged(_run("x11_child", data, environment))


def _run(child: str, data: bytes, environment: Mapping[str, str]) -> guarded.Outcome:
    command = [sys.executable, "-P", "-m", f"{__package__}.{child}"]
    return guarded.run(command, data, child_environment(environment), PATIENCE)


def impossible(environment: Mapping[str, str], platform: str) -> str:
    """Why there is no way here; empty where there is one."""
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    if (environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")) and not display:
        return _("over SSH only plain text can be copied (and the file is on the remote computer)")
    if platform in ("win32", "darwin"):
        return ""
    if environment.get("WSL_DISTRO_NAME"):
        return _("under WSL only plain text can be copied")
    if not display:
        return _("there is no graphical desktop; here only plain text can be copied")
    return ""


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a child, in which this package is found."""
    path = environment.get("PYTHONPATH")
    return {**environment, "PYTHONPATH": f"{_ROOT}{os.pathsep}{path}" if path else _ROOT}


def formatted_sentence(report: CopyReport) -> str:
    """What to tell the user, in the language in use."""
    lost = any(way == str(report.file) for way, _reason in report.tried)
    if report.state is CopyState.CERTAIN:
        message = _("Copied with formatting, and as plain text for programs that take no formatting ({tool}).")
    elif report.state is CopyState.SENT:
        message = _(
            "Copied with formatting ({tool}), but whether it arrived cannot be seen here; "
            "if pasting brings nothing, open {file} in a browser and copy there."
        )
    elif lost:
        message = _("Not copied: {reason}; and {file} cannot be written.")
    else:
        message = _(
            "Not copied: {reason}. The formatted text is in {file}: open it in a browser, select everything and "
            "copy there."
        )
    reason = report.tried[-1][1] if report.tried else ""
    return message.format(tool=report.via, file=report.file, reason=reason)


def _judged(outcome: guarded.Outcome) -> tuple[CopyState, Attempt]:
    """What became of a run of a child."""
    tool = outcome.output or "Python"
    if outcome.code == offer.ARRIVED:
        return CopyState.CERTAIN, Attempt(tool)
    if outcome.code == offer.UNSEEN:
        return CopyState.SENT, Attempt(tool)
    if outcome.late:
        reason = too_slow()
    elif outcome.code == offer.NOT_BRIDGED:
        reason = _("the desktop (Wayland) did not take it over")
    elif outcome.code == offer.NO_DISPLAY:
        reason = _("the display does not answer")
    else:
        reason = without_kind(outcome.complaint) or _("the text could not be read back")
    return CopyState.FILE, Attempt(tool, reason)


def _judged_macos(outcome: guarded.Outcome) -> tuple[CopyState, Attempt]:
    if outcome.code == 0 and outcome.output == macos.SAME:
        return CopyState.CERTAIN, Attempt("macOS")
    reason = too_slow() if outcome.late else outcome.complaint or _("the text could not be read back")
    return CopyState.FILE, Attempt("osascript", reason)
