"""``humas-tui backup``: a whole copy."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...i18n import N_, _
from ..command import Argument, Command
from ..output import put_text, tell
from ..session import Session

if TYPE_CHECKING:
    from ...ports import Absence


def run(session: Session, words: Namespace) -> int:
    """Make the backup, tell of each photo that is not in it, print where it lies."""
    from ...config import from_home

    report = session.backups.make(from_home(words.file) if words.file else None)
    tell_left_out(_("Not in the backup:"), report.left_out)
    put_text(str(report.path))
    return 0


def tell_left_out(begins: str, left_out: Mapping[str, Absence]) -> None:
    """Tell of files, a line each."""
    from ...desk.backups import told_of

    for line in told_of(left_out):
        tell(f"{begins} {line}")


BACKUP = Command(
    name="backup",
    help=N_("make one checked file of data, photos and settings, and print where it lies"),
    run=run,
    order=72,
    arguments=(
        Argument(
            "FILE",
            N_("the file to make, or the folder for it; if not given, a new one beside the data file"),
            optional=True,
            place="file",
        ),
    ),
)
