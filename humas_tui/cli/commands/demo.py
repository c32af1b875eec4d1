"""``humas-tui demo``: the newsroom on a throw-away copy of the sample data."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...errors import UnwritableError, system_reason
from ...i18n import N_, _
from ..command import Command
from ..newsroom import open_on, require_terminal
from ..output import tell
from ..session import Session


def run(session: Session, words: Namespace) -> int:
    """Lay the copy into a new folder for temporary files, say where, open the newsroom on it."""
    import tempfile

    from ...samples import make_demo

    require_terminal()
    try:
        folder = Path(tempfile.mkdtemp(prefix="humas-tui-demo-"))
    except OSError as error:
        raise UnwritableError(file=tempfile.gettempdir(), reason=system_reason(error)) from error
    data, config = make_demo(folder)
    tell(_("This is a copy of the sample data, in {folder}. Nothing of yours is touched.").format(folder=folder))
    return open_on(data, config, session.language)


DEMO = Command(name="demo", help=N_("open the newsroom on a copy of the sample data"), run=run, order=5)
