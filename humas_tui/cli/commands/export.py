"""``humas-tui export``: releases written as the files that outlets take."""

from __future__ import annotations

import signal
import threading
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from ...errors import UsageError
from ...i18n import N_, _
from ..command import NAME, Argument, Command, wrong
from ..meter import Meter
from ..output import flush, put_text, tell, to_terminal
from ..session import Session
from .list import FILTERS, chosen
from .show import ID

if TYPE_CHECKING:
    from ...desk import Desk
    from ...desk.batch import Tally
    from ...outlets import Outlet

#: More files than this are worth a line that tells how far it has come, and a report.
FEW: Final = 5


def run(session: Session, words: Namespace) -> int:
    """Write each release for each outlet, or all of them in one file, and print each path written; of many a
    report at the end.

    One that fails is told of, and does not hold up the others. The exit code is that of the first one. Ctrl+C
    stops behind the file under way; KeyboardInterrupt is raised then, once the report was told."""
    outlets = find_outlets(session, words.to)
    desk = session.desk
    identifiers = _chosen(desk, words)
    total = len(outlets) * (1 if words.together else len(identifiers))
    many = words.all or total > FEW
    with _interruptible() as stopped:
        tally = _write(desk, identifiers, outlets, words, stopped, Meter(wanted=many))
    if many:
        if stopped.is_set():
            tell(_("Stopped after {count} of {total} files.").format(count=tally.done, total=total))
        for line in tally.summary():
            tell(line)
    if stopped.is_set():
        raise KeyboardInterrupt
    return tally.code


def _chosen(desk: Desk, words: Namespace) -> Sequence[str]:
    """The identifiers of the releases that are meant: those named, or all that the filters leave. Releases
    themselves are fetched one by one. Raises NotFoundError or UsageError."""
    filtered = [option.name for option in FILTERS if getattr(words, option.name.strip("-"))]
    if not words.all:
        if filtered:
            problem = _("{option} goes with --all only.").format(option=filtered[0])
            raise wrong(problem, f"{NAME} export")
        if not words.id:
            raise wrong(_("Name a release by its ID, or all of them by --all."), f"{NAME} export")
        return list(dict.fromkeys(desk.shelf.named(name).id for name in words.id))
    if words.id:
        raise wrong(_("Name releases, or take --all; not both."), f"{NAME} export")
    return [release.id for release in chosen(desk.shelf, words)]


def _write(
    desk: Desk,
    identifiers: Sequence[str],
    outlets: Sequence[Outlet],
    words: Namespace,
    stopped: threading.Event,
    meter: Meter,
) -> Tally:
    """Write until all is done or it is ``stopped``, and tell of each file."""
    from ...config import from_home
    from ...desk.batch import Tally

    tally = Tally()
    total = len(outlets) * (1 if words.together else len(identifiers))
    export = desk.releasing.export_together if words.together else desk.releasing.export
    with meter:
        for exported in export(
            desk.shelf.each(identifiers),
            outlets,
            from_home(words.out),
            force=words.force,
            unpermitted=words.force,
            stopped=stopped.is_set,
        ):
            trouble = tally.add(exported)
            if trouble or exported.cautions or to_terminal():
                meter.clear()
            if trouble:
                tell(f"humas-tui: {trouble}")
            else:
                put_text(str(exported.path))
                flush()
            for caution in exported.cautions:
                tell(f"humas-tui: {exported.release.id}, {exported.outlet.name}: {caution}")
            meter.tell(_("Writing: {done} of {total}").format(done=tally.done, total=total))
    return tally


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Ctrl+C sets the event that is given; a second one interrupts at once. Where Ctrl+C is not Python's (it is
    ignored under nohup), or this is not the main thread, nothing changes."""
    stopped = threading.Event()
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not usual or threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def stop(number: int, frame: object) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def find_outlets(session: Session, names: str) -> list[Outlet]:
    """The outlets of a list with commas, each once. Raises NotFoundError or UsageError."""
    wanted = dict.fromkeys(name for name in map(str.strip, names.lower().split(",")) if name)
    if not wanted:
        raise UsageError(N_("Name an outlet: see “humas-tui outlets”."))
    return [session.find_outlet(name) for name in wanted]


def outlet_names() -> list[str]:
    """The names of the outlets, for completion."""
    from ...outlets import outlets

    return [outlet.name for outlet in outlets()]


EXPORT = Command(
    name="export",
    help=N_("write releases as files for outlets and print their paths"),
    run=run,
    order=50,
    arguments=(
        Argument(ID.name, ID.help, many=True, optional=True, default=()),
        Argument("--all", N_("every release that the filters leave, instead of named ones")),
        *FILTERS,
        Argument(
            "--to",
            N_("the outlets, parted by commas: see “humas-tui outlets”"),
            value=N_("OUTLET[,OUTLET…]"),
            required=True,
            offers=outlet_names,
        ),
        Argument(
            "--out",
            N_("the folder to write into (this one, if not given)"),
            value=N_("FOLDER"),
            default=".",
            place="folder",
        ),
        Argument("--together", N_("all releases in one file, for an outlet that can (eml: one mail)")),
        Argument(
            "--force",
            N_(
                "replace files that are there, over a limit too (that is logged), without missing photos, with "
                "photos not permitted"
            ),
        ),
    ),
)
