"""``humas-tui export``: releases written as the files that outlets take."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...errors import UsageError
from ...i18n import N_, _
from ..command import Argument, Command
from ..output import flush, on_terminal, put_text, tell
from ..session import Session
from .show import ID

if TYPE_CHECKING:
    from ...desk.releasing import Exported
    from ...outlets import Outlet

#: More files than this are worth a progress bar.
FEW: Final = 5


def run(session: Session, words: Namespace) -> int:
    """Write each release for each outlet, or all of them in one file, and print each path written.

    One that fails is told of, and does not hold up the others. The exit code is that of the first one."""
    outlets = find_outlets(words.to)
    desk = session.desk
    releases = list(dict.fromkeys(desk.shelf.named(name) for name in words.id))
    export = desk.releasing.export_together if words.together else desk.releasing.export
    results = export(releases, outlets, Path(words.out), force=words.force, unpermitted=words.force)
    total = len(outlets) * (1 if words.together else len(releases))
    if total > FEW and on_terminal(sys.stderr):
        results = _with_progress(results, total)
    code = 0
    for result in results:
        if result.error is not None:
            tell(f"humas-tui: {result.release.id}, {result.outlet.name}: {result.error}")
            code = code or result.error.exit_code
        else:
            put_text(str(result.path))
            flush()
        for caution in result.cautions:
            tell(f"humas-tui: {result.release.id}, {result.outlet.name}: {caution}")
    return code


def find_outlets(names: str) -> list[Outlet]:
    """The outlets of a list with commas, each once. Raises NotFoundError or UsageError."""
    from ...outlets import find

    wanted = dict.fromkeys(name for name in map(str.strip, names.lower().split(",")) if name)
    if not wanted:
        raise UsageError(N_("Name an outlet: see “humas-tui outlets”."))
    return [find(name) for name in wanted]


def _with_progress(results: Iterator[Exported], total: int) -> Iterator[Exported]:
    """The results, once the last is there or the user has had enough, and until then a bar.

    Paths printed meanwhile would stand in the midst of the bar; and left to itself, rich would send what goes
    to standard output where the bar is."""
    from rich.console import Console
    from rich.progress import Progress

    done: list[Exported] = []
    bar = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    try:
        with bar:
            for result in bar.track(results, total, description=_("Writing")):
                done.append(result)
    finally:
        yield from done


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
        Argument(ID.name, ID.help, many=True),
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
                "replace files that are there, over a limit too, without missing photos, with photos not permitted"
            ),
        ),
    ),
)
