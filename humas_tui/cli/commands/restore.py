"""``humas-tui restore``: the way back from a backup."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...i18n import N_, _
from ..command import Argument, Command
from ..output import put_text, tell
from ..session import Session
from .backup import tell_left_out


def run(session: Session, words: Namespace) -> int:
    """Restore; tell what came of it; print where the backup lies that was made of what was there."""
    from ...desk.backups import told_of_restore

    report = session.backups.restore(Path(words.file))
    tell_left_out(_("Not put back:"), report.left_out)
    for sentence in told_of_restore(report):
        tell(sentence)
    if report.before is not None:
        put_text(str(report.before))
    return 0


RESTORE = Command(
    name="restore",
    help=N_("bring everything back from a backup; what is there now is backed up first, and its path printed"),
    run=run,
    order=74,
    arguments=(Argument("FILE", N_("a backup, or a data file that was copied"), place="file"),),
)
