"""The clipboard: a chain of ways that never loses the text and says truthfully how far it came.

1. Always first a file, ``salinan-terakhir.txt``.
2. The system's clipboard by pyperclip, believed only when the text can be read back. Left out over SSH
   without a display: what is reached there is not the clipboard of the person at the keyboard.
3. Inside tmux ``load-buffer -w``: with tmux's defaults an OSC 52 of a program is dropped (tmux 3.3a).
4. OSC 52, the terminal's own way, which never answers.

With formatting it is the system's clipboard or nothing: see ``formatted``. A plain copy says nothing in HTML, and
takes the place of all formats of the copy before.

pyperclip knows every platform's tool but ignores their exit codes, sets no timeout and lets them inherit our
outputs and process group: with the display gone it returns normally and the text is lost, and xclip complains
in the middle of the screen. So it runs in one guarded child (``pyperclip_child``), which copies, reads back
and compares. Refused: patching ``pyperclip.subprocess`` in this process (faster by 60 ms, but built on its
inside, and the Windows and Qt ways would stay unguarded); a second child for reading back (twice the start;
it would prove more for Qt only, whose text dies with its process, and that way is refused by name).
Measured under Xvfb with xclip, 2 cores: 70 to 90 ms, the file included.
"""

from __future__ import annotations

import base64
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from ..durable import write_durably
from ..errors import UnwritableError, system_reason
from ..i18n import _
from ..ports import CopyReport, CopyState
from . import formatted, guarded, pyperclip_child
from .attempt import PATIENCE, Attempt, failures, too_slow

FILE_NAME: Final = "salinan-terakhir.txt"
# Bytes whose base64 and envelope stay within 100,000: hterm's limit, and what tmux 3.3a was seen to pass.
OSC_52_LIMIT: Final = 74_994


class ClipboardChain:
    """The ``Clipboard`` of ports.py.

    ``folder`` takes the file copy. ``terminal`` writes an escape sequence to the terminal, at once and from
    the thread that calls ``copy``; None when there is no terminal to write to. ``environment`` stands in for
    ``os.environ``.
    """

    def __init__(
        self,
        folder: Path,
        terminal: Callable[[str], None] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = folder
        self._terminal = terminal
        self._environment = os.environ if environment is None else environment
        self._spare: Path | None = None

    def copy(self, text: str) -> CopyReport:
        """Copy ``text``; see the module for the ways. Takes 0.1 s as a rule, up to about 6 s with hanging tools.

        A lone surrogate, which no clipboard can hold, becomes a question mark. An empty text is never CERTAIN.
        When no file could be written, the report's file is among those tried; see ``sentence``.
        Raises UnwritableError when there is neither a clipboard nor a file.
        """
        data = text.encode("utf-8", "replace")
        kept = list(self._keep(FILE_NAME, data))
        file = Path(kept[-1].way)
        native = [] if _is_remote(self._environment) else list(_native(data, self._environment))
        if native and not native[-1].failure:
            return CopyReport(CopyState.CERTAIN, native[-1].way, file, failures(kept + native))
        handed = [*_tmux(data, self._environment), *_osc_52(data, self._terminal)]
        tried = failures(kept + native + handed)
        if via := " + ".join(attempt.way for attempt in handed if not attempt.failure):
            return CopyReport(CopyState.SENT, via, file, tried)
        if kept[-1].failure:
            raise UnwritableError(file=file, reason=kept[-1].failure)
        return CopyReport(CopyState.FILE, "", file, tried)

    def copy_formatted(self, html: str, text: str) -> CopyReport:
        """Copy a fragment of HTML and, beside it, ``text`` for who takes no formatting: both or neither. The file
        is a page of the HTML, also where nothing was copied.

        SENT means that it is there, but could not be read back as who pastes will read it. Takes 0.2 s as a rule.
        Raises UnwritableError when there is neither a clipboard nor a file.
        """
        html, text = (part.encode("utf-8", "replace").decode() for part in (html, text))
        kept = list(self._keep(formatted.FILE_NAME, formatted.page(html).encode()))
        file = Path(kept[-1].way)
        state, attempt = formatted.handed_over(html, text, self._environment, sys.platform)
        if state is CopyState.FILE and kept[-1].failure:
            raise UnwritableError(file=file, reason=kept[-1].failure)
        return CopyReport(state, "" if attempt.failure else attempt.way, file, failures([*kept, attempt]))

    def _keep(self, name: str, data: bytes) -> Iterator[Attempt]:
        """Write the file copy: in the folder, or else in a private temporary one. The last attempt counts."""
        first = _write(self._folder / name, data)
        yield first
        if not first.failure:
            return
        try:
            # A folder of our own: a fixed name in a shared one could be a link laid by somebody else.
            self._spare = self._spare or Path(tempfile.mkdtemp(prefix="humas-tui-"))
        except OSError as error:
            yield Attempt(first.way, system_reason(error))
        else:
            yield _write(self._spare / name, data)


def sentence(report: CopyReport) -> str:
    """What to tell the user, in the language in use."""
    lost = any(way == str(report.file) for way, _reason in report.tried)
    if report.state is CopyState.CERTAIN:
        message = _("Copied to the clipboard ({tool}).")
    elif report.state is CopyState.FILE:
        message = _("No clipboard could be reached; the text is in {file}.")
    elif lost:
        message = _("Sent to the terminal ({tool}); whether it arrived is unknown, and {file} cannot be written.")
    else:
        message = _("Sent to the terminal ({tool}); if pasting brings nothing, the text is in {file}.")
    return message.format(tool=report.via, file=report.file)


def _write(path: Path, data: bytes) -> Attempt:
    """The text may be under embargo: its owner alone reads it."""
    try:
        write_durably(path, data, private=True)
    except UnwritableError as error:
        return Attempt(str(path), str(error.details["reason"]))
    return Attempt(str(path))


def _is_remote(environment: Mapping[str, str]) -> bool:
    """Over SSH with no display of the near side lent (``ssh -X``)."""
    ssh = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    return bool(ssh) and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _native(data: bytes, environment: Mapping[str, str]) -> Iterator[Attempt]:
    """The system's clipboard. The last attempt counts.

    pyperclip tries one tool: under Wayland wl-copy, which fails where the compositor has no seat
    ("Missing a seat", weston) although the X11 clipboard beside it works. Then that one gets its turn.
    """
    surroundings = child_environment(environment, sys.platform)
    command = [sys.executable, "-P", pyperclip_child.__file__]  # -P: its neighbours are no top-level modules
    outcome = guarded.run(command, data, surroundings, PATIENCE)
    yield _judged(outcome)
    if outcome.code and environment.get("WAYLAND_DISPLAY") and environment.get("DISPLAY"):
        del surroundings["WAYLAND_DISPLAY"]
        yield _judged(guarded.run(command, data, surroundings, PATIENCE))


def child_environment(environment: Mapping[str, str], platform: str) -> dict[str, str]:
    """The environment for pyperclip. On macOS pbcopy takes UTF-8 for MacRoman unless LC_CTYPE says better.

    pyperclip sets none, and then “ ” – arrive as rubbish (earendil-works/pi #9684).
    """
    surroundings = dict(environment)
    if platform == "darwin":
        surroundings.pop("LC_ALL", None)  # it would win over LC_CTYPE
        surroundings["LC_CTYPE"] = "UTF-8"
    return surroundings


def _judged(outcome: guarded.Outcome) -> Attempt:
    """What became of a run of ``pyperclip_child``."""
    tool = outcome.output or "pyperclip"
    if outcome.code == pyperclip_child.ARRIVED:
        return Attempt(tool)
    if outcome.late:
        return Attempt(tool, too_slow())
    if outcome.code == pyperclip_child.NO_TOOL:
        return Attempt(tool, _("no clipboard tool was found"))
    if outcome.code == pyperclip_child.NOT_LASTING:
        return Attempt(tool, _("it would forget the text when the program ends"))
    return Attempt(tool, outcome.complaint or _("the text could not be read back"))


def _tmux(data: bytes, environment: Mapping[str, str]) -> Iterator[Attempt]:
    """tmux's own buffer, which ``-w`` (tmux 3.2) also passes on to the terminal outside."""
    if not environment.get("TMUX"):
        return
    outcome = guarded.run(["tmux", "load-buffer", "-w", "-"], data, environment, PATIENCE)
    reason = too_slow() if outcome.late else outcome.complaint or _("it failed and gave no reason")
    yield Attempt("tmux", "" if outcome.code == 0 else reason)


def _osc_52(data: bytes, terminal: Callable[[str], None] | None) -> Iterator[Attempt]:
    """The terminal's own way: an escape sequence, which many terminals drop without a word (GNOME Terminal)."""
    if terminal is None:
        return
    if len(data) > OSC_52_LIMIT:
        reason = _("{size} bytes is too many; the limit is {limit}").format(size=len(data), limit=OSC_52_LIMIT)
        yield Attempt("OSC 52", reason)
        return
    try:
        terminal(f"\x1b]52;c;{base64.b64encode(data).decode()}\a")
    except OSError as error:
        yield Attempt("OSC 52", system_reason(error))
    else:
        yield Attempt("OSC 52")
