"""How the application ends that is told to, or breaks: what was typed is saved first."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual import work
from textual.app import App
from textual.worker import WorkerFailed

from ..errors import UnwritableError
from ..i18n import _

if TYPE_CHECKING:
    from .screens.newsroom import Newsroom

CRASH_REPORT: Final = "humas-laporan-galat.txt"
#: Told to end, the newsroom looks so often, with so many seconds between, whether keys wait in the terminal.
DRAIN_STEPS: Final = 100
DRAIN_STEP: Final = 0.02


class Ending(App[int]):
    """The part of the application that hears signals, and has the last word when something breaks. ``data`` is the
    data file."""

    data: Path

    @property
    def newsroom(self) -> Newsroom:
        """The newsroom; before it is open, the curtain in its place."""
        raise NotImplementedError

    def close_desk(self) -> str:
        """Put everything into the one data file. Returns what went wrong, or nothing."""
        raise NotImplementedError

    def listen(self) -> None:
        """Listen to the signals that end a program."""
        for name in ("SIGHUP", "SIGTERM", "SIGINT"):
            if hasattr(signal, name):
                self._listen(getattr(signal, name))

    def _listen(self, number: int) -> None:
        """Textual ends at once on these, unmounting nothing; the text is saved first here.

        Windows has no add_signal_handler; its console close is caught by the autosave of every pause."""
        try:
            asyncio.get_running_loop().add_signal_handler(number, self._told_to_end, number)
        except NotImplementedError:
            return

    def _told_to_end(self, number: int) -> None:
        """Save at once. Keys may still lie in the terminal or be under way to their widget: they come first,
        then what they changed is saved too, and the end is there."""
        self.newsroom.keep_now()
        if self._driver is not None and self._terminal_lost():
            # Textual's thread that paints has died of it, and whoever writes to it waits without end.
            self._driver.write = lambda data: None  # type: ignore[method-assign]
        self._end_behind_the_keys(number)

    @work(group="end")
    async def _end_behind_the_keys(self, number: int) -> None:
        for _step in range(DRAIN_STEPS):
            if not self._keys_wait():
                break
            await asyncio.sleep(DRAIN_STEP)
        await self._keys_handed_on()
        self.call_later(lambda: (self.focused or self.screen).call_later(self._end, number))

    def _end(self, number: int) -> None:
        failure = self.newsroom.keep_now()
        if self._terminal_lost():
            self.close_desk()
            os._exit(128 + number)  # there is no screen to restore, and restoring it would wait without end
        self.exit(128 + number, return_code=128 + number, message=Text(failure) if failure else None)

    def _terminal_lost(self) -> bool:
        """Whether the window was closed, or the connection to it has broken."""
        terminal = getattr(self._driver, "fileno", None)
        return isinstance(terminal, int) and not os.isatty(terminal)

    async def _keys_handed_on(self) -> None:
        """Wait until the thread that reads the terminal has handed on all that it read. It reads no more then."""
        stop, reader = getattr(self._driver, "exit_event", None), getattr(self._driver, "_key_thread", None)
        if stop is not None and reader is not None:
            stop.set()
            await asyncio.to_thread(reader.join, 2.0)
            stop.clear()  # or Textual would take it that the terminal was restored

    def _keys_wait(self) -> bool:
        """Whether the terminal holds keys that were not read yet. One that was lost is readable for ever."""
        terminal = getattr(self._driver, "fileno", None)
        return isinstance(terminal, int) and os.isatty(terminal) and bool(select.select([terminal], [], [], 0)[0])

    def _handle_exception(self, error: Exception) -> None:
        """Something broke that should not: save the text, write a report, then end."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = 1
        report = "".join(traceback.format_exception(error.error if isinstance(error, WorkerFailed) else error))
        lines = [_("humas-tui has hit an internal error and must close. Your text was saved.")]
        if failure := self.newsroom.keep_now():
            lines = [_("humas-tui has hit an internal error and must close."), failure]
        try:
            from ..durable import write_durably

            path = self.data.parent / CRASH_REPORT
            write_durably(path, report.encode(), private=True)
            lines.append(_("An error report is in {file}.").format(file=path))
        except UnwritableError:
            lines.append(str(error))
        self.panic(Text("\n".join(lines)))
