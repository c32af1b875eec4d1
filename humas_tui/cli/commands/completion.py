"""``humas-tui completion``: the script with which a shell completes the words of this program."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from ...errors import UsageError
from ...i18n import N_
from ..command import Argument, Command, make_tree
from ..output import put_text
from ..session import Session

SHELLS: Final = ("bash", "zsh", "fish")


def run(session: Session, words: Namespace) -> int:
    """Print the script."""
    import shtab

    from . import commands

    session.bring_outlets()
    tree = make_tree(commands(), completing=True)
    put_text(shtab.complete(tree, shell=words.shell))
    return 0


def _read_shell(word: str) -> str:
    if word not in SHELLS:
        raise UsageError(N_("“{word}” is not one of these: {known}."), word=word, known=", ".join(SHELLS))
    return word


COMPLETION = Command(
    name="completion",
    help=N_("print the script that completes commands in bash, zsh or fish"),
    run=run,
    order=90,
    arguments=(Argument("SHELL", N_("the shell: bash, zsh or fish"), read=_read_shell, offers=lambda: SHELLS),),
)
