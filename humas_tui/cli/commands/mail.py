"""``humas-tui mail``: a short release as a new message in the mail program."""

from __future__ import annotations

from argparse import Namespace

from ...i18n import N_
from ..command import Argument, Command
from ..output import put_text, tell
from ..session import Session
from .show import ID


def run(session: Session, words: Namespace) -> int:
    """Have the mail program open it and say with how much of the text, or print the address (``mailto:``). Raises
    RefusedError when it is too long, NotFoundError when no program can be opened."""
    releasing = session.desk.releasing
    release = session.desk.shelf.named(words.id)
    if words.print:
        put_text(releasing.note(release).address)
    else:
        tell(releasing.open_note(release).told)
    return 0


MAIL = Command(
    name="mail",
    help=N_("open a short release as a new message in the mail program"),
    run=run,
    order=62,
    arguments=(ID, Argument("--print", N_("print the address (mailto:) instead"))),
)
