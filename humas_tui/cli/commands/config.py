"""``humas-tui config``: the settings in force, or where their file lies."""

from __future__ import annotations

from argparse import Namespace

from ...i18n import N_
from ..command import Argument, Command
from ..output import put_text
from ..session import Session


def run(session: Session, words: Namespace) -> int:
    """Print the settings as TOML, or the path of their file, be it there or not."""
    if words.path:
        put_text(str(session.config))
        return 0
    import msgspec
    import tomlkit

    put_text(tomlkit.dumps(msgspec.to_builtins(session.settings)))
    return 0


CONFIG = Command(
    name="config",
    help=N_("print the settings in force"),
    run=run,
    order=80,
    arguments=(Argument("--path", N_("print where their file lies instead")),),
)
